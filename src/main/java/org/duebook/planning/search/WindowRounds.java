package org.duebook.planning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Slacks;
import org.duebook.planning.timeline.Timeline;

/**
 * Chain searches in stretches of time of one large plan, those of a round side by side. Every chain that makes the plan
 * long goes through every stretch, so what is gained in one is gained for all, and what is gained in two adds up.
 */
final class WindowRounds {
    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final SearchSettings settings;
    private final Movable movable;
    private final SplittableRandom random;

    WindowRounds(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            SearchSettings settings,
            Movable movable,
            long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.settings = settings;
        this.movable = movable;
        random = new SplittableRandom(seed);
    }

    /** From one minute up to another. */
    private record Stretch(int from, int to) {}

    /** What a search found for a window. */
    private record Found(Window window, int[][] sequences, long steps) {}

    int[][] improve(int[][] start, Crew crew, Budget budget, Consumer<int[][]> better) {
        Timeline plan = Timeline.of(problem, reference, start);
        List<Slacks> slacks =
                Stream.generate(() -> new Slacks(plan)).limit(settings.tasks()).toList();
        int[][] best = plan.sequences();
        plan.copyChanged(best);
        while (!budget.over() && budget.stepsLeft() > 0) {
            long steps = Math.max(1, Math.min(settings.roundSteps(), budget.stepsLeft() / settings.tasks()));
            List<Callable<Found>> tasks = new ArrayList<>();
            for (Stretch stretch : stretches(plan)) {
                Slacks own = slacks.get(tasks.size());
                SplittableRandom dice = random.split();
                tasks.add(() -> search(new Window(plan, movable, own, stretch.from, stretch.to), steps, dice, crew));
            }
            boolean gained = false;
            for (Found found : crew.all(tasks)) {
                gained |= take(plan, found);
                budget.spent(found.steps);
            }
            if (gained) {
                plan.copyChanged(best);
                better.accept(best.clone());
            }
        }
        return best;
    }

    private Found search(Window window, long steps, SplittableRandom dice, Crew crew) {
        ReferencePlan none = ReferencePlan.none(window.problem().operationCount());
        Kernel kernel = new ChainTabu(window.problem(), none, weights, steps);
        kernel.begin(window.sequences(), 1, dice);
        kernel.proceed(steps, crew::over);
        return new Found(window, kernel.bestSequences(), kernel.steps());
    }

    /** Takes what was found over unless it makes the whole worse; answers whether it made it better. */
    private boolean take(Timeline plan, Found found) {
        WeighedCost before = WeighedCost.of(plan.evaluation(), weights);
        plan.mark();
        found.window.putInto(plan, found.sequences);
        plan.update();
        WeighedCost after = WeighedCost.of(plan.evaluation(), weights);
        if (after.compareTo(before) > 0) {
            plan.undo();
            return false;
        }
        plan.keep();
        return after.compareTo(before) < 0;
    }

    /** Stretches that do not overlap, at most one a task, each with about as many starts as wanted. */
    private List<Stretch> stretches(Timeline plan) {
        int[] starts = IntStream.range(0, movable.count())
                .map(i -> plan.start(movable.get(i)))
                .sorted()
                .toArray();
        int share = starts.length / settings.tasks();
        int size = Math.max(1, Math.min(settings.windowOperations(), share));
        int offset = random.nextInt(starts.length);
        List<Stretch> drawn = new ArrayList<>();
        for (int i = 0; i < settings.tasks(); i++) {
            int last = Math.min((offset + i * share) % starts.length + size, starts.length) - 1;
            drawn.add(new Stretch(starts[Math.max(0, last - size + 1)], starts[last] + 1));
        }
        drawn.sort(Comparator.comparingInt(Stretch::from));
        List<Stretch> apart = new ArrayList<>();
        for (Stretch each : drawn) {
            if (apart.isEmpty() || each.from >= apart.getLast().to) {
                apart.add(each);
            }
        }
        return apart;
    }
}
