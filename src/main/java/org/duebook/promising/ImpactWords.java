package org.duebook.promising;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** Puts the impact of a change into sentences, the order itself first. */
final class ImpactWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** More lines of others than these are only counted. */
    private static final int FEW = 10;

    private ImpactWords() {}

    static Impact spoken(Impact impact, List<ChangedLine> lines) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            words.add(line(impact.lines().get(i), lines.get(i)));
        }
        impact.begun().forEach(begun -> words.add(begun(begun)));
        words.addAll(others(impact));
        impact.nearer()
                .forEach(each ->
                        words.add("%s, promised for %s, could be there on %s instead of %s if it is planned anew."
                                .formatted(each.line(), day(each.promised()), day(each.to()), day(each.from()))));
        impact.material().forEach(each -> words.add(material(each)));
        words.addAll(costs(impact.costs()));
        return new Impact(
                impact.order(),
                words,
                impact.lines(),
                impact.others(),
                impact.shifted(),
                impact.nearer(),
                impact.material(),
                impact.costs(),
                impact.begun(),
                impact.alternatives(),
                impact.notKnown(),
                impact.sequence());
    }

    private static String line(Impact.Line line, ChangedLine change) {
        String what = "Line " + line.line() + ": ";
        LocalDate date = line.date();
        LocalDate wanted = line.wanted();
        if (date == null || wanted == null) {
            Quantity rest = change.before().quantity().minusUpTo(change.delivered());
            return what + rest + " " + change.before().item() + " are not made any more.";
        }
        String there = line.quantity() + " " + line.item() + " there on " + day(date);
        if (!line.meetsWanted()) {
            return what + there + ", not on " + day(wanted) + (change.dayAsked() ? " as asked for" : " as promised")
                    + kept(line, change) + ".";
        }
        LocalDate promised = line.promised();
        if (promised == null) {
            return what + there + ".";
        }
        return what
                + there
                + (date.equals(promised) ? " as promised." : ", promised for " + day(promised) + " by now.");
    }

    /** What becomes of the old promise where another day was asked for. */
    private static String kept(Impact.Line line, ChangedLine change) {
        LocalDate promised = line.promised();
        if (!change.dayAsked() || promised == null) {
            return "";
        }
        return line.keepsPromise()
                ? "; the promise of " + day(promised) + " is kept"
                : "; it is promised for " + day(promised) + " by now";
    }

    private static String begun(Impact.Begun begun) {
        String what = "%s (%s %s, %s made so far) has begun: "
                .formatted(begun.number(), begun.quantity(), begun.item(), begun.made());
        return what
                + switch (begun.fate()) {
                    case GOES_ON -> "it goes on for line " + begun.line() + ".";
                    case TOO_MUCH -> "it goes on, and line " + begun.line() + " does not need all that is underway.";
                    case GIVEN_UP -> "it is given up, and what was put into it is lost.";
                };
    }

    private static List<String> others(Impact impact) {
        List<String> words = new ArrayList<>();
        impact.others().stream()
                .filter(Impact.Other::isHurt)
                .forEach(each -> words.add("Hurts the promise of %s: there on %s instead of %s, promised for %s%s."
                        .formatted(
                                each.line(),
                                day(each.to()),
                                day(each.from()),
                                day(each.promised()),
                                penalty(each.penalty()))));
        if (words.isEmpty()) {
            words.add("No promise of others is hurt.");
        }
        List<Impact.Other> moved =
                impact.others().stream().filter(each -> !each.isHurt()).toList();
        moved.stream()
                .limit(FEW)
                .forEach(each -> words.add("%s would be there on %s instead of %s%s."
                        .formatted(each.line(), day(each.to()), day(each.from()), penalty(each.penalty()))));
        if (moved.size() > FEW) {
            words.add((moved.size() - FEW) + " more lines would be there on another day, none of them hurt.");
        }
        return words;
    }

    private static String penalty(@Nullable Money penalty) {
        if (penalty == null) {
            return "";
        }
        return penalty.isNegative() ? ", penalty less by " + positive(penalty) : ", penalty more by " + penalty;
    }

    private static String material(Impact.Material each) {
        boolean less = each.after().compareTo(each.before()) < 0;
        Quantity by = less ? each.before().minus(each.after()) : each.after().minus(each.before());
        String what = by + " " + each.item();
        return switch (each.source()) {
            case STOCK -> less ? what + " are free in stock again." : what + " more are taken from stock.";
            case RECEIPT ->
                less
                        ? what + " of receipt " + each.reference() + ", due " + day(each.available()) + ", are free."
                        : what + " more of receipt " + each.reference() + ", due " + day(each.available())
                                + ", are taken.";
            case PURCHASE ->
                less
                        ? what + " need not be bought."
                        : what + " more must be bought, there on " + day(each.available()) + " if ordered today.";
        };
    }

    private static List<String> costs(Impact.Costs costs) {
        List<String> words = new ArrayList<>();
        Money newPrice = costs.newPrice();
        if (newPrice != null && !newPrice.equals(costs.price())) {
            words.add("Price: " + newPrice + " instead of " + costs.price() + ".");
        }
        Money penalty = costs.penalty();
        Money newPenalty = costs.newPenalty();
        if (newPenalty != null) {
            words.add("Penalty owed by contract: " + newPenalty
                    + (penalty == null ? "." : " instead of " + penalty + "."));
        } else if (penalty != null) {
            words.add("The penalty of " + penalty + " that is owed by now falls away.");
        }
        Money material = costs.material();
        if (material != null && material.amount().signum() != 0) {
            words.add(
                    "Material at standard cost: " + positive(material) + (material.isNegative() ? " less." : " more."));
        }
        return words;
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.currency()).minus(amount) : amount;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "no day" : DAY.format(day);
    }
}
