package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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
        return IntStream.range(0, owed.size())
                .mapToObj(i -> of(owed.get(i), placements.get(i), time, now))
                .toList();
    }

    /** Finds everything still owed where it is held. */
    static List<FittedRelease> held(
            List<Placement> places, List<OwedRelease> releases, DeliveryTime time, Instant now) {
        return releases.stream()
                .filter(release -> !release.isDelivered())
                .map(release -> of(release, placeOf(release, places), time, now))
                .toList();
    }

    private static FittedRelease of(OwedRelease owed, Placement placement, DeliveryTime time, Instant now) {
        Instant end = placement.proposal().productionOrders().isEmpty() ? now : placement.end();
        return new FittedRelease(owed, placement, end, time.deliveryDay(end));
    }

    private static Placement placeOf(OwedRelease owed, List<Placement> places) {
        return places.stream()
                .filter(place -> place.proposal().demand().orderLine().line() == owed.line()
                        && place.proposal().demand().release() == owed.release())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is held for line " + owed.line() + " release "
                        + owed.release() + ", though the quote is"));
    }

    /** The requested day when it can be kept, else the earliest later one; never an earlier one. */
    LocalDate date() {
        return earliest.isAfter(owed.requested()) ? earliest : owed.requested();
    }

    /** This release given the day the plan allows. */
    GivenRelease given() {
        boolean late = earliest.isAfter(owed.requested());
        return new GivenRelease(this, date(), late ? "earliest day the plan allows" : "requested date kept");
    }

    /** This release given the day it was quoted at, or a later one when the plan no longer allows that. */
    GivenRelease givenAsQuoted(LocalDate quoted) {
        return date().isAfter(quoted) ? given() : new GivenRelease(this, quoted, "as quoted");
    }
}
