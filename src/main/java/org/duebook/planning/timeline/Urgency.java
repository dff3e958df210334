package org.duebook.planning.timeline;

import java.util.Arrays;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * How urgent each operation is, seen from the due dates: the minute it should end so that the fastest way through the
 * rest of its job, at the plant's usual opening hours, still keeps the date; and the weight of the heaviest such job.
 */
final class Urgency {
    /** Stands for "no due date": about fourteen years of minutes. */
    private static final double FAR = 7e6;

    final double[] latestEnd;
    final int[] weight;
    /** Elapsed minutes of the fastest run, closed time included at the machine's usual share. */
    final double[] elapsed;

    final double meanElapsed;

    Urgency(PlanningProblem problem) {
        int n = problem.operationCount();
        latestEnd = new double[n];
        Arrays.fill(latestEnd, FAR);
        weight = new int[n];
        elapsed = new double[n];
        double sum = 0;
        for (int o = 0; o < n; o++) {
            elapsed[o] = fastest(problem, o);
            sum += elapsed[o];
        }
        meanElapsed = Math.max(1, sum / Math.max(1, n));
        for (int job = 0; job < problem.jobCount(); job++) {
            int due = problem.promised[job] != PlanningProblem.NO_DUE ? problem.promised[job] : problem.requested[job];
            for (int k = problem.finals.from()[job]; k < problem.finals.from()[job + 1]; k++) {
                int o = problem.finals.target()[k];
                latestEnd[o] = Math.min(latestEnd[o], due);
                weight[o] = Math.max(weight[o], problem.weight[job]);
            }
        }
        spreadBackwards(problem);
    }

    private static double fastest(PlanningProblem problem, int o) {
        if (problem.outside(o)) {
            return problem.outsideMinutes[o];
        }
        double best = Double.MAX_VALUE;
        for (int i = problem.eligible.from()[o]; i < problem.eligible.from()[o + 1]; i++) {
            double share = problem.calendar[problem.eligible.target()[i]].openShare();
            best = Math.min(best, problem.eligible.amount()[i] / share);
        }
        return best;
    }

    private void spreadBackwards(PlanningProblem problem) {
        Csr rows = problem.successors;
        for (int k = problem.topological.length - 1; k >= 0; k--) {
            int o = problem.topological[k];
            for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
                int later = rows.target()[i];
                latestEnd[o] = Math.min(latestEnd[o], latestEnd[later] - elapsed[later] - rows.amount()[i]);
                weight[o] = Math.max(weight[o], weight[later]);
            }
        }
    }
}
