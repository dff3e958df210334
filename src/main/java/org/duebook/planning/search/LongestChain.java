package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Tails;
import org.duebook.planning.timeline.Timeline;

/** One longest chain of operations through a plan: each starts when the one before it lets it. */
final class LongestChain {
    private final PlanningProblem problem;
    private final Timeline timeline;
    private final Tails tails;

    private int[] operations = new int[256];
    private int length;
    /** Whether the operation at a position of the chain waited for the one before it on its machine. */
    private boolean[] byMachine = new boolean[256];

    /** By position in the chain: ready without the machine, minutes that follow in the job. */
    private int[] readyAt = new int[256];

    private int[] jobTail = new int[256];

    LongestChain(Timeline timeline, Tails tails) {
        this.timeline = timeline;
        this.tails = tails;
        problem = timeline.problem();
    }

    int length() {
        return length;
    }

    int operation(int position) {
        return operations[position];
    }

    /** Whether it waited for the one before it on its machine. */
    boolean byMachine(int position) {
        return byMachine[position];
    }

    /** When it is ready without its machine. */
    int readyAt(int position) {
        return readyAt[position];
    }

    /** Minutes that follow it in its job. */
    int jobTail(int position) {
        return jobTail[position];
    }

    /** When the last job is done. */
    int completion() {
        int last = Integer.MIN_VALUE;
        for (int job = 0; job < problem.jobCount(); job++) {
            last = Math.max(last, timeline.completion(job));
        }
        return last;
    }

    /** Goes back from a final operation that ends last; draws where two let an operation start. */
    void walk(RandomGenerator random) {
        int at = lastFinal(random);
        length = 0;
        while (at != NONE) {
            if (length == operations.length) {
                operations = Arrays.copyOf(operations, 2 * length);
                byMachine = Arrays.copyOf(byMachine, 2 * length);
                readyAt = new int[2 * length];
                jobTail = new int[2 * length];
            }
            operations[length] = at;
            int start = timeline.start(at);
            int before = problem.fixed(at) ? NONE : timeline.previous(at);
            boolean machine = before != NONE && timeline.machineReadyAt(at) == start;
            int predecessor = problem.fixed(at) ? NONE : timeline.lastPredecessor(at);
            boolean job = predecessor != NONE
                    && timeline.readyAt(at) == start
                    && timeline.end(predecessor) + problem.lag(predecessor, at) == start;
            boolean takeMachine = machine && (!job || random.nextBoolean());
            byMachine[length++] = takeMachine;
            at = takeMachine ? before : job ? predecessor : NONE;
        }
        reverse();
        for (int i = 0; i < length; i++) {
            readyAt[i] = timeline.readyAt(operations[i]);
            jobTail[i] = tails.afterInJob(operations[i]);
        }
    }

    private void reverse() {
        for (int i = 0, j = length - 1; i < j; i++, j--) {
            int o = operations[i];
            operations[i] = operations[j];
            operations[j] = o;
            boolean m = byMachine[i];
            byMachine[i] = byMachine[j];
            byMachine[j] = m;
        }
    }

    private int lastFinal(RandomGenerator random) {
        int completion = completion();
        int chosen = NONE;
        int seen = 0;
        for (int job = 0; job < problem.jobCount(); job++) {
            if (timeline.completion(job) != completion) {
                continue;
            }
            for (int i = 0; i < problem.finalCount(job); i++) {
                int o = problem.finalOperation(job, i);
                if (timeline.end(o) + problem.finalDelay(job, i) == completion && random.nextInt(++seen) == 0) {
                    chosen = o;
                }
            }
        }
        return chosen;
    }
}
