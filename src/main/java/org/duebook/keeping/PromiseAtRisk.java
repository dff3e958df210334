package org.duebook.keeping;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duebook.promising.PromisedRelease;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Quantity;

/**
 * A promised release that will be there later than promised.
 *
 * @param version of the promise and what was decided on it; a decision names the one it was made on
 * @param owed what of it is still to be delivered
 * @param projected the day it will be there by the published plan, or if it left now: the earliest day it can be promised for
 * @param proposed the day it could be promised for with the chance that dates are told with
 * @param causes the longest wait first
 * @param kept when somebody kept the promise and chases it, the latest first
 */
public record PromiseAtRisk(
        PromisedRelease promise,
        int version,
        CustomerNumber customer,
        Quantity owed,
        LocalDate projected,
        LocalDate proposed,
        List<RiskCause> causes,
        List<KeptPromise> kept) {

    public PromiseAtRisk {
        causes = List.copyOf(causes);
        kept = List.copyOf(kept);
    }

    public ReleaseId id() {
        return promise.id();
    }

    public long daysLate() {
        return ChronoUnit.DAYS.between(promise.current(), projected);
    }

    /** Whether somebody must decide: nobody did, or it became worse since. */
    public boolean isUndecided() {
        return kept.isEmpty()
                || !kept.getFirst().promised().equals(promise.current())
                || projected.isAfter(kept.getFirst().projected());
    }
}
