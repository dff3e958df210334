package org.duebook.planning.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Searches of the whole plan, side by side. One that has no prospect leaves its plan in a population and begins anew: from
 * a plan near the dispatch rule's while the population is small, then from a {@link Blend} of two of its plans.
 */
final class PopulationRounds {
    /** How far the dispatch rule is bent for another plan to begin with, see {@link Dispatch}. */
    private static final double BEND = 3;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final Supplier<Kernel> kernel;
    private final Population population;
    private final SplittableRandom random;

    PopulationRounds(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            Supplier<Kernel> kernel,
            Population population,
            long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.kernel = kernel;
        this.population = population;
        random = new SplittableRandom(seed);
    }

    int[][] improve(int[][] start, SearchSettings settings, Crew crew, Budget budget, Consumer<int[][]> better) {
        int tasks = settings.tasks();
        List<Kernel> kernels = Stream.generate(kernel).limit(tasks).toList();
        int[][] best = start;
        WeighedCost bestCost =
                WeighedCost.of(Timeline.of(problem, reference, start).evaluation(), weights);
        for (int i = 0; i < tasks; i++) {
            kernels.get(i).begin(i == 0 ? start : nearDispatch(), 1, random.split());
        }
        int finished = 0;
        while (!budget.over() && budget.stepsLeft() > 0) {
            long steps = Math.max(1, Math.min(settings.roundSteps(), budget.stepsLeft() / tasks));
            long before = steps(kernels);
            List<Boolean> prospects = crew.all(kernels.stream()
                    .map(each -> (Callable<Boolean>) () -> each.proceed(steps, crew::over))
                    .toList());
            budget.spent(steps(kernels) - before);
            for (int i = 0; i < tasks; i++) {
                Kernel each = kernels.get(i);
                if (each.bestCost().compareTo(bestCost) < 0) {
                    bestCost = each.bestCost();
                    best = each.bestSequences();
                    better.accept(best);
                }
                if (!prospects.get(i) && !budget.over()) {
                    population.add(each.best());
                    finished++;
                    each.begin(next(), 1 + finished / population.size(), random.split());
                }
            }
        }
        return best;
    }

    private static long steps(List<Kernel> kernels) {
        return kernels.stream().mapToLong(Kernel::steps).sum();
    }

    private int[][] next() {
        if (!population.isFull()) {
            return nearDispatch();
        }
        Plan one = population.any(random);
        if (population.size() == 1) {
            return one.sequences();
        }
        double share = 0.3 + 0.4 * random.nextDouble();
        return Blend.of(problem, one, population.other(one, random), share, random);
    }

    private int[][] nearDispatch() {
        double lookAhead = 1 + 10 * random.nextDouble();
        return Dispatch.plan(problem, reference, lookAhead, BEND, random.split())
                .sequences();
    }
}
