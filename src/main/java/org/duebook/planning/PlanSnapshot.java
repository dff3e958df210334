package org.duebook.planning;

import java.util.List;
import java.util.function.Function;
import org.duebook.production.Demand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/** The published plan with every journal entry up to {@link #sequence()}. Immutable; asking it changes nothing. */
public interface PlanSnapshot {

    /** Number of the last journal entry it knows. */
    long sequence();

    /** What made items are free in this snapshot, holds counted as taken. */
    Function<ItemNumber, Quantity> freeStock();

    /**
     * Explodes each demand and fits it into the gaps, one after another (each sees the ones before it): the earliest
     * end found for each, disturbing nobody. Same snapshot, same demands, same answer.
     */
    List<Placement> place(List<Demand> demands);

    /**
     * The places a quote holds, under the numbers its hold has, in the order they were held; each ends when it would by
     * now. Empty when nothing is held for it.
     */
    List<Placement> held(String quote);

    /** The same plan as it would be if that were so; this one stays as it is. */
    PlanSnapshot supposing(Supposition supposed);
}
