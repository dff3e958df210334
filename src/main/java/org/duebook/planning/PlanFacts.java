package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duebook.catalog.LotSize;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.plant.Changeover;
import org.duebook.plant.Machine;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;

/**
 * Everything a plan is made from, read at one instant.
 *
 * @param now the instant, cut to the minute
 * @param origin minute 0 of the timeline: not after {@code now} and not after the start of anything that runs
 * @param working working time of each machine from the origin to the horizon
 * @param orders open production orders, and the proposals that quotes hold
 * @param free stock that is on hand and not reserved, by item
 * @param leadTimeDays calendar days to buy each component that orders need
 * @param lotSizes of the items that orders make, as far as any are wanted
 */
record PlanFacts(
        Instant now,
        Instant origin,
        Instant horizon,
        ZoneId zone,
        List<Machine> machines,
        Map<WorkCentreCode, List<Changeover>> changeovers,
        Map<MachineCode, List<TimeWindow>> working,
        List<ProductionOrder> orders,
        Map<ItemNumber, Quantity> free,
        List<ScheduledReceipt> receipts,
        Map<ItemNumber, Integer> leadTimeDays,
        Map<ItemNumber, LotSize> lotSizes) {

    /** How far calendars are laid out at least; beyond what is laid out, the last week, an ordinary one, repeats. */
    static final Duration HORIZON = Duration.ofDays(16 * 7);

    /** How far holidays, overtime and downtime are followed that come later; behind that, every week is an ordinary one. */
    static final Duration FURTHEST_HORIZON = Duration.ofDays(2 * 365);

    /** The same with other orders. */
    PlanFacts withOrders(List<ProductionOrder> others) {
        return new PlanFacts(
                now,
                origin,
                horizon,
                zone,
                machines,
                changeovers,
                working,
                others,
                free,
                receipts,
                leadTimeDays,
                lotSizes);
    }

    int minute(Instant at) {
        return (int) Math.clamp(ChronoUnit.MINUTES.between(origin, at), Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }

    /** The first whole minute at or after an instant. */
    int minuteFrom(Instant at) {
        int floor = minute(at);
        return at(floor).isBefore(at) ? floor + 1 : floor;
    }

    Instant at(int minute) {
        return origin.plus(minute, ChronoUnit.MINUTES);
    }

    Stream<Operation> operations() {
        return orders.stream().flatMap(order -> order.operations().stream());
    }
}
