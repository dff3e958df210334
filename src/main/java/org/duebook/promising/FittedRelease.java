package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.production.Demand;
import org.duebook.shared.OrderNumber;

/**
 * A release fitted into the plan.
 *
 * @param productionEnd when the plant is done with it; the instant of asking when stock covers it
 * @param earliest the earliest day it can be there
 */
record FittedRelease(OwedRelease owed, Placement placement, Instant productionEnd, LocalDate earliest) {

    /** Fits everything still owed into the gaps of the plan, one after another in the order given, moving nobody. */
    static List<FittedRelease> fit(
            PlanSnapshot plan,
            OrderNumber order,
            List<OwedRelease> releases,
            DeliveryTime time,
            int priority,
            Instant now) {
        List<OwedRelease> owed =
                releases.stream().filter(release -> !release.isDelivered()).toList();
        List<Demand> demands = owed.stream()
                .map(release -> release.demand(order, time, priority))
                .toList();
        List<Placement> placements = plan.place(demands);
        List<FittedRelease> fitted = new ArrayList<>();
        for (int i = 0; i < owed.size(); i++) {
            Placement placement = placements.get(i);
            Instant end = placement.proposal().productionOrders().isEmpty() ? now : placement.end();
            fitted.add(new FittedRelease(owed.get(i), placement, end, time.deliveryDay(end)));
        }
        return fitted;
    }

    /** The requested day when it can be kept, else the earliest later one; never an earlier one. */
    LocalDate date() {
        return earliest.isAfter(owed.requested()) ? earliest : owed.requested();
    }

    /** This release with its date given to the customer. */
    DatedRelease dated(LocalDate promised) {
        return new DatedRelease(owed, promised, placement);
    }
}
