package org.duebook.planning;

import java.util.Locale;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.Evaluation;

/** A plan's score as a planner reads it. */
final class Score {

    private Score() {}

    static String inWords(WeighedCost cost, Evaluation evaluation) {
        if (cost.broken() > 0) {
            return "not feasible yet";
        }
        return String.format(
                Locale.ROOT,
                "weighted lateness %.0f h (against requested dates %.0f h), changeovers %.1f h, moved operations %d",
                evaluation.latePromised() / 60.0,
                evaluation.tardyRequested() / 60.0,
                evaluation.changeoverMinutes() / 60.0,
                evaluation.movedOperations());
    }
}
