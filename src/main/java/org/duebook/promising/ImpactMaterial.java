package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.PlanSnapshot;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** Sets what changed lines take now beside what they would take, by item and source. */
final class ImpactMaterial {

    private record Source(ItemNumber item, MaterialPeg.Source source, String reference) implements Comparable<Source> {

        @Override
        public int compareTo(Source other) {
            int byItem = item.compareTo(other.item);
            int bySource = byItem != 0 ? byItem : source.compareTo(other.source);
            return bySource != 0 ? bySource : reference.compareTo(other.reference);
        }
    }

    private record Taken(
            Quantity before, Quantity after, @Nullable Instant available) {

        Taken plus(Taken other) {
            return new Taken(before.plus(other.before), after.plus(other.after), later(other));
        }

        private @Nullable Instant later(Taken other) {
            if (available == null || other.available == null) {
                return available == null ? other.available : available;
            }
            return available.isAfter(other.available) ? available : other.available;
        }
    }

    private final Map<Source, Taken> taken = new TreeMap<>();

    private ImpactMaterial() {}

    /** @param zone of the plant, in which material is there on a day */
    static List<Impact.Material> of(
            PlanSnapshot plan, Collection<WorkOfLine> work, List<FittedRelease> fitted, ZoneId zone, LocalDate today) {
        ImpactMaterial material = new ImpactMaterial();
        Set<ProductionOrderNumber> gone = new HashSet<>();
        work.forEach(each -> {
            gone.addAll(each.numbersGone());
            each.givenBack()
                    .forEach((item, quantity) -> material.add(
                            new Source(item, MaterialPeg.Source.STOCK, ""), quantity, none(quantity), null));
        });
        plan.pegs(gone)
                .forEach(peg -> material.add(source(peg), peg.quantity(), none(peg.quantity()), peg.available()));
        fitted.forEach(each -> {
            each.placement()
                    .pegs()
                    .forEach(peg -> material.add(source(peg), none(peg.quantity()), peg.quantity(), peg.available()));
            each.placement()
                    .proposal()
                    .fromStock()
                    .forEach((item, quantity) -> material.add(
                            new Source(item, MaterialPeg.Source.STOCK, ""), none(quantity), quantity, null));
        });
        return material.differences(zone, today);
    }

    private static Source source(MaterialPeg peg) {
        return new Source(peg.component(), peg.source(), peg.reference());
    }

    private static Quantity none(Quantity like) {
        return Quantity.zero(like.unit());
    }

    private void add(Source source, Quantity before, Quantity after, @Nullable Instant available) {
        taken.merge(source, new Taken(before, after, available), Taken::plus);
    }

    private List<Impact.Material> differences(ZoneId zone, LocalDate today) {
        return taken.entrySet().stream()
                .filter(each -> !each.getValue().before.equals(each.getValue().after))
                .map(each -> new Impact.Material(
                        each.getKey().item,
                        each.getKey().source,
                        each.getKey().reference,
                        each.getValue().before,
                        each.getValue().after,
                        day(each.getValue().available, zone, today)))
                .toList();
    }

    private static LocalDate day(@Nullable Instant available, ZoneId zone, LocalDate today) {
        LocalDate day = available == null ? today : LocalDate.ofInstant(available, zone);
        return day.isBefore(today) ? today : day;
    }
}
