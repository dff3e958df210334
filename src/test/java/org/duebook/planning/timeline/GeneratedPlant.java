package org.duebook.planning.timeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.duebook.planning.checker.PlantDescription;
import org.duebook.planning.checker.PlantDescription.After;
import org.duebook.planning.checker.PlantDescription.Changeover;
import org.duebook.planning.checker.PlantDescription.Material;
import org.duebook.planning.checker.PlantDescription.PlantMachine;
import org.duebook.planning.checker.PlantDescription.Receipt;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.PlantDescription.Work;

/**
 * A random make-to-order plant, described twice by independent code: as a problem in minutes and as a description in
 * instants for the checker.
 */
public final class GeneratedPlant {
    private static final int DAY = 1440;
    private static final int WEEK = 7 * DAY;
    private static final int FAMILY = 3;
    /** Minutes of setup per operation a plant of that load is thought to need. */
    private static final int SETUP_ALLOWED = 30;

    /**
     * What to generate; see {@link #small} and {@link #ofSize}.
     *
     * @param load work of the busiest work centre ÷ its capacity until the last due date
     * @param sharedShifts whether the machines of a work centre keep the same shifts
     */
    public record Shape(
            int operations,
            int workCentres,
            int machinesPerCentre,
            int states,
            double load,
            boolean frozen,
            boolean sharedShifts) {}

    private record Run(int machine, int minutes) {}

    private static final class Step {
        final int state;
        int earliest;
        final List<Run> runs = new ArrayList<>();
        final Map<Integer, Integer> after = new HashMap<>();
        int outside = -1;
        int fixedMachine = -1;
        int frozenMachine = -1;
        int fixedStart;
        int fixedEnd;

        Step(int state, int earliest) {
            this.state = state;
            this.earliest = earliest;
        }

        int shortest() {
            return outside >= 0
                    ? outside
                    : runs.stream().mapToInt(Run::minutes).min().orElseThrow();
        }
    }

    private final Random random;
    private final Shape shape;
    private final int machines;
    private final List<GeneratedShifts> shifts = new ArrayList<>();
    private final double[] centreShare;
    private final int[][] matrix;
    private final int[] initialState;
    private final List<Step> steps = new ArrayList<>();
    private final List<int[]> jobs = new ArrayList<>();
    private final List<int[]> receipts = new ArrayList<>();

    private GeneratedPlant(long seed, Shape shape) {
        random = new Random(seed);
        this.shape = shape;
        machines = shape.workCentres * shape.machinesPerCentre;
        for (int m = 0; m < machines; m++) {
            shifts.add(new GeneratedShifts(random, shape.sharedShifts ? m / shape.machinesPerCentre : m));
        }
        centreShare = centreShares();
        matrix = changeoverMatrix();
        initialState = random.ints(machines, -1, shape.states).toArray();
        while (steps.size() < shape.operations) {
            job();
        }
        if (shape.frozen) {
            startSomeWork();
        }
        setDueDates();
    }

    public static GeneratedPlant small(long seed) {
        return new GeneratedPlant(seed, new Shape(20 + (int) (seed % 40), 3, 2, 6, 0.95, seed % 2 == 0, false));
    }

    /**
     * Fourteen machines in seven work centres for a thousand operations; more in proportion. Loaded by 90 to 105 %,
     * depending on the seed.
     */
    public static GeneratedPlant ofSize(long seed, int operations) {
        int centres = Math.max(3, operations * 7 / 1000);
        double load = 0.9 + 0.15 * new Random(~seed).nextDouble();
        return new GeneratedPlant(seed, new Shape(operations, centres, 2, 12, load, true, true));
    }

    /** One more order, of five operations one after another; every operation known before keeps its number. */
    public void addOrder(int dueMinute, int weight) {
        jobs.add(new int[] {chain(5, List.of(), 0), dueMinute, dueMinute, weight});
    }

    /** The same for the same number, whatever came before. @param number of the order */
    public void addOrder(long number, int dueMinute, int weight) {
        random.setSeed(number);
        addOrder(dueMinute, weight);
    }

    /**
     * Every job is promised for when it ends in a plan, or for its due date where that is later.
     *
     * @param to promises end with a whole number of so many minutes: 1, or 1440 where days are promised
     */
    public void promise(TimedPlan plan, int weightFactor, int to) {
        PlanningProblem problem = problem();
        for (int job = 0; job < jobs.size(); job++) {
            int[] promised = jobs.get(job);
            promised[1] = Math.ceilDiv(Math.max(promised[1], plan.end(problem.lastFinal(job, plan))), to) * to;
            promised[2] = PlanningProblem.NO_DUE;
            promised[3] *= weightFactor;
        }
    }

    /** Material of every third receipt comes so many minutes later, and what waits for it may begin later. */
    public void delayEveryThirdReceipt(int minutes) {
        for (int i = 0; i < receipts.size(); i += 3) {
            receipts.get(i)[0] += minutes;
            steps.get(receipts.get(i)[1]).earliest += minutes;
        }
    }

