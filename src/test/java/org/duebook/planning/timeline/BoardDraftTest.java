package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.planning.timeline.PlanningProblem.NO_DUE;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;
import org.duebook.planning.timeline.Placement.Bound;
import org.junit.jupiter.api.Test;

class BoardDraftTest {
    private static final int DAY = 1440;
    private static final ChangeoverMatrix THIRTY_MINUTES = ChangeoverMatrix.of(new int[][] {{0, 30}, {30, 0}});

    @Test
    void gapMustHoldBothSetupsOfANewStateWhereNobodyGivesWay() {
        BoardDraft tooShort = Board.rigid(lathe(NO_DUE, 259)).draft();
        BoardDraft longEnough = Board.rigid(lathe(NO_DUE, 260)).draft();

        Placement behind = only(tooShort, onLathe(1), 0);
        Placement between = only(longEnough, onLathe(1), 0);

        assertThat(behind.start()).isEqualTo(259 + 140 + 30);
        assertThat(behind.bound()).isEqualTo(new Bound.MachineBusy(1, 0, 429));
        assertThat(between).isEqualTo(new Placement(0, 2, 0, 0, 100, 130, 230, new Bound.MachineBusy(0, 0, 130)));
    }

    @Test
    void sameStateNeedsNoSetupOnEitherSide() {
        BoardDraft draft = Board.rigid(lathe(NO_DUE, 200)).draft();

        assertThat(only(draft, onLathe(0), 0).start()).isEqualTo(100);
    }

    @Test
    void whoHasTimeToSpareGivesWayToTheMinuteAndNoFurther() {
        // The second operation starts at 110 and runs 140 minutes; for the newcomer it must wait for the run and two
        // setups.
        Board justEnough = Board.yielding(lathe(260 + 140, 110), 0);
        Board oneTooFew = Board.yielding(lathe(259 + 140, 110), 0);

        BoardDraft draft = justEnough.draft();
        Placement between = only(draft, onLathe(1), 0);
        Placement behind = only(oneTooFew.draft(), onLathe(1), 0);

        assertThat(between.start()).isEqualTo(130);
        assertThat(draft.start(1)).isEqualTo(260);
        assertThat(justEnough.start(1)).isEqualTo(110);
        assertThat(draft.done().latestStart(1)).isEqualTo(260);
        assertThat(behind.start()).isEqualTo(110 + 140 + 30);
    }

    @Test
    void whatIsFrozenGivesWayToNobody() {
        Board frozen = Board.yielding(lathe(NO_DUE, 110), 111);

        assertThat(frozen.latestStart(1)).isEqualTo(110);
        assertThat(only(frozen.draft(), onLathe(1), 0).start()).isEqualTo(280);
    }

    @Test
    void whatIsAllowedToBeLaterGivesWayByThatMuchMore() {
        Board oneTooFew = Board.yielding(lathe(259 + 140, 110), 0);
        BoardDraft allowed = oneTooFew.draft();

        allowed.allow(1, 1);
        allowed.settle();

        assertThat(oneTooFew.latestStart(1)).isEqualTo(259);
        assertThat(allowed.done().latestStart(1)).isEqualTo(260);
        assertThat(only(allowed, onLathe(1), 0).start()).isEqualTo(130);
    }

