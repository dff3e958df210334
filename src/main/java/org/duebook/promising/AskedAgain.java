package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.duebook.planning.PlanSnapshot;
import org.duebook.production.Demand;
import org.duebook.shared.OrderNumber;

/**
 * A quote asked again of a plan, and of that plan changed.
 *
 * @param plan the plan as it is now, without what the quote itself holds
 * @param given its releases with the days they can have without any help: those quoted, or earlier ones by now
 */
record AskedAgain(
        OrderNumber order,
        DeliveryTime time,
        Confidence confidence,
        int priority,
        Instant now,
        PlanSnapshot plan,
        List<DatedRelease> given,
        List<FittedRelease> fitted) {

    AskedAgain {
        given = List.copyOf(given);
        fitted = List.copyOf(fitted);
    }

    static AskedAgain of(
            OrderNumber order,
            DeliveryTime time,
            Confidence confidence,
            int priority,
            Instant now,
            PlanSnapshot plan,
            List<DatedRelease> quoted) {
        List<OwedRelease> owed = quoted.stream().map(DatedRelease::owed).toList();
        List<FittedRelease> fitted = FittedRelease.fit(plan, order, owed, time, confidence, priority, now);
        return new AskedAgain(
                order,
                time,
                confidence,
                priority,
                now,
                plan,
                fitted.stream().map(each -> given(each, quoted)).toList(),
                fitted);
    }

    private static DatedRelease given(FittedRelease fitted, List<DatedRelease> quoted) {
        return quoted.stream()
                .filter(dated -> dated.is(fitted.owed()))
                .filter(dated -> dated.date().isBefore(fitted.date()))
                .findFirst()
                .map(dated -> new DatedRelease(fitted.owed(), dated.date(), dated.assurance()))
                .orElseGet(fitted::dated);
    }

    List<OwedRelease> owed() {
        return given.stream().map(DatedRelease::owed).toList();
    }

    /** What is there later than it was asked for. */
    List<DatedRelease> late() {
        return given.stream().filter(AskedAgain::isLate).toList();
    }

    private static boolean isLate(DatedRelease dated) {
        return dated.date().isAfter(dated.owed().requested());
    }

    /** What is late by now, that which is done last first. */
    List<FittedRelease> lateLastFirst() {
        return lateLastFirst(fitted);
    }

    static List<FittedRelease> lateLastFirst(List<FittedRelease> found) {
        return found.stream()
                .filter(each -> each.earliest().isAfter(each.owed().requested()))
                .sorted(Comparator.comparing(FittedRelease::productionEnd).reversed())
                .toList();
    }

    /** The day given to a release. */
    LocalDate given(OwedRelease owed) {
        return given.stream()
                .filter(dated -> dated.is(owed))
                .map(DatedRelease::date)
                .findFirst()
                .orElseThrow();
    }

    List<FittedRelease> on(PlanSnapshot changed) {
        return on(changed, owed());
    }

    List<FittedRelease> on(PlanSnapshot changed, List<OwedRelease> releases) {
        return FittedRelease.fit(changed, order, releases, time, confidence, priority, now);
    }

    /** What is asked of the plan for it. */
    List<Demand> demands() {
        return owed().stream()
                .filter(release -> !release.isDelivered())
                .map(release -> release.demand(order, time, priority))
                .toList();
    }

    /** Whether something late is there earlier and nothing later. */
    boolean isBetter(List<FittedRelease> found) {
        return found.stream().noneMatch(each -> each.date().isAfter(given(each.owed())))
                && found.stream().anyMatch(this::isEarlier);
    }

    boolean isEarlier(FittedRelease found) {
        return found.date().isBefore(given(found.owed()));
    }

    /** Days by which late releases are still late; less is better. */
    long daysLate(List<FittedRelease> found) {
        return found.stream()
                .mapToLong(each ->
                        each.date().toEpochDay() - each.owed().requested().toEpochDay())
                .sum();
    }
}