    /** Work goes to the centres about as their opening hours allow, summed up from the first centre on. */
    private double[] centreShares() {
        double[] shares = new double[shape.workCentres];
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            sum += openMachines(c) * (shape.sharedShifts ? 0.8 + 0.2 * random.nextDouble() : 1);
            shares[c] = sum;
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    private double openMachines(int centre) {
        return IntStream.range(centre * shape.machinesPerCentre, (centre + 1) * shape.machinesPerCentre)
                .mapToDouble(m -> shifts.get(m).workingTime().openShare())
                .sum();
    }

    private int anyCentre() {
        double share = random.nextDouble();
        int centre = 0;
        while (centreShare[centre] < share) {
            centre++;
        }
        return centre;
    }

    /**
     * Cheap within a family, dear between two: to strip down one for the other, then to set up the state. No way round
     * over a third state is shorter than the way straight, if only an operation is done there.
     */
    private int[][] changeoverMatrix() {
        int[][] result = new int[shape.states][shape.states];
        int families = shape.states / FAMILY + 1;
        int[][] stripDown = new int[families][families];
        for (int[] row : stripDown) {
            Arrays.setAll(row, f -> 60 + random.nextInt(91));
        }
        int[] setUp = random.ints(shape.states, 0, 31).toArray();
        for (int a = 0; a < shape.states; a++) {
            for (int b = 0; b < shape.states; b++) {
                boolean sameFamily = a / FAMILY == b / FAMILY;
                int within = 5 + random.nextInt(11);
                result[a][b] = a == b ? 0 : sameFamily ? within : stripDown[a / FAMILY][b / FAMILY] + setUp[b];
            }
        }
        return result;
    }

    private void job() {
        int earliest = random.nextInt(4) == 0 ? receipt() : 0;
        List<Integer> ends = new ArrayList<>();
        int branches = random.nextInt(3) == 0 ? 2 : 1;
        for (int b = 0; b < branches; b++) {
            ends.add(chain(2 + random.nextInt(3), List.of(), earliest));
        }
        int last = chain(1 + random.nextInt(2), ends, 0);
        jobs.add(new int[] {last, 0, 0, 1 + random.nextInt(5)});
    }

    private int receipt() {
        // Not at minute 0, where work may have begun that needed it.
        int at = Math.max(1, random.nextInt(WEEK));
        receipts.add(new int[] {at, steps.size()});
        return at;
    }

    private int chain(int length, List<Integer> after, int earliest) {
        List<Integer> before = after;
        for (int i = 0; i < length; i++) {
            Step step = new Step(random.nextInt(shape.states), i == 0 ? earliest : 0);
            before.forEach(p -> step.after.put(p, random.nextInt(3) == 0 ? 60 : 0));
            if (i == 1 && random.nextInt(8) == 0) {
                step.outside = DAY + random.nextInt(2 * DAY);
            } else {
                int centre = anyCentre();
                int minutes = 30 + random.nextInt(210);
                int first = centre * shape.machinesPerCentre;
                boolean alternates = random.nextInt(3) > 0;
                int chosen = first + random.nextInt(shape.machinesPerCentre);
                for (int m = first; m < first + shape.machinesPerCentre; m++) {
                    if (alternates || m == chosen) {
                        step.runs.add(new Run(m, minutes + random.nextInt(20)));
                    }
                }
            }
            steps.add(step);
            before = List.of(steps.size() - 1);
        }
        return steps.size() - 1;
    }

    /** Some machines are in the middle of an operation that waits on nothing, and some know what comes next. */
    private void startSomeWork() {
        boolean[] busy = new boolean[machines];
        boolean[] settled = new boolean[machines];
        for (Step step : steps) {
            if (step.after.isEmpty() && step.earliest == 0 && step.outside < 0 && random.nextInt(3) == 0) {
                int machine = step.runs.getFirst().machine;
                if (!busy[machine]) {
                    busy[machine] = true;
                    step.fixedMachine = machine;
                    step.fixedStart = -60;
                    step.fixedEnd = random.nextInt(1000);
                } else if (!settled[machine]) {
                    settled[machine] = true;
                    step.frozenMachine = machine;
                }
            }
        }
    }

    /** Work of the busiest work centre ÷ its capacity over the span of the due dates = load. */
    private void setDueDates() {
        double span = 0;
        for (int c = 0; c < shape.workCentres; c++) {
            double work = 0;
            for (Step step : steps) {
                if (step.outside < 0 && step.runs.getFirst().machine / shape.machinesPerCentre == c) {
                    work += step.shortest() + SETUP_ALLOWED;
                }
            }
            span = Math.max(span, work / openMachines(c) / shape.load);
        }
        for (int[] job : jobs) {
            job[1] = 2 * DAY + (int) (random.nextDouble() * span);
            job[2] = job[1] - random.nextInt(2 * DAY);
        }
    }

    /** The plant as the timeline wants it. */
    public PlanningProblem problem() {
        ProblemBuilder b = new ProblemBuilder();
        ChangeoverMatrix changeovers = ChangeoverMatrix.of(matrix);
        for (int m = 0; m < machines; m++) {
            b.machine(shifts.get(m).workingTime(), changeovers, initialState[m], 0);
        }
        for (Step s : steps) {
            int o = s.outside >= 0 ? b.outside(s.outside, s.earliest) : b.operation(s.state, s.earliest);
            if (s.fixedMachine >= 0) {
                b.fix(o, s.fixedMachine, s.fixedStart, s.fixedEnd).freeze(s.fixedMachine, o);
            } else {
                s.runs.forEach(r -> b.runsOn(o, r.machine, r.minutes));
            }
            if (s.frozenMachine >= 0) {
                b.freeze(s.frozenMachine, o);
            }
        }
        for (int o = 0; o < steps.size(); o++) {
            int after = o;
            steps.get(o).after.forEach((before, lag) -> b.precedes(before, after, lag));
        }
        jobs.forEach(j -> b.job(new int[] {j[0]}, j[1], j[2], j[3]));
        return b.build();
    }

    /** The plant as the checker wants it, its calendars unrolled for {@code weeks}. */
    public PlantDescription description(int weeks) {
        List<PlantMachine> described = IntStream.range(0, machines)
                .mapToObj(m -> new PlantMachine(
                        "M" + m,
                        shifts.get(m).unrolled(weeks),
                        changeovers(),
                        initialState[m] < 0 ? Optional.empty() : Optional.of("S" + initialState[m]),
                        WrittenPlan.ORIGIN))
                .toList();
        List<Work> work = IntStream.range(0, steps.size()).mapToObj(this::work).toList();
        List<Scheduled> frozen = IntStream.range(0, steps.size())
                .filter(o -> steps.get(o).fixedMachine >= 0)
                .mapToObj(o -> {
                    Step s = steps.get(o);
                    return new Scheduled(
                            "O" + o,
                            Optional.of("M" + s.fixedMachine),
                            at(s.fixedStart),
                            at(s.fixedStart),
                            at(s.fixedEnd));
                })
                .toList();
        List<Receipt> coming = receipts.stream()
                .map(r -> new Receipt(at(r[0]), BigDecimal.ONE))
                .toList();
        Map<String, BigDecimal> taken = new HashMap<>();
        receipts.forEach(r -> taken.put("O" + r[1], BigDecimal.ONE));
        return new PlantDescription(
                described, work, frozen, List.of(new Material("BAR", BigDecimal.ZERO, coming, taken)));
    }

    private Map<Changeover, Duration> changeovers() {
        Map<Changeover, Duration> result = new HashMap<>();
        for (int a = 0; a < shape.states; a++) {
            for (int b = 0; b < shape.states; b++) {
                result.put(new Changeover("S" + a, "S" + b), Duration.ofMinutes(matrix[a][b]));
            }
        }
        return result;
    }

    private Work work(int o) {
        Step s = steps.get(o);
        Map<String, Duration> runs = new HashMap<>();
        s.runs.forEach(r -> runs.put("M" + r.machine, Duration.ofMinutes(r.minutes)));
        List<After> after = s.after.entrySet().stream()
                .map(e -> new After("O" + e.getKey(), Duration.ofMinutes(e.getValue())))
                .toList();
        Optional<Duration> outside = s.outside < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(s.outside));
        return new Work("O" + o, runs, outside, "S" + s.state, at(s.earliest), after);
    }