    @Test
    void allThatWaitsForAMachineMovesUpWhenItWorksLonger() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.of(new int[] {480}, new int[] {960}, DAY), ChangeoverMatrix.none(), 0, 0);
        frozen(b, 0, 400, 0);
        frozen(b, 0, 200, 0);
        Board board = Board.yielding(timeline(b), 0);
        BoardDraft draft = board.draft();

        draft.work(0, WorkingTime.of(new int[] {480}, new int[] {1200}, DAY));

        assertThat(board.end(1)).isEqualTo(DAY + 480 + 120);
        assertThat(draft.start(1)).isEqualTo(880);
        assertThat(draft.end(1)).isEqualTo(1080);
    }

    @Test
    void thriftWaitsForASetupThatIsSpared() {
        // Two setups for 100 minutes at once and back, or none 240 minutes later behind an operation of the same state.
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        frozen(b, 0, 100, 0);
        frozen(b, 0, 20, 300);
        frozen(b, 1, 20, 350);
        Board board = Board.rigid(timeline(b));

        assertThat(only(board.draft(), onLathe(1), 4).start()).isEqualTo(130);
        assertThat(only(board.draft(), onLathe(1), 5).start()).isEqualTo(370);
    }

    @Test
    void quickerEndWinsThenSmallerSetupThenLowerMachine() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 1, 0);
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        Board board = Board.empty(b.build());

        NewOperation sameEnd = NewOperation.onMachines(
                0, 0, List.of(new Option(0, 70), new Option(2, 100), new Option(1, 100)), List.of());
        NewOperation quicker = NewOperation.onMachines(0, 0, List.of(new Option(1, 100), new Option(0, 69)), List.of());

        assertThat(only(board.draft(), sameEnd, 0).machine()).isEqualTo(1);
        assertThat(only(board.draft(), quicker, 0).machine()).isEqualTo(0);
    }

    @Test
    void everyCauseOfAStartIsNamed() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.of(new int[] {480}, new int[] {960}, DAY), ChangeoverMatrix.none(), 0, 0);
        b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 700);
        Board board = Board.empty(b.build());

        List<Placement> placements = board.draft()
                .insert(
                        List.of(
                                NewOperation.onMachines(0, 100, List.of(new Option(0, 60)), List.of()),
                                NewOperation.onMachines(0, 0, List.of(new Option(1, 10)), List.of(new After(0, 20))),
                                NewOperation.outside(0, DAY, List.of(new After(1, 0))),
                                NewOperation.onMachines(0, 3000, List.of(new Option(1, 5)), List.of(new After(2, 0)))),
                        0);

        assertThat(placements)
                .extracting(Placement::bound)
                .containsExactly(
                        new Bound.Closed(100, 480),
                        new Bound.MachineUnavailable(700),
                        new Bound.Predecessor(1, 710),
                        new Bound.Earliest(3000));
        assertThat(placements.get(2).end()).isEqualTo(710 + DAY);
    }

    /** The timeline of the whole problem is the oracle: same times, same slack, nobody's date touched. */
    @Test
    void ordersPutInOneAfterAnotherStandAsTheTimelineWouldTimeThem() {
        for (int seed = 1; seed <= 119; seed += 2) {
            GeneratedPlant plant = GeneratedPlant.small(seed);
            Timeline before = dispatched(plant.problem());
            int known = before.problem().operationCount();
            int jobs = before.problem().jobCount();
            Board first = Board.yielding(before, 600);
            int orders = 3;
            for (int i = 0; i < orders; i++) {
                plant.addOrder(NO_DUE, 1);
            }
            PlanningProblem problem = plant.problem();
            BoardDraft draft = first.draft();
            Random random = new Random(seed);
            for (int i = 0; i < orders; i++) {
                draft.insert(Replan.operations(problem, known + 5 * i, known + 5 * i + 5), random.nextInt(4));
            }
            Board board = draft.done();

            Timeline whole = Timeline.of(problem, ReferencePlan.none(problem.operationCount()), rows(board));

            assertThat(whole.looped()).isFalse();
            for (int o = 0; o < problem.operationCount(); o++) {
                assertThat(board.start(o)).as("start of %d, seed %d", o, seed).isEqualTo(whole.start(o));
                assertThat(board.end(o)).as("end of %d, seed %d", o, seed).isEqualTo(whole.end(o));
            }
            for (int job = 0; job < jobs; job++) {
                assertThat(whole.completion(job))
                        .as("job %d, seed %d", job, seed)
                        .isLessThanOrEqualTo(Math.max(problem.promised(job), before.completion(job)));
            }
            for (int o = 0; o < known; o++) {
                assertThat(first.start(o)).isEqualTo(before.start(o));
                if (before.start(o) < 600) {
                    assertThat(whole.start(o)).as("frozen %d, seed %d", o, seed).isLessThanOrEqualTo(before.start(o));
                }
            }
        }
    }

    @Test
    void slackAfterAPromiseAndAfterARemovalIsThatOfABoardMadeAnew() {
        for (int seed = 1; seed <= 119; seed += 2) {
            GeneratedPlant plant = GeneratedPlant.small(seed);
            Timeline before = dispatched(plant.problem());
            int known = before.problem().operationCount();
            plant.addOrder(NO_DUE, 1);
            BoardDraft draft = Board.yielding(before, 0).draft();
            List<Placement> placed = draft.insert(Replan.operations(plant.problem(), known, known + 5), 0);
            int due = placed.getLast().end() + 300;
            draft.promise(known + 4, due);
            Board promised = draft.done();
            GeneratedPlant same = GeneratedPlant.small(seed);
            same.addOrder(due, 1);
            PlanningProblem problem = same.problem();
            Timeline whole = Timeline.of(problem, ReferencePlan.none(problem.operationCount()), rows(promised));
            Board anew = Board.yielding(whole, 0);
            BoardDraft back = promised.draft();
            back.remove(IntStream.range(known, known + 5).toArray());
            Board without = back.done();
            Board first = Board.yielding(before, 0);

            for (int o = 0; o < problem.operationCount(); o++) {
                assertThat(promised.latestStart(o))
                        .as("slack of %d, seed %d", o, seed)
                        .isEqualTo(anew.latestStart(o));
            }
            for (int o = 0; o < known; o++) {
                assertThat(without.start(o)).isEqualTo(first.start(o));
                assertThat(without.latestStart(o))
                        .as("slack of %d, seed %d", o, seed)
                        .isEqualTo(first.latestStart(o));
            }
        }
    }

    @Test
    void operationsPutAtKnownPlacesStandAsTheyDidWhenTheyWereFound() {
        for (int seed = 1; seed <= 59; seed += 2) {
            GeneratedPlant plant = GeneratedPlant.small(seed);
            Timeline before = dispatched(plant.problem());
            int known = before.problem().operationCount();
            plant.addOrder(NO_DUE, 1);
            List<NewOperation> operations = Replan.operations(plant.problem(), known, known + 5);
            Board base = Board.yielding(before, 0);
            BoardDraft draft = base.draft();
            List<Placement> found = draft.insert(operations, 1);

            BoardDraft again = base.draft();
            for (Placement placement : found) {
                NewOperation operation = operations.get(placement.operation());
                int o = placement.machine() < 0
                        ? again.putOutside(operation.outsideMinutes(), operation.earliest())
                        : again.put(
                                placement.machine(),
                                placement.behind(),
                                minutes(operation, placement.machine()),
                                operation.setupState(),
                                operation.earliest());
                operation.after().forEach(after -> again.join(known + after.operation(), o, after.lag()));
            }
            again.settle();

            for (int o = 0; o < known + 5; o++) {
                assertThat(again.start(o)).as("start of %d, seed %d", o, seed).isEqualTo(draft.start(o));
            }
        }
    }

    private static int minutes(NewOperation operation, int machine) {
        return operation.options().stream()
                .filter(option -> option.machine() == machine)
                .findFirst()
                .orElseThrow()
                .minutes();
    }

    private static Timeline dispatched(PlanningProblem problem) {
        ReferencePlan none = ReferencePlan.none(problem.operationCount());
        return Timeline.of(problem, none, Dispatch.plan(problem, none, 2).sequences());
    }

    private static int[][] rows(Board board) {
        return IntStream.range(0, board.machineCount()).mapToObj(board::row).toArray(int[][]::new);
    }

    /** Two operations of the same state on one machine, 100 and 140 minutes; the first has no time to spare, the second begins at {@code second}. */
    private static Timeline lathe(int promised, int second) {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        b.job(new int[] {frozen(b, 0, 100, 0)}, 100, NO_DUE, 1);
        b.job(new int[] {frozen(b, 0, 140, second)}, promised, NO_DUE, 1);
        return timeline(b);
    }

    private static int frozen(ProblemBuilder b, int state, int minutes, int earliest) {
        int o = b.operation(state, earliest);
        b.runsOn(o, 0, minutes).freeze(0, o);
        return o;
    }

    private static Timeline timeline(ProblemBuilder b) {
        PlanningProblem problem = b.build();
        return new Timeline(problem, ReferencePlan.none(problem.operationCount()));
    }

    private static NewOperation onLathe(int state) {
        return NewOperation.onMachines(state, 0, List.of(new Option(0, 100)), List.of());
    }

    private static Placement only(BoardDraft draft, NewOperation operation, int thrift) {
        return draft.insert(List.of(operation), thrift).getFirst();
    }
}
