package org.duebook.planning.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.duebook.catalog.LotSize;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;

/** One machine that is always open; going from one of two colours to the other takes 30 minutes. */
class LotFormingTest {

    private static final int DAY = 1440;
    private static final int RED = 0;
    private static final int BLUE = 1;

    private final ProblemBuilder builder = new ProblemBuilder();
    private final List<Integer> kinds = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private LotSize size = LotSize.ANY;

    LotFormingTest() {
        builder.machine(
                WorkingTime.of(new int[] {0}, new int[] {7 * DAY}, 7 * DAY),
                ChangeoverMatrix.of(new int[][] {{0, 30}, {30, 0}}),
                RED,
                0);
    }

    @Test
    void likeOperationsSideBySideAreALotTheMostUrgentFirst() {
        int later = order(RED, 10, 3 * DAY);
        int urgent = order(RED, 10, DAY);
        int other = order(BLUE, 10, DAY);

        Lots lots = forming().readyTogether(plan(later, urgent, other));

        assertThat(lots.joined()).containsExactly(new int[] {urgent, later});
        assertThat(lots.members(lots.lotOf(other))).containsExactly(other);
    }

    @Test
    void operationTheOthersWouldHaveToWaitForStaysByItself() {
        int one = order(RED, 10, DAY);
        int other = order(RED, 10, DAY);
        int waits = orderFrom(5, RED, 10, DAY);

        Lots lots = forming().readyTogether(plan(one, other, waits));

        assertThat(lots.joined()).containsExactly(new int[] {one, other});
        assertThat(forming().sideBySide(plan(one, other, waits)).joined())
                .containsExactly(new int[] {one, other, waits});
    }

    @Test
    void likeOperationsWithOthersBetweenThemAreNoLot() {
        int one = order(RED, 10, DAY);
        int other = order(BLUE, 10, DAY);
        int again = order(RED, 10, DAY);

        assertThat(forming().readyTogether(plan(one, other, again)).isEmpty()).isTrue();
    }

    @Test
    void whatIsDueTogetherIsALotAndWhatIsDueLaterIsTheNext() {
        int first = order(RED, 10, DAY);
        int third = order(RED, 10, 4 * DAY);
        int second = order(RED, 10, 2 * DAY);
        int other = order(BLUE, 10, DAY);

        assertThat(forming().dueWithin(DAY).joined()).containsExactly(new int[] {first, second});
        assertThat(forming().dueWithin(3 * DAY).joined()).containsExactly(new int[] {first, second, third});
        assertThat(forming().dueWithin(3 * DAY).lotOf(other)).isEqualTo(1);
    }

    @Test
    void lotIsNeverMoreThanTheMaximum() {
        size = new LotSize(null, null, pieces(25));
        int[] orders = {order(RED, 10, DAY), order(RED, 15, DAY), order(RED, 5, DAY), order(RED, 30, DAY)};

        assertThat(forming().dueWithin(DAY).joined()).containsExactly(new int[] {orders[0], orders[1]});
    }

    @Test
    void lotThatIsAWholeMultipleIsNotAddedTo() {
        size = new LotSize(null, pieces(20), null);
        int[] orders = {order(RED, 15, DAY), order(RED, 5, DAY), order(RED, 10, DAY), order(RED, 15, DAY)};

        assertThat(forming().dueWithin(DAY).joined())
                .containsExactly(new int[] {orders[0], orders[1]}, new int[] {orders[2], orders[3]});
    }

    @Test
    void lotsBelowTheMinimumAreFilledUpWithTheNextThatIsDue() {
        size = new LotSize(pieces(20), null, null);
        int[] orders = {order(RED, 10, DAY), order(RED, 10, 3 * DAY), order(RED, 20, 4 * DAY), order(RED, 10, 5 * DAY)};
        LotForming forming = forming();

        Lots lots = forming.filledUp(Lots.none(4));

        assertThat(lots.joined()).containsExactly(new int[] {orders[0], orders[1]}, new int[] {orders[2], orders[3]});
        assertThat(like().belowMinimum(Lots.none(4))).isEqualTo(3);
        assertThat(like().belowMinimum(lots)).isZero();
    }

    @Test
    void lotIsNotFilledUpAboveTheMaximumNorWithWhatIsDueMuchLater() {
        size = new LotSize(pieces(20), null, pieces(25));
        order(RED, 10, DAY);
        order(RED, 16, 2 * DAY);
        order(RED, 5, 10 * DAY);

        assertThat(forming().filledUp(Lots.none(3)).isEmpty()).isTrue();
    }

    @Test
    void ofALongRowOnlyWhatReachesTheMinimumStaysTogether() {
        size = new LotSize(pieces(20), null, null);
        int[] orders = {order(RED, 10, DAY), order(RED, 10, DAY), order(RED, 10, DAY), order(RED, 10, DAY)};
        boolean[] hurting = new boolean[4];

        assertThat(forming().upToTheMinimum(plan(orders), hurting).joined())
                .containsExactly(new int[] {orders[0], orders[1]}, new int[] {orders[2], orders[3]});
        hurting[orders[2]] = true;
        assertThat(forming().upToTheMinimum(plan(orders), hurting).joined())
                .containsExactly(new int[] {orders[0], orders[1]});
    }

    @Test
    void frozenWorkIsInNoLot() {
        int frozen = order(RED, 10, DAY);
        int one = order(RED, 10, DAY);
        int other = order(RED, 10, DAY);
        builder.freeze(0, frozen);

        assertThat(forming().sideBySide(plan(frozen, one, other)).joined()).containsExactly(new int[] {one, other});
    }

    @Test
    void stepsThatLeadBackToThemselvesAreJoinedWithNothing() {
        int one = order(RED, 10, DAY);
        int other = order(RED, 10, DAY);
        int after = order(BLUE, 10, DAY);
        int before = order(BLUE, 10, DAY);
        builder.precedes(one, after, 0).precedes(before, other, 0);

        assertThat(forming().dueWithin(DAY).isEmpty()).isTrue();
    }

    private int order(int colour, long amount, int due) {
        return orderFrom(0, colour, amount, due);
    }

    /** An order of so many pieces, a minute each. */
    private int orderFrom(int earliest, int colour, long amount, int due) {
        int operation = builder.operation(colour, earliest);
        builder.runsOn(operation, 0, (int) amount);
        builder.job(new int[] {operation}, due, due, 1);
        kinds.add(colour);
        quantities.add(pieces(amount));
        return operation;
    }

    private LikeWork like() {
        return like(builder.build());
    }

    private LikeWork like(PlanningProblem problem) {
        int[] kind = kinds.stream().mapToInt(Integer::intValue).toArray();
        return LikeWork.of(problem, kind, quantities, List.of(size, size));
    }

    private LotForming forming() {
        return new LotForming(like());
    }

    private TimedPlan plan(int... sequence) {
        PlanningProblem problem = builder.build();
        return Timeline.of(problem, ReferencePlan.none(problem.operationCount()), new int[][] {sequence})
                .timedPlan();
    }

    private static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }
}
