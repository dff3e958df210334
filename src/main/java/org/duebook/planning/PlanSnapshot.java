package org.duebook.planning;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.duebook.production.Demand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;

/** The published plan with every journal entry up to {@link #sequence()}. Immutable; asking it changes nothing. */
public interface PlanSnapshot {

    /** Number of the last journal entry it knows. */
    long sequence();

    /** What made items are free in this snapshot, holds counted as taken. */
    Function<ItemNumber, Quantity> freeStock();

    /**
     * Explodes each demand and fits it into the gaps, one after another (each sees the ones before it): the earliest
     * end found for each, disturbing nobody. Same snapshot, same demands, same answer. Nobody is told of their chances.
     */
    List<Placement> place(List<Demand> demands);

    /**
     * The same with the outlook of each, where a date that is asked for is kept only if it holds with a confidence.
     *
     * @param confidence above 0 and below 1
     */
    List<Placement> place(List<Demand> demands, double confidence);

    /**
     * The places a quote holds, under the numbers its hold has, in the order they were held; each ends when it would by
     * now. Empty when nothing is held for it.
     */
    List<Placement> held(String quote);

    /** When the releases of some lines will end as they stand; those that quotes hold or that are done are absent. */
    List<ReleaseOutlook> outlooks(Collection<OrderLineId> lines);

    /** The same plan as it would be if that were so; this one stays as it is. */
    PlanSnapshot supposing(Supposition supposed);

    /**
     * Where a machine that is closed could work longer, sorted: so many hours behind a shift, or a Saturday that is free.
     *
     * @param in when they begin
     */
    List<TimeWindow> closed(MachineCode machine, TimeWindow in, Duration hours);

    /** Order lines of lower priority (a higher number) with work on a machine that is not frozen. */
    Set<OrderLineId> lowerOn(MachineCode machine, int priority);

    /** When the releases of some lines end; those that quotes hold are absent. */
    List<ReleaseEnd> ends(Collection<OrderLineId> lines);

    /** The same once these demands are placed with a confidence. */
    List<ReleaseEnd> ends(Collection<OrderLineId> lines, List<Demand> placed, double confidence);

    /** Order lines that have work in it; those of quotes are absent. */
    Set<OrderLineId> lines();

    /** What operations of these production orders that have not begun take. */
    List<MaterialPeg> pegs(Set<ProductionOrderNumber> orders);
}
