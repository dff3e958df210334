package org.duebook.simulation;

import java.util.List;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.Placement;
import org.duebook.simulation.SimulatedShop.Job;

/** How others promise. */
final class PlainPromisers {
    private PlainPromisers() {}

    /** The order date and so many days, whatever stands on the machines. */
    static Promiser fixedLeadTime(int days) {
        return new GapPromiser() {
            @Override
            int minute(Situation now, List<Job> jobs, List<NewOperation> operations, List<Placement> placed) {
                return now.now + days * 1440;
            }
        };
    }

    /** The end of the first gaps found, as planned, as if material were always there. */
    static Promiser firstGapWithoutMaterial() {
        return new GapPromiser() {
            @Override
            int minute(Situation now, List<Job> jobs, List<NewOperation> operations, List<Placement> placed) {
                return placed.getLast().end();
            }

            @Override
            int earliest(Situation now, Job job) {
                return now.now;
            }
        };
    }
}
