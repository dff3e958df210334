package org.duebook.policy.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.duebook.policy.BackTestReport;
import org.duebook.policy.BackTestReport.ByRule;
import org.duebook.policy.BackTestReport.Change;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.order.OrderJudge;
import org.duebook.shared.Money;

/** Tries a draft on the orders of a period, on all cores. */
public final class BackTest {

    private static final int AT_ONCE = 2_000;

    private final Ledger ledger;
    private final RuleSet draft;
    private final OrderJudge judge;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Tally> rules = new LinkedHashMap<>();
    private int judged;
    private int changed;
    private Money atStake;

    public BackTest(Ledger ledger, RuleSet draft) {
        this.ledger = ledger;
        this.draft = draft;
        this.judge = new OrderJudge(draft);
        this.atStake = Money.zero(Currency.getInstance(draft.currency()));
    }

    /** An order the draft says something else to. */
    private record Different(long number, OrderFacts facts, OrderVerdict after) {}

    /** The orders a rule makes a difference to. */
    private record Tally(Decision decision, int orders, Money atStake) {}

    /**
     * @param progress told per cent done, after each part
     * @param stop asked before each part
     * @return nothing when it was stopped
     */
    public Optional<BackTestReport> run(LocalDate from, LocalDate to, IntConsumer progress, BooleanSupplier stop) {
        int all = ledger.count(from, to);
        LocalDate day = from;
        long number = 0;
        while (!stop.getAsBoolean()) {
            List<Ledger.Line> lines = ledger.after(day, number, to, AT_ONCE);
            if (lines.isEmpty()) {
                return Optional.of(report(from, to));
            }
            add(lines.parallelStream()
                    .map(this::tried)
                    .flatMap(Optional::stream)
                    .toList());
            judged += lines.size();
            day = lines.getLast().orderDate();
            number = lines.getLast().number();
            progress.accept((int) (100L * judged / Math.max(all, judged)));
        }
        return Optional.empty();
    }

    private Optional<Different> tried(Ledger.Line line) {
        OrderFacts facts = line.readFacts();
        OrderVerdict after = judge.judge(facts);
        return Essence.of(after).equals(line.essence())
                ? Optional.empty()
                : Optional.of(new Different(line.number(), facts, after));
    }

    private void add(List<Different> different) {
        Map<Long, OrderVerdict> verdicts =
                ledger.verdicts(different.stream().map(Different::number).toList());
        for (Different each : different) {
            OrderVerdict before = Objects.requireNonNull(verdicts.get(each.number));
            Collection<Decision> because = Differences.between(before, each.after);
            if (changes.size() < BackTestReport.MOST_CHANGES) {
                changes.add(change(each, before, because));
            }
            Money amount = inHouse(each.facts.amount());
            changed++;
            atStake = atStake.plus(amount);
            because.forEach(decision -> rules.merge(
                    decision.ruleId(),
                    new Tally(decision, 1, amount),
                    (a, b) -> new Tally(a.decision, a.orders + b.orders, a.atStake.plus(b.atStake))));
        }
    }

    private static Change change(Different different, OrderVerdict before, Collection<Decision> because) {
        return new Change(
                different.facts.number(),
                different.facts.orderDate(),
                different.facts.amount(),
                Essence.said(before),
                Essence.said(different.after),
                because.stream().map(Decision::ruleId).toList());
    }

    private BackTestReport report(LocalDate from, LocalDate to) {
        return new BackTestReport(
                draft.version(),
                from,
                to,
                judged,
                changed,
                atStake,
                rules.values().stream()
                        .sorted(Comparator.comparing(Tally::orders).reversed())
                        .map(tally -> new ByRule(
                                tally.decision.ruleId(),
                                tally.decision.file(),
                                tally.decision.row(),
                                tally.orders,
                                tally.atStake))
                        .toList(),
                changes);
    }

    /** An order judged in another house currency counts nothing: it cannot be added up. */
    private Money inHouse(Money amount) {
        return amount.currency().equals(atStake.currency()) ? amount : Money.zero(atStake.currency());
    }
}
