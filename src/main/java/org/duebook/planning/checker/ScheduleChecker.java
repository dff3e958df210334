package org.duebook.planning.checker;

import java.util.List;
import org.duebook.planning.checker.PlantDescription.Scheduled;

/** Proves a schedule feasible or says where it is not. */
public final class ScheduleChecker {
    private ScheduleChecker() {}

    /** Every violation found; an empty list is the proof. */
    public static List<Violation> check(PlantDescription plant, List<Scheduled> schedule) {
        throw new UnsupportedOperationException("check " + plant + schedule);
    }
}
