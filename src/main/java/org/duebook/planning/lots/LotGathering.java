package org.duebook.planning.lots;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.duebook.catalog.LotSize;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.Evaluation;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Brings together what is alike and stands apart in a plan: of each two rows of a kind that follow each other in time the
 * later is put behind the earlier, or the earlier before the later, on whichever machine that is. It stays so where the
 * plan is better for it, which a saved changeover makes it; where one of the two alone is less than is worth setting up for,
 * it stays so unless a promise suffers.
 */
public final class LotGathering {

    private final LikeWork like;
    private final Timeline timeline;
    private final Function<Evaluation, WeighedCost> costs;
    private WeighedCost cost;

    private LotGathering(
            LikeWork like, TimedPlan plan, ReferencePlan reference, Function<Evaluation, WeighedCost> costs) {
        this.like = like;
        this.costs = costs;
        int[][] sequences =
                IntStream.range(0, plan.machineCount()).mapToObj(plan::sequence).toArray(int[][]::new);
        timeline = Timeline.of(like.problem(), reference, sequences);
        cost = costs.apply(timeline.evaluation());
    }

    /**
     * The plan's sequences with like work gathered.
     *
     * @param goOn asked before each try; false ends it with what was found so far
     */
    public static int[][] of(
            LikeWork like,
            TimedPlan plan,
            ReferencePlan reference,
            Function<Evaluation, WeighedCost> costs,
            BooleanSupplier goOn) {
        LotGathering gathering = new LotGathering(like, plan, reference, costs);
        for (List<int[]> rows : gathering.rowsByKind(plan)) {
            int[] row = rows.getFirst();
            for (int i = 1; i < rows.size() && goOn.getAsBoolean(); i++) {
                int[] later = rows.get(i);
                row = gathering.gathered(row, later) ? joined(row, later) : later;
            }
        }
        return gathering.timeline.sequences();
    }

    /** Rows of one kind that stand side by side, in order of start; only kinds that have several. */
    private List<List<int[]>> rowsByKind(TimedPlan plan) {
        Map<Integer, List<int[]>> rows = new HashMap<>();
        for (int m = 0; m < plan.machineCount(); m++) {
            int[] sequence = plan.sequence(m);
            int from = 0;
            for (int at = 1; at <= sequence.length; at++) {
                if (at == sequence.length || !like.alike(sequence[from], sequence[at])) {
                    int kind = like.kind(sequence[from]);
                    if (kind != NONE) {
                        rows.computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(Arrays.copyOfRange(sequence, from, at));
                    }
                    from = at;
                }
            }
        }
        return rows.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().stream()
                        .sorted(Comparator.<int[]>comparingInt(row -> plan.start(row[0]))
                                .thenComparingInt(row -> row[0]))
                        .toList())
                .toList();
    }

    private boolean gathered(int[] row, int[] later) {
        LotSize size = like.size(like.kind(row[0]));
        boolean wanted = (size.isBelowMinimum(like.quantity(row)) || size.isBelowMinimum(like.quantity(later)))
                && size.allows(like.quantity(row).plus(like.quantity(later)));
        if (!wanted && like.problem().changeovers(timeline.machine(later[0])).states() == 0) {
            return false;
        }
        return moved(later, row[row.length - 1], wanted) || movedBefore(row, later[0], wanted);
    }

    private boolean movedBefore(int[] row, int follower, boolean wanted) {
        int before = timeline.previous(follower);
        int machine = timeline.machine(follower);
        timeline.mark();
        // Whoever stands right before the follower may be of the row itself, when nothing stands between them.
        for (int operation : row) {
            before = before == operation ? timeline.previous(operation) : before;
            timeline.remove(operation);
        }
        return inserted(row, machine, before, wanted);
    }

    private boolean moved(int[] row, int before, boolean wanted) {
        int machine = timeline.machine(before);
        timeline.mark();
        for (int operation : row) {
            timeline.remove(operation);
        }
        return inserted(row, machine, before, wanted);
    }

    private boolean inserted(int[] row, int machine, int before, boolean wanted) {
        int last = before;
        for (int operation : row) {
            timeline.insertAfter(operation, machine, last);
            last = operation;
        }
        if (timeline.update()) {
            WeighedCost found = costs.apply(timeline.evaluation());
            if (found.compareTo(cost) < 0 || wanted && found.promises() <= cost.promises()) {
                cost = found;
                timeline.keep();
                return true;
            }
        }
        timeline.undo();
        return false;
    }

    private static int[] joined(int[] row, int[] later) {
        return IntStream.concat(IntStream.of(row), IntStream.of(later)).toArray();
    }
}
