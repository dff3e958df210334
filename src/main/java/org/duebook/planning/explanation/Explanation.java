package org.duebook.planning.explanation;

import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.explanation.LateChain.Link;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;

/**
 * Walks a plan backwards along the job's own operations: from the one that ends last to the predecessor each waited for
 * last, naming what filled every minute between. Spans touch each other, so their lengths add up to the job's time in
 * work; spans of no length are left out.
 */
public final class Explanation {
    private final PlanningProblem problem;
    private final TimedPlan plan;
    private final int[] before;
    private final List<Link> links = new ArrayList<>();

    private Explanation(PlanningProblem problem, TimedPlan plan) {
        this.problem = problem;
        this.plan = plan;
        before = new int[plan.operationCount()];
        for (int m = 0; m < plan.machineCount(); m++) {
            int last = PlanningProblem.NONE;
            for (int o : plan.sequence(m)) {
                before[o] = last;
                last = o;
            }
        }
    }

    /** The causes of a job's completion, whether it is late or not. */
    public static LateChain of(PlanningProblem problem, TimedPlan plan, int job) {
        Explanation explanation = new Explanation(problem, plan);
        int last = problem.lastFinal(job, plan);
        for (int o = last; o != PlanningProblem.NONE; ) {
            o = explanation.explain(o);
        }
        return new LateChain(job, plan.end(last), explanation.links);
    }

    /** By operation what it waited for, and its own run; only its own links, not those of its predecessors. */
    public static List<List<Link>> ofEach(PlanningProblem problem, TimedPlan plan) {
        Explanation explanation = new Explanation(problem, plan);
        List<List<Link>> each = new ArrayList<>(plan.operationCount());
        for (int o = 0; o < plan.operationCount(); o++) {
            explanation.links.clear();
            explanation.explain(o);
            each.add(List.copyOf(explanation.links));
        }
        return each;
    }

    /** Explains one operation and answers the predecessor it waited for, or none at the end of the chain. */
    private int explain(int o) {
        int machine = plan.machine(o);
        if (problem.fixed(o)) {
            links.add(new Link.Fixed(o, machine, plan.start(o), plan.end(o)));
            return PlanningProblem.NONE;
        }
        links.add(new Link.Ran(o, machine, plan.start(o), plan.end(o)));
        int predecessor = PlanningProblem.NONE;
        int ready = problem.earliest(o);
        for (int p : problem.predecessors(o)) {
            if (plan.end(p) + problem.lag(p, o) > ready) {
                predecessor = p;
                ready = plan.end(p) + problem.lag(p, o);
            }
        }
        if (machine != PlanningProblem.NONE) {
            machineWait(o, machine, ready);
        }
        if (predecessor == PlanningProblem.NONE) {
            if (ready > 0) {
                links.add(new Link.Material(o, 0, ready));
            }
        } else if (ready > plan.end(predecessor)) {
            links.add(new Link.Transfer(o, predecessor, plan.end(predecessor), ready));
        }
        return predecessor;
    }

    private void machineWait(int o, int machine, int ready) {
        int previous = before[o];
        int state = previous == PlanningProblem.NONE ? problem.initialState(machine) : problem.setupState(previous);
        int setup = problem.changeovers(machine).minutes(state, problem.setupState(o));
        int available = problem.availableFrom(machine);
        boolean busy = previous != PlanningProblem.NONE && plan.end(previous) >= available;
        int free = busy ? plan.end(previous) : available;
        int setUp = problem.calendar(machine).plus(free, setup);
        int possible = Math.max(ready, setUp);
        if (plan.start(o) > possible) {
            links.add(new Link.Closed(o, machine, possible, plan.start(o)));
        }
        if (setUp > ready) {
            links.add(
                    busy
                            ? new Link.MachineBusy(o, machine, previous, problem.jobOf(previous), setup, ready, setUp)
                            : new Link.MachineUnavailable(o, machine, ready, setUp));
        }
    }
}