    /** A plan in the checker's words. */
    public static List<Scheduled> schedule(TimedPlan plan) {
        return WrittenPlan.of(plan);
    }

    /** Σ over jobs of weight × minutes after the promised date, in a schedule that has passed the checker. */
    public long weightedLateMinutes(List<Scheduled> schedule) {
        Map<String, Scheduled> byOperation = new HashMap<>();
        schedule.forEach(s -> byOperation.put(s.operation(), s));
        return jobs.stream()
                .mapToLong(j -> j[3] * Math.max(0, WrittenPlan.minute(end(byOperation, j[0])) - j[1]))
                .sum();
    }

    private static Instant end(Map<String, Scheduled> byOperation, int operation) {
        return Optional.ofNullable(byOperation.get(WrittenPlan.operation(operation)))
                .orElseThrow()
                .end();
    }

    /** Working minutes of setup before work that had not started, in a schedule that has passed the checker. */
    public long changeoverMinutes(List<Scheduled> schedule) {
        int[] state = initialState.clone();
        long sum = 0;
        for (Scheduled s :
                schedule.stream().sorted(Comparator.comparing(Scheduled::start)).toList()) {
            Step step = steps.get(Integer.parseInt(s.operation().substring(1)));
            if (s.machine().isPresent()) {
                int machine = Integer.parseInt(s.machine().get().substring(1));
                boolean counts = step.fixedMachine < 0 && state[machine] >= 0;
                sum += counts ? matrix[state[machine]][step.state] : 0;
                state[machine] = step.state;
            }
        }
        return sum;
    }

    private static Instant at(int minute) {
        return WrittenPlan.at(minute);
    }
}
