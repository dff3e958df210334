package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duebook.planning.timeline.Board.Block;
import org.duebook.planning.timeline.GapInsertion.Insertion;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;
import org.duebook.planning.timeline.Placement.Bound;
import org.junit.jupiter.api.Test;

class GapInsertionTest {
    private static final int DAY = 1440;
    private static final ChangeoverMatrix THIRTY_MINUTES = ChangeoverMatrix.of(new int[][] {{0, 30}, {30, 0}});

    @Test
    void gapMustHoldBothSetupsOfANewState() {
        Board tooShort = lathe().with(0, new Block(1, 0, 0, 100)).with(0, new Block(2, 0, 259, 400));
        Board longEnough = lathe().with(0, new Block(1, 0, 0, 100)).with(0, new Block(2, 0, 260, 400));

        Placement behind = only(tooShort, onLathe(1, 0));
        Placement between = only(longEnough, onLathe(1, 0));

        assertThat(behind.start()).isEqualTo(430);
        assertThat(behind.bound()).isEqualTo(new Bound.MachineBusy(2, 0, 430));
        assertThat(between).isEqualTo(new Placement(0, 0, 100, 130, 230, new Bound.MachineBusy(1, 0, 130)));
    }

    @Test
    void sameStateNeedsNoSetupOnEitherSide() {
        Board board = lathe().with(0, new Block(1, 0, 0, 100)).with(0, new Block(2, 0, 200, 400));

        assertThat(only(board, onLathe(0, 0)).start()).isEqualTo(100);
    }

    @Test
    void quickerEndWinsThenSmallerSetupThenLowerMachine() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 1, 0);
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        Board board = Board.empty(b.build());

        NewOperation sameEnd = NewOperation.onMachines(
                9, 0, 0, List.of(new Option(0, 70), new Option(2, 100), new Option(1, 100)), List.of());
        NewOperation quicker =
                NewOperation.onMachines(9, 0, 0, List.of(new Option(1, 100), new Option(0, 69)), List.of());

        assertThat(only(board, sameEnd).machine()).isEqualTo(1);
        assertThat(only(board, quicker).machine()).isEqualTo(0);
    }

    @Test
    void everyCauseOfAStartIsNamed() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.of(new int[] {480}, new int[] {960}, DAY), ChangeoverMatrix.none(), 0, 0);
        b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 700);
        Board board = Board.empty(b.build());

        List<Placement> placements = GapInsertion.insert(
                        board,
                        List.of(
                                NewOperation.onMachines(1, 0, 100, List.of(new Option(0, 60)), List.of()),
                                NewOperation.onMachines(2, 0, 0, List.of(new Option(1, 10)), List.of(new After(0, 20))),
                                NewOperation.outside(3, 0, DAY, List.of(new After(1, 0))),
                                NewOperation.onMachines(
                                        4, 0, 3000, List.of(new Option(1, 5)), List.of(new After(2, 0)))))
                .placements();

        assertThat(placements)
                .extracting(Placement::bound)
                .containsExactly(
                        new Bound.Closed(100, 480),
                        new Bound.MachineUnavailable(700),
                        new Bound.Predecessor(1, 710),
                        new Bound.Earliest(3000));
        assertThat(placements.get(2).end()).isEqualTo(710 + DAY);
    }

    @Test
    void treesInsertedOneAfterAnotherDisturbNobodyAndLeaveTheFirstBoardAlone() {
        for (int seed = 1; seed <= 30; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            TimedPlan plan = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 2);
            long[] tags = new long[problem.operationCount()];
            Board first = Board.of(problem, plan, tags);
            List<List<Block>> before = rows(first);
            Random random = new Random(seed);
            Board board = first;
            for (int tree = 0; tree < 6; tree++) {
                Insertion insertion = GapInsertion.insert(board, randomTree(problem, random, 100 * tree));
                board = insertion.board();
                assertPrecedenceKept(insertion.placements());
            }

            assertThat(rows(first)).isEqualTo(before);
            for (int m = 0; m < problem.machineCount(); m++) {
                assertThat(board.blocks(m)).containsAll(before.get(m));
                for (Block block : board.blocks(m)) {
                    Board without = board.without(m, block.tag());
                    assertThat(block.tag() < 100 || without.fits(m, block))
                            .as("%s on %d", block, m)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void blockThatTouchesItsNeighboursSetupDoesNotFit() {
        Board board = lathe().with(0, new Block(1, 0, 0, 100)).with(0, new Block(2, 0, 260, 400));

        assertThat(board.fits(0, new Block(3, 1, 130, 230))).isTrue();
        assertThat(board.fits(0, new Block(3, 1, 130, 231))).isFalse();
        assertThat(board.fits(0, new Block(3, 1, 129, 230))).isFalse();
    }

    private static List<NewOperation> randomTree(PlanningProblem problem, Random random, int firstTag) {
        List<NewOperation> tree = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<After> after = i == 0 ? List.of() : List.of(new After(random.nextInt(i), random.nextInt(100)));
            long tag = 1000 + firstTag + i;
            int earliest = random.nextInt(2000);
            if (random.nextInt(6) == 0) {
                tree.add(NewOperation.outside(tag, earliest, 500, after));
            } else {
                int a = random.nextInt(problem.machineCount());
                int b = random.nextInt(problem.machineCount());
                List<Option> options = a == b
                        ? List.of(new Option(a, 40))
                        : List.of(new Option(a, 40), new Option(b, 30 + random.nextInt(100)));
                tree.add(NewOperation.onMachines(tag, random.nextInt(6), earliest, options, after));
            }
        }
        return tree;
    }

    private static void assertPrecedenceKept(List<Placement> placements) {
        for (Placement placement : placements) {
            assertThat(placement.start())
                    .isGreaterThanOrEqualTo(placement.bound().until());
            if (placement.bound() instanceof Bound.Predecessor by) {
                assertThat(placements.get(by.operation()).end()).isLessThanOrEqualTo(placement.start());
            }
        }
    }

    private static List<List<Block>> rows(Board board) {
        List<List<Block>> rows = new ArrayList<>();
        for (int m = 0; m < board.machineCount(); m++) {
            rows.add(board.blocks(m));
        }
        return rows;
    }

    private static Board lathe() {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), THIRTY_MINUTES, 0, 0);
        return Board.empty(b.build());
    }

    private static NewOperation onLathe(int state, int earliest) {
        return NewOperation.onMachines(9, state, earliest, List.of(new Option(0, 100)), List.of());
    }

    private static Placement only(Board board, NewOperation operation) {
        return GapInsertion.insert(board, List.of(operation)).placements().getFirst();
    }
}
