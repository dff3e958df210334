package org.duebook.planning.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;

/**
 * A plan between two plans. Every operation gets a point between its starts in both, machines run in the order of these
 * points. Both starts grow along every precedence, and so do the points: no loop can close; and two operations of a machine
 * that both plans order alike stay in that order.
 */
final class Blend {
    private Blend() {}

    /** @param share how much of {@code b}, from 0 (all a) to 1 (all b); also the chance to take its machine */
    static int[][] of(PlanningProblem problem, Plan a, Plan b, double share, RandomGenerator random) {
        int n = problem.operationCount();
        double[] point = new double[n];
        int[] machine = new int[n];
        for (int o = 0; o < n; o++) {
            point[o] = (1 - share) * a.start()[o] + share * b.start()[o];
            boolean same = a.machine()[o] == b.machine()[o];
            machine[o] = same || random.nextDouble() >= share ? a.machine()[o] : b.machine()[o];
        }
        int[][] sequences = new int[problem.machineCount()][];
        for (int m = 0; m < sequences.length; m++) {
            int on = m;
            int[] frozen = problem.frozen(m);
            IntStream others = IntStream.range(0, n)
                    .filter(o -> machine[o] == on && Arrays.stream(frozen).noneMatch(f -> f == o))
                    .boxed()
                    .sorted((x, y) -> point[x] != point[y] ? Double.compare(point[x], point[y]) : Integer.compare(x, y))
                    .mapToInt(Integer::intValue);
            sequences[m] = IntStream.concat(Arrays.stream(frozen), others).toArray();
        }
        return sequences;
    }
}
