package org.duebook.policy;

import java.util.Optional;

/**
 * A kept judgement judged anew, by the files of the version that judged it.
 *
 * @param again what they say now; empty when that version is not kept or does not run any more
 */
public record Replay(Judgement judgement, Optional<OrderVerdict> again) {

    /** Whether it comes to the same verdict, word for word. */
    public boolean isSame() {
        return again.filter(judgement.verdict()::equals).isPresent();
    }
}
