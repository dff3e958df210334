package org.duebook.keeping;

import java.time.LocalDate;
import org.duebook.promising.ReleaseId;
import org.jspecify.annotations.Nullable;

/** What somebody decides about a promise that cannot be kept. */
public sealed interface PromiseDecision {

    ReleaseId release();

    /** The version of the promise that was looked at. */
    int version();

    String reason();

    /**
     * Promises another day.
     *
     * @param promised the day the customer is told; null where none was given, which is refused: nobody is bound to a day that
     *     nobody saw
     */
    record Revise(ReleaseId release, int version, @Nullable LocalDate promised, String reason)
            implements PromiseDecision {}

    /** Leaves the promise as it is and chases it. */
    record Keep(ReleaseId release, int version, String reason) implements PromiseDecision {}
}
