package org.duebook.planning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;

/** Something that is not so and could be: a plan can be asked as if it were. */
public sealed interface Supposition {

    /** The quote holds nothing. */
    record NotHeld(String quote) implements Supposition {}

    /** A machine works also in these windows, in which it is closed; what stands on it moves up. Started work keeps its times. */
    record Overtime(MachineCode machine, List<TimeWindow> windows) implements Supposition {

        public Overtime {
            windows = List.copyOf(windows);
        }
    }

    /** What is asked for may be done by a machine of the same work centre as well, in the time of the one that is named for it. */
    record Substitute(MachineCode named, MachineCode substitute) implements Supposition {}

    /** A component that is ordered today is there in so many calendar days. */
    record Expedited(ItemNumber component, int leadTimeDays) implements Supposition {

        public Expedited {
            if (leadTimeDays < 0) {
                throw new IllegalArgumentException(
                        "lead time of " + component + " is " + leadTimeDays + " days, wanted 0 or more");
            }
        }
    }

    /** Some order lines may be done so much later than they are promised, or than they would be where that is later. */
    record Later(Set<OrderLineId> lines, Duration by) implements Supposition {

        public Later {
            lines = Set.copyOf(lines);
        }
    }

    /**
     * Some production orders are not made: what they take is free again, and goes first to whoever waits for it. All that
     * stands behind them moves up; nobody gives back what is gained so while he is late.
     *
     * @param givenBack made items that were reserved for them and are in stock again
     */
    record Without(Set<ProductionOrderNumber> orders, Map<ItemNumber, Quantity> givenBack) implements Supposition {

        public Without {
            orders = Set.copyOf(orders);
            givenBack = Map.copyOf(givenBack);
        }
    }
}
