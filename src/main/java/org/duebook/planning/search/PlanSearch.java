package org.duebook.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Slacks;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Searches a better plan in rounds of tasks that work side by side; after each round their results are put together in the
 * order of the tasks, so that the same seed and number of steps give the same plan whatever the threads did.
 */
public final class PlanSearch {
    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final SearchSettings settings;
    private final SplittableRandom random;
    private final Movable movable;

    public PlanSearch(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            SearchSettings settings,
            long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.settings = settings;
        random = new SplittableRandom(seed);
        movable = new Movable(problem);
    }

    /**
     * @param start sequences by machine
     * @param threads how many tasks of a round may run at once, asked again and again
     * @param better takes each better plan, between rounds
     */
    public int[][] improve(int[][] start, IntSupplier threads, Budget budget, Consumer<int[][]> better) {
        try (Crew crew = new Crew(threads, budget)) {
            return oneCompletion(problem) && movable.count() >= settings.windowsFrom()
                    ? byWindows(start, crew, budget, better)
                    : byPopulation(start, crew, budget, better);
        }
    }

    /** Whether one completion is all that counts, as for a project or a standard instance. */
    private static boolean oneCompletion(PlanningProblem problem) {
        return problem.jobCount() == 1 && problem.neverCloses();
    }

    private Kernel kernel(PlanningProblem of, ReferencePlan referenceOf) {
        return oneCompletion(of)
                ? new ChainTabu(of, referenceOf, weights, settings.chainPatience())
                : new LateAcceptance(
                        of, referenceOf, weights, settings.history().at(movable.count()));
    }

    private int[][] byPopulation(int[][] start, Crew crew, Budget budget, Consumer<int[][]> better) {
        List<Kernel> kernels = IntStream.range(0, settings.tasks())
                .mapToObj(i -> kernel(problem, reference))
                .toList();
        int kept = oneCompletion(problem)
                ? settings.chainPopulation()
                : settings.population().at(movable.count());
        Population population = new Population(kept, movable.count());
        int[][] best = start;
        WeighedCost bestCost = cost(start);
        for (int i = 0; i < settings.tasks(); i++) {
            kernels.get(i).begin(i == 0 ? start : fresh(), 1, random.split());
        }
        int finished = 0;
        while (!budget.over() && budget.stepsLeft() > 0) {
            long steps = Math.max(1, Math.min(settings.roundSteps(), budget.stepsLeft() / settings.tasks()));
            long before = kernels.stream().mapToLong(Kernel::steps).sum();
            List<Boolean> promising = crew.all(kernels.stream()
                    .map(kernel -> (Callable<Boolean>) () -> kernel.proceed(steps, budget::over))
                    .toList());
            budget.spent(kernels.stream().mapToLong(Kernel::steps).sum() - before);
            for (int i = 0; i < settings.tasks(); i++) {
                Kernel kernel = kernels.get(i);
                if (kernel.bestCost().compareTo(bestCost) < 0) {
                    bestCost = kernel.bestCost();
                    best = kernel.bestSequences();
                    better.accept(best);
                }
                if (!promising.get(i) && !budget.over()) {
                    population.add(kernel.best());
                    finished++;
                    kernel.begin(
                            population.isFull() ? child(population) : fresh(), 1 + finished / kept, random.split());
                }
            }
        }
        return best;
    }

    private WeighedCost cost(int[][] sequences) {
        return WeighedCost.of(Timeline.of(problem, reference, sequences).evaluation(), weights);
    }

    private int[][] child(Population population) {
        Plan a = population.any(random);
        if (population.size() == 1) {
            return a.sequences();
        }
        Plan b = population.other(a, random);
        return Blend.of(problem, a, b, 0.3 + 0.4 * random.nextDouble(), random);
    }

    private int[][] fresh() {
        TimedPlan plan = Dispatch.plan(problem, reference, 1 + 10 * random.nextDouble(), 3, random.split());
        return IntStream.range(0, problem.machineCount())
                .mapToObj(plan::sequence)
                .toArray(int[][]::new);
    }

    private record Cut(Window window, int[][] sequences, long steps) {}

    private int[][] byWindows(int[][] start, Crew crew, Budget budget, Consumer<int[][]> better) {
        Timeline timeline = Timeline.of(problem, reference, start);
        List<Slacks> slacks = IntStream.range(0, settings.tasks())
                .mapToObj(i -> new Slacks(timeline))
                .toList();
        int[][] best = timeline.sequences();
        timeline.copyChanged(best);
        while (!budget.over() && budget.stepsLeft() > 0) {
            long steps = Math.max(1, Math.min(settings.roundSteps(), budget.stepsLeft() / settings.tasks()));
            List<int[]> stretches = stretches(timeline);
            List<Callable<Cut>> tasks = new ArrayList<>();
            for (int i = 0; i < stretches.size(); i++) {
                int[] stretch = stretches.get(i);
                Slacks own = slacks.get(i);
                SplittableRandom dice = random.split();
                tasks.add(() -> {
                    Window window = new Window(timeline, movable, own, stretch[0], stretch[1]);
                    Kernel kernel = kernel(window.problem(), window.referencePlan());
                    kernel.begin(window.sequences(), 1, dice);
                    kernel.proceed(steps, budget::over);
                    return new Cut(window, kernel.bestSequences(), kernel.steps());
                });
            }
            boolean improved = false;
            for (Cut cut : crew.all(tasks)) {
                improved |= take(timeline, cut);
                budget.spent(cut.steps());
            }
            if (improved) {
                timeline.copyChanged(best);
                better.accept(best.clone());
            }
        }
        return best;
    }

    /** Takes a window's plan over unless it makes the whole worse; answers whether it made it better. */
    private boolean take(Timeline timeline, Cut cut) {
        WeighedCost before = WeighedCost.of(timeline.evaluation(), weights);
        timeline.mark();
        cut.window().putInto(timeline, cut.sequences());
        timeline.update();
        WeighedCost after = WeighedCost.of(timeline.evaluation(), weights);
        if (after.compareTo(before) > 0) {
            timeline.undo();
            return false;
        }
        timeline.keep();
        return after.compareTo(before) < 0;
    }

    /** Stretches of time that do not overlap, as many as tasks, each with about as many starts as wanted. */
    private List<int[]> stretches(Timeline timeline) {
        int[] starts = IntStream.range(0, movable.count())
                .map(i -> timeline.start(movable.get(i)))
                .sorted()
                .toArray();
        int size = Math.min(settings.windowOperations(), starts.length / settings.tasks());
        int share = starts.length / settings.tasks();
        int offset = random.nextInt(starts.length);
        List<int[]> stretches = new ArrayList<>();
        for (int i = 0; i < settings.tasks(); i++) {
            int first = (offset + i * share) % starts.length;
            int last = Math.min(first + size, starts.length) - 1;
            first = Math.max(0, last - size + 1);
            stretches.add(new int[] {starts[first], starts[last] + 1});
        }
        stretches.sort((a, b) -> Integer.compare(a[0], b[0]));
        for (int i = stretches.size() - 1; i > 0; i--) {
            if (stretches.get(i)[0] < stretches.get(i - 1)[1]) {
                stretches.remove(i);
            }
        }
        return Arrays.asList(stretches.toArray(int[][]::new));
    }
}
