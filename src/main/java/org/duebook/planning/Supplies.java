package org.duebook.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What components there are and will be, and how much of it is still free. Pegs take from it what is there first: stock,
 * then receipts, or a purchase ordered today where that is quicker. Not thread-safe; {@link #copy()} before a what-if.
 */
final class Supplies {

    private static final Comparator<Supply> FIRST_THERE = Comparator.comparing((Supply supply) -> supply.available)
            .thenComparing(supply -> supply.source)
            .thenComparing(supply -> supply.reference);

    private final Instant now;
    private final LocalDate today;
    private final PlanDays days;
    /** What there was before anything was taken from a copy; shared by all copies. */
    private final Map<ItemNumber, List<Supply>> shared;
    /** What this copy has taken from or looked up. */
    private final Map<ItemNumber, List<Supply>> own;
    /** Items whose stock was looked up before there were copies. */
    private final Set<ItemNumber> known;

    private final Function<ItemNumber, Quantity> stock;

    private Supplies(
            Instant now,
            PlanDays days,
            Map<ItemNumber, List<Supply>> shared,
            Map<ItemNumber, List<Supply>> own,
            Set<ItemNumber> known,
            Function<ItemNumber, Quantity> stock) {
        this.now = now;
        this.shared = shared;
        this.own = own;
        this.known = known;
        this.stock = stock;
        this.today = days.dayOf(now);
        this.days = days;
    }

    /** Turns days of the plant into instants and back. */
    interface PlanDays {
        LocalDate dayOf(Instant at);

        Instant startOf(LocalDate day);
    }

    /** @param stock what is free of an item that the facts do not name because nothing open needs it */
    static Supplies of(PlanFacts facts, Function<ItemNumber, Quantity> stock) {
        PlanDays days = new PlanDays() {
            @Override
            public LocalDate dayOf(Instant at) {
                return at.atZone(facts.zone()).toLocalDate();
            }

            @Override
            public Instant startOf(LocalDate day) {
                return day.atStartOfDay(facts.zone()).toInstant();
            }
        };
        Supplies supplies = new Supplies(
                facts.now(),
                days,
                Map.of(),
                new HashMap<>(),
                Set.copyOf(facts.leadTimeDays().keySet()),
                stock);
        facts.free()
                .forEach((item, free) -> supplies.add(item, MaterialPeg.Source.STOCK, "", facts.now(), free.amount()));
        facts.receipts().forEach(supplies::add);
        supplies.own.values().forEach(list -> list.sort(FIRST_THERE));
        return supplies;
    }

    Supplies copy() {
        Map<ItemNumber, List<Supply>> copied = new HashMap<>();
        own.forEach((item, list) -> copied.put(item, copied(list)));
        return new Supplies(now, days, shared, copied, known, stock);
    }

    /** The same supplies as ground that copies share. */
    Supplies asGround() {
        Map<ItemNumber, List<Supply>> ground = new HashMap<>(shared);
        own.forEach((item, list) -> ground.put(item, copied(list)));
        return new Supplies(now, days, Map.copyOf(ground), new HashMap<>(), known, stock);
    }

    private static List<Supply> copied(List<Supply> list) {
        List<Supply> copied = new ArrayList<>(list.size());
        list.forEach(supply -> copied.add(supply.copy()));
        return copied;
    }

    /** Pegs a need to what is there first: stock, receipts that come no later than a purchase ordered today, a purchase. */
    List<MaterialPeg> peg(
            OperationId operation, ItemNumber component, Quantity wanted, ToIntFunction<ItemNumber> leadTimeDays) {
        return peg(operation, component, wanted, now, leadTimeDays);
    }

    /**
     * The same for a need that has time: what comes by then is taken before anything is bought.
     *
     * @param neededBy when the operation would start anyway
     */
    List<MaterialPeg> peg(
            OperationId operation,
            ItemNumber component,
            Quantity wanted,
            Instant neededBy,
            ToIntFunction<ItemNumber> leadTimeDays) {
        List<MaterialPeg> pegs = new ArrayList<>();
        BigDecimal rest = wanted.amount();
        Instant bought = bought(component, leadTimeDays);
        Instant inTime = bought.isAfter(neededBy) ? bought : neededBy;
        for (Supply supply : of(component)) {
            BigDecimal use = rest.min(supply.free);
            if (use.signum() > 0 && !supply.available.isAfter(inTime)) {
                supply.free = supply.free.subtract(use);
                rest = rest.subtract(use);
                pegs.add(peg(
                        operation, component, use, wanted.unit(), supply.source, supply.reference, supply.available));
            }
        }
        if (rest.signum() > 0) {
            pegs.add(peg(operation, component, rest, wanted.unit(), MaterialPeg.Source.PURCHASE, "", bought));
        }
        return pegs;
    }

    /** When a purchase ordered today is there. */
    private Instant bought(ItemNumber component, ToIntFunction<ItemNumber> leadTimeDays) {
        Instant day = days.startOf(today.plusDays(leadTimeDays.applyAsInt(component)));
        return day.isBefore(now) ? now : day;
    }

    /** Exchanges a peg for what is free and there sooner; what is not exchanged stays pegged to what it was. */
    List<MaterialPeg> sooner(MaterialPeg peg) {
        giveBack(peg);
        List<MaterialPeg> pegs = new ArrayList<>();
        without(peg, pegs, this::isNoLater).forEach(rest -> pegs.add(retake(rest)));
        return pegs;
    }

    /** Gives back what a peg took. */
    void giveBack(MaterialPeg peg) {
        Supply supply = supplyOf(peg);
        if (supply != null) {
            supply.free = supply.free.add(peg.quantity().amount());
        }
    }

    /** Takes what a peg of this same stock and these same receipts took. */
    MaterialPeg retake(MaterialPeg peg) {
        Supply supply = supplyOf(peg);
        if (supply == null) {
            return at(peg, supposed(peg));
        }
        supply.free = supply.free.subtract(peg.quantity().amount());
        return at(peg, supply.available);
    }

    /**
     * Takes what earlier pegs took, as far as it is there by now: a receipt may have moved or come, a count may have found
     * less or more. Who was given stock keeps it. Who waits for a receipt takes what lies free in stock by now, else waits on,
     * and looks elsewhere only for what it lost. A purchase still to be made is replaced by what is there no later.
     *
     * @param pegs in the order in which they may choose
     */
    List<MaterialPeg> retake(List<MaterialPeg> pegs, ToIntFunction<ItemNumber> leadTimeDays) {
        List<MaterialPeg> taken = new ArrayList<>();
        List<MaterialPeg> lost = new ArrayList<>();
        for (MaterialPeg.Source source : List.of(MaterialPeg.Source.STOCK, MaterialPeg.Source.RECEIPT)) {
            for (MaterialPeg peg : pegs) {
                if (peg.source() == source) {
                    lost.addAll(without(peg, taken, this::isOwn));
                }
            }
        }
        lost.forEach(peg -> taken.addAll(peg(peg.operation(), peg.component(), peg.quantity(), leadTimeDays)));
        for (MaterialPeg peg : pegs) {
            if (peg.source() == MaterialPeg.Source.PURCHASE) {
                without(peg, taken, this::isNoLater).forEach(rest -> taken.add(at(rest, supposed(rest))));
            }
        }
        return taken;
    }

    /** Whether a supply is the one a peg names, or stock. */
    private boolean isOwn(MaterialPeg peg, Supply supply) {
        return supply.source == MaterialPeg.Source.STOCK
                || supply.source == peg.source() && supply.reference.equals(peg.reference());
    }

    private boolean isNoLater(MaterialPeg peg, Supply supply) {
        return !supply.available.isAfter(supposed(peg));
    }

    /** Takes from those supplies of a peg's component that may serve it, adds what it took, gives what is left of the peg. */
    private List<MaterialPeg> without(MaterialPeg peg, List<MaterialPeg> taken, BiPredicate<MaterialPeg, Supply> may) {
        BigDecimal rest = peg.quantity().amount();
        for (Supply supply : of(peg.component())) {
            BigDecimal use = rest.min(supply.free);
            if (use.signum() > 0 && may.test(peg, supply)) {
                supply.free = supply.free.subtract(use);
                rest = rest.subtract(use);
                taken.add(peg(
                        peg.operation(),
                        peg.component(),
                        use,
                        peg.quantity().unit(),
                        supply.source,
                        supply.reference,
                        supply.available));
            }
        }
        return rest.signum() > 0 ? List.of(of(peg, rest)) : List.of();
    }

    /** When a purchase that is still to be made is there: as once said, but not in the past. */
    private Instant supposed(MaterialPeg peg) {
        return peg.available().isBefore(now) ? now : peg.available();
    }

    private static MaterialPeg of(MaterialPeg peg, BigDecimal amount) {
        return peg(
                peg.operation(),
                peg.component(),
                amount,
                peg.quantity().unit(),
                peg.source(),
                peg.reference(),
                peg.available());
    }

    /** What there is of an item, to be taken from. */
    private List<Supply> of(ItemNumber item) {
        return own.computeIfAbsent(item, key -> {
            List<Supply> there = copied(shared.getOrDefault(item, List.of()));
            if (!known.contains(item) && !shared.containsKey(item)) {
                there.add(new Supply(
                        MaterialPeg.Source.STOCK, "", now, stock.apply(item).amount()));
                there.sort(FIRST_THERE);
            }
            return there;
        });
    }

    private @Nullable Supply supplyOf(MaterialPeg peg) {
        if (peg.source() == MaterialPeg.Source.PURCHASE) {
            return null;
        }
        List<Supply> supplies = of(peg.component());
        return supplies.stream()
                .filter(supply -> supply.source == peg.source() && supply.reference.equals(peg.reference()))
                .findFirst()
                .or(() -> supplies.stream()
                        .filter(supply -> supply.source == MaterialPeg.Source.STOCK)
                        .findFirst())
                .orElse(null);
    }

    private void add(ScheduledReceipt receipt) {
        // A receipt that should have come is expected tomorrow at the earliest.
        LocalDate day = receipt.expected().isAfter(today) ? receipt.expected() : today.plusDays(1);
        add(
                receipt.item(),
                MaterialPeg.Source.RECEIPT,
                receipt.number(),
                days.startOf(day),
                receipt.quantity().amount());
    }

    private void add(ItemNumber item, MaterialPeg.Source source, String reference, Instant available, BigDecimal free) {
        own.computeIfAbsent(item, key -> new ArrayList<>()).add(new Supply(source, reference, available, free));
    }

    private static MaterialPeg peg(
            OperationId operation,
            ItemNumber component,
            BigDecimal amount,
            Unit unit,
            MaterialPeg.Source source,
            String reference,
            Instant available) {
        return new MaterialPeg(operation, component, Quantity.of(amount, unit), source, reference, available);
    }

    private static MaterialPeg at(MaterialPeg peg, Instant available) {
        return new MaterialPeg(
                peg.operation(), peg.component(), peg.quantity(), peg.source(), peg.reference(), available);
    }

    private static final class Supply {

        final MaterialPeg.Source source;
        final String reference;
        final Instant available;
        BigDecimal free;

        Supply(MaterialPeg.Source source, String reference, Instant available, BigDecimal free) {
            this.source = source;
            this.reference = reference;
            this.available = available;
            this.free = free;
        }

        Supply copy() {
            return new Supply(source, reference, available, free);
        }
    }
}
