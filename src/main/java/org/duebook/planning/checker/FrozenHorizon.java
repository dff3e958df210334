package org.duebook.planning.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duebook.planning.checker.PlantDescription.Scheduled;

/** Proves that what the shop floor was told to do next it is still to do on the same machines in the same order. */
final class FrozenHorizon {
    private FrozenHorizon() {}

    /** Every pair of neighbours is looked at, in the order in which the plan in force has them on a machine. */
    static void check(List<Scheduled> settled, Map<String, Scheduled> scheduled, List<Violation> violations) {
        List<Scheduled> inOrder = new ArrayList<>(settled);
        inOrder.sort(Comparator.comparing((Scheduled s) -> s.machine().orElse(""))
                .thenComparing(Scheduled::start)
                .thenComparing(Scheduled::end));
        Scheduled before = null;
        for (Scheduled was : inOrder) {
            Scheduled is = scheduled.get(was.operation());
            if (is == null || was.machine().isEmpty()) {
                continue;
            }
            if (!is.machine().equals(was.machine())) {
                violations.add(new Violation(
                        Violation.Kind.FROZEN_ORDER,
                        was.operation(),
                        was.operation() + " is frozen on " + was.machine().get() + " but scheduled on "
                                + is.machine().orElse("no machine")));
                continue;
            }
            if (before != null
                    && before.machine().equals(is.machine())
                    && is.start().isBefore(before.start())) {
                violations.add(new Violation(
                        Violation.Kind.FROZEN_ORDER,
                        was.operation(),
                        was.operation() + " is frozen behind " + before.operation() + " on "
                                + is.machine().get() + " but scheduled at " + is.start() + ", before it at "
                                + before.start()));
            }
            before = is;
        }
    }
}
