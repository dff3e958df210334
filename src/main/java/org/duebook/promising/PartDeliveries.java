package org.duebook.promising;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;

/** A late quote in parts: as much as possible on the day asked for, or what is in stock at once; the rest later. */
final class PartDeliveries {

    private final AskedAgain asked;
    private final RecoveryWords words;
    private final Catalog catalog;
    private final Money nothing;

    /** @param nothing no money in the plant's currency */
    PartDeliveries(AskedAgain asked, RecoveryWords words, Catalog catalog, Money nothing) {
        this.asked = asked;
        this.words = words;
        this.catalog = catalog;
        this.nothing = nothing;
    }

    /**
     * What is asked for with late releases in two parts.
     *
     * @param early the first parts
     */
    private record Parted(List<OwedRelease> releases, List<OwedRelease> early) {

        Parted with(OwedRelease whole, Quantity part) {
            int next = releases.stream()
                            .filter(release -> release.line() == whole.line())
                            .mapToInt(OwedRelease::release)
                            .max()
                            .orElse(0)
                    + 1;
            OwedRelease first = new OwedRelease(whole.line(), whole.release(), whole.item(), part, whole.requested());
            OwedRelease rest = new OwedRelease(
                    whole.line(), next, whole.item(), whole.quantity().minus(part), whole.requested());
            List<OwedRelease> parts = new ArrayList<>();
            for (OwedRelease release : releases) {
                if (release.equals(whole)) {
                    parts.add(first);
                    parts.add(rest);
                } else {
                    parts.add(release);
                }
            }
            List<OwedRelease> firsts = new ArrayList<>(early);
            firsts.add(first);
            return new Parted(parts, firsts);
        }

        boolean isUnparted() {
            return early.isEmpty();
        }
    }

    List<Alternative> all() {
        List<Alternative> all = new ArrayList<>();
        split().ifPresent(all::add);
        fromStock()
                .filter(partial -> all.stream().noneMatch(split -> split.parts().equals(partial.parts())))
                .ifPresent(all::add);
        return all;
    }

    private Optional<Alternative> split() {
        Parted parted = new Parted(asked.owed(), List.of());
        for (DatedRelease late : asked.late()) {
            parted = largestInTime(parted, late.owed());
        }
        return offered(Alternative.Kind.SPLIT, parted);
    }

    /** Halves the range of quantities until the largest is found that is there on the day asked for. */
    private Parted largestInTime(Parted before, OwedRelease whole) {
        BigDecimal multiple = multiple(whole);
        long none = 0;
        long all = whole.quantity()
                .amount()
                .divide(multiple, 0, RoundingMode.CEILING)
                .longValueExact();
        Parted best = before;
        while (all - none > 1) {
            long steps = (none + all) >>> 1;
            Parted parted = before.with(
                    whole,
                    Quantity.of(
                            multiple.multiply(BigDecimal.valueOf(steps)),
                            whole.quantity().unit()));
            if (isInTime(parted)) {
                best = parted;
                none = steps;
            } else {
                all = steps;
            }
        }
        return best;
    }

    private boolean isInTime(Parted parted) {
        return asked.on(asked.plan(), parted.releases).stream()
                .noneMatch(found -> parted.early.contains(found.owed())
                        && found.earliest().isAfter(found.owed().requested()));
    }

    private Optional<Alternative> fromStock() {
        Parted parted = new Parted(asked.owed(), List.of());
        for (DatedRelease late : asked.late()) {
            OwedRelease whole = late.owed();
            BigDecimal multiple = multiple(whole);
            Quantity free = asked.plan().freeStock().apply(whole.item()).minusUpTo(taken(parted, whole));
            Quantity part = Quantity.of(
                    free.amount().divide(multiple, 0, RoundingMode.FLOOR).multiply(multiple),
                    whole.quantity().unit());
            if (!part.isZero() && part.compareTo(whole.quantity()) < 0) {
                parted = parted.with(whole, part);
            }
        }
        return offered(Alternative.Kind.PARTIAL, parted);
    }

    /** What releases that are served before it may take of an item that is in stock. */
    private static Quantity taken(Parted parted, OwedRelease before) {
        return parted.releases.stream()
                .takeWhile(release -> !release.equals(before))
                .filter(release -> release.item().equals(before.item()))
                .map(OwedRelease::quantity)
                .reduce(Quantity.zero(before.quantity().unit()), Quantity::plus);
    }

    private Optional<Alternative> offered(Alternative.Kind kind, Parted parted) {
        if (parted.isUnparted()) {
            return Optional.empty();
        }
        List<FittedRelease> found = asked.on(asked.plan(), parted.releases);
        if (!isWorthIt(kind, parted, found)) {
            return Optional.empty();
        }
        List<Alternative.Part> parts = parts(kind, parted, found);
        LocalDate date = parts.stream()
                .map(Alternative.Part::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Alternative(
                kind,
                what(kind, parts.size() < found.size()) + words.parts(parts),
                date,
                parts,
                nothing,
                false,
                List.of()));
    }

    private static String what(Alternative.Kind kind, boolean together) {
        if (kind == Alternative.Kind.PARTIAL) {
            return "From stock now: ";
        }
        return together ? "Made in two lots: " : "Split: ";
    }

    /** What is there when; lots of a line that are there on one day are one part. */
    private static List<Alternative.Part> parts(Alternative.Kind kind, Parted parted, List<FittedRelease> found) {
        record Day(int line, LocalDate date) {}
        Map<Day, Quantity> parts =
                new TreeMap<>(Comparator.comparingInt(Day::line).thenComparing(Day::date));
        found.forEach(each -> parts.merge(
                new Day(each.owed().line(), day(kind, parted, each)),
                each.owed().quantity(),
                Quantity::plus));
        return parts.entrySet().stream()
                .map(each -> new Alternative.Part(each.getKey().line, each.getValue(), each.getKey().date))
                .toList();
    }

    /** The first parts are there earlier than all of it would be, and nobody else in the quote is later for it. */
    private boolean isWorthIt(Alternative.Kind kind, Parted parted, List<FittedRelease> found) {
        return found.stream()
                .filter(each -> asked.given().stream().anyMatch(dated -> dated.is(each.owed())))
                .allMatch(each -> parted.early.contains(each.owed())
                        ? day(kind, parted, each).isBefore(asked.given(each.owed()))
                        : !each.date().isAfter(asked.given(each.owed())));
    }

    /** What lies in stock goes at once; what is made in time is there on the day asked for. */
    private static LocalDate day(Alternative.Kind kind, Parted parted, FittedRelease found) {
        return kind == Alternative.Kind.PARTIAL && parted.early.contains(found.owed())
                ? found.earliest()
                : found.date();
    }

    /** What the quantity of a part must be a multiple of. */
    private BigDecimal multiple(OwedRelease release) {
        return catalog.find(release.item())
                .map(Item::orderMultiple)
                .map(Quantity::amount)
                .filter(amount -> amount.signum() > 0)
                .orElse(BigDecimal.ONE);
    }
}
