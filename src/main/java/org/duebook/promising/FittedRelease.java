package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.Outlook;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.production.Demand;
import org.duebook.shared.OrderNumber;

/**
 * A release fitted into the plan.
 *
 * @param productionEnd when the plant is done with it; the instant of asking when stock covers it
 * @param confidence with which its date is to hold
 * @param earliest the earliest day it can be there with that confidence
 */
record FittedRelease(
        OwedRelease owed,
        Placement placement,
        Instant productionEnd,
        DeliveryTime time,
        Confidence confidence,
        LocalDate earliest) {

    /** Fits everything still owed into the gaps of the plan, one after another in the order given, moving nobody. */
    static List<FittedRelease> fit(
            PlanSnapshot plan,
            OrderNumber order,
            List<OwedRelease> releases,
            DeliveryTime time,
            Confidence confidence,
            int priority,
            Instant now) {
        List<OwedRelease> owed =
                releases.stream().filter(release -> !release.isDelivered()).toList();
        List<Demand> demands = owed.stream()
                .map(release -> release.demand(order, time, priority))
                .toList();
        List<Placement> placements = plan.place(demands, confidence.share());
        return IntStream.range(0, owed.size())
                .mapToObj(i -> of(owed.get(i), placements.get(i), time, confidence, now))
                .toList();
    }

    /** Finds everything still owed where it is held. */
    static List<FittedRelease> held(
            List<Placement> places, List<OwedRelease> releases, DeliveryTime time, Confidence confidence, Instant now) {
        return releases.stream()
                .filter(release -> !release.isDelivered())
                .map(release -> of(release, placeOf(release, places), time, confidence, now))
                .toList();
    }

    static FittedRelease of(
            OwedRelease owed, Placement placement, DeliveryTime time, Confidence confidence, Instant now) {
        boolean inStock = placement.proposal().productionOrders().isEmpty();
        Instant end = inStock ? now : placement.end();
        Instant surely = inStock ? now : placement.outlook().endWith(confidence.share());
        return new FittedRelease(owed, placement, end, time, confidence, time.deliveryDay(surely));
    }

    /** The day it is there if all goes as planned. */
    LocalDate planned() {
        return time.deliveryDay(productionEnd);
    }

    /** How sure a date for it is. */
    Assurance assurance(LocalDate date) {
        Outlook outlook = placement.proposal().productionOrders().isEmpty()
                ? Outlook.certain(productionEnd)
                : placement.outlook();
        return Assurance.of(outlook, confidence, time.latestEnd(date));
    }

    DatedRelease dated() {
        return new DatedRelease(owed, date(), assurance(date()));
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
        return new GivenRelease(
                this, date(), late ? "earliest day the plan allows" : "requested date kept", assurance(date()));
    }

    /**
     * Whether the day quoted still stands: it is as sure as it was to be, or no less time is left before it than was told. What
     * is drawn anew says ninety or eighty-nine of a hundred of one and the same place.
     */
    boolean keeps(DatedRelease quoted) {
        Assurance told = quoted.assurance();
        return !date().isAfter(quoted.date())
                || told != null && !productionEnd.plus(told.buffer()).isAfter(time.latestEnd(quoted.date()));
    }

    /** This release given the day it was quoted at, as sure as it was then, or as it is by now where it no longer stands. */
    GivenRelease givenAsQuoted(DatedRelease quoted) {
        return new GivenRelease(
                this, quoted.date(), "as quoted", keeps(quoted) ? quoted.assurance() : assurance(quoted.date()));
    }
}
