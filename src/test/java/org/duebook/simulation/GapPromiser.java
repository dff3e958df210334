package org.duebook.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;
import org.duebook.planning.timeline.Placement;
import org.duebook.simulation.SimulatedShop.Job;

/** Puts an order where its operations end earliest, moving nobody. */
abstract class GapPromiser implements Promiser {

    @Override
    public final Promise promise(Situation now, List<Job> jobs) {
        List<NewOperation> operations =
                jobs.stream().map(job -> operation(now, job)).toList();
        List<Placement> placed = Board.rigid(now.timeline).draft().insert(operations, 0);
        return new Promise(minute(now, jobs, operations, placed), places(now, jobs, placed));
    }

    /** The date told for operations put there. */
    abstract int minute(Situation now, List<Job> jobs, List<NewOperation> operations, List<Placement> placed);

    /** The minute an operation's material is thought to be there. */
    int earliest(Situation now, Job job) {
        return now.earliest(job);
    }

    private NewOperation operation(Situation now, Job job) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < SimulatedPlant.MACHINES_EACH; i++) {
            options.add(new Option(
                    job.work().workCentre() * SimulatedPlant.MACHINES_EACH + i,
                    job.work().minutes()));
        }
        List<After> after = job.step == 0 ? List.of() : List.of(new After(job.step - 1, 0));
        return NewOperation.onMachines(job.work().state(), earliest(now, job), options, after);
    }

    private static List<Place> places(Situation now, List<Job> jobs, List<Placement> placed) {
        List<Place> places = new ArrayList<>();
        for (Placement each : placed) {
            int behind = each.behind();
            int known = now.jobs.size();
            Job before = behind < 0 ? null : behind < known ? now.jobs.get(behind) : jobs.get(behind - known);
            places.add(new Place(each.machine(), before));
        }
        return places;
    }
}
