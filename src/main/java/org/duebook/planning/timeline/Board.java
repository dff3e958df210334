package org.duebook.planning.timeline;

import java.util.Arrays;
import java.util.List;

/**
 * What stands on the machines at one moment of the journal: an immutable snapshot, copied on write one machine at a
 * time, so that a what-if costs little. Minutes from the origin of the problem it was made from.
 */
public final class Board {

    /**
     * One operation that stands; its setup lies in the working time before {@code start}.
     *
     * @param tag the caller's mark
     * @param setupState the state the machine is in while it runs
     */
    public record Block(long tag, int setupState, int start, int end) {}

    final WorkingTime[] calendar;
    final ChangeoverMatrix[] changeovers;
    final int[] initialState;
    final int[] availableFrom;
    private final Block[][] blocks;

    private Board(Board like, Block[][] blocks) {
        this(like.calendar, like.changeovers, like.initialState, like.availableFrom, blocks);
    }

    private Board(
            WorkingTime[] calendar,
            ChangeoverMatrix[] changeovers,
            int[] initialState,
            int[] availableFrom,
            Block[][] blocks) {
        this.calendar = calendar;
        this.changeovers = changeovers;
        this.initialState = initialState;
        this.availableFrom = availableFrom;
        this.blocks = blocks;
    }

    /** The machines of a problem with nothing on them. */
    public static Board empty(PlanningProblem problem) {
        Block[][] none = new Block[problem.machineCount()][0];
        return new Board(problem.calendar, problem.changeovers, problem.initialState, problem.availableFrom, none);
    }

    /** The machines of a problem with a plan on them; {@code tags} by operation index. */
    public static Board of(PlanningProblem problem, TimedPlan plan, long[] tags) {
        Block[][] all = new Block[problem.machineCount()][];
        for (int m = 0; m < all.length; m++) {
            all[m] = Arrays.stream(plan.sequence(m))
                    .mapToObj(o -> new Block(tags[o], problem.setupState(o), plan.start(o), plan.end(o)))
                    .toArray(Block[]::new);
        }
        return new Board(problem.calendar, problem.changeovers, problem.initialState, problem.availableFrom, all);
    }

    public int machineCount() {
        return blocks.length;
    }

    /** In order of start. */
    public List<Block> blocks(int machine) {
        return List.of(blocks[machine]);
    }

    Block[] row(int machine) {
        return blocks[machine];
    }

    /** With one more block; it is not asked whether it {@link #fits}. */
    public Board with(int machine, Block block) {
        Block[] row = blocks[machine];
        int at = firstStartingFrom(row, block.start);
        Block[] longer = new Block[row.length + 1];
        System.arraycopy(row, 0, longer, 0, at);
        longer[at] = block;
        System.arraycopy(row, at, longer, at + 1, row.length - at);
        return replaced(machine, longer);
    }

    /** Without the blocks of that tag on that machine. */
    public Board without(int machine, long tag) {
        return replaced(
                machine,
                Arrays.stream(blocks[machine]).filter(b -> b.tag != tag).toArray(Block[]::new));
    }

    /** Whether the block fits between its neighbours with all three setups and none of them moved. */
    public boolean fits(int machine, Block block) {
        Block[] row = blocks[machine];
        int at = firstStartingFrom(row, block.start);
        WorkingTime working = calendar[machine];
        int before = at == 0 ? initialState[machine] : row[at - 1].setupState;
        int free = freeBefore(machine, at);
        boolean reachable = working.plus(free, changeovers[machine].minutes(before, block.setupState)) <= block.start
                && free <= block.start;
        return reachable && followerKept(machine, at, block.end, block.setupState);
    }

    /** From when the machine is free ahead of the block at {@code index}. */
    int freeBefore(int machine, int index) {
        int available = availableFrom[machine];
        return index == 0 ? available : Math.max(available, blocks[machine][index - 1].end);
    }

    /** Whether the block at {@code index} can still start as planned after something ends before it. */
    boolean followerKept(int machine, int index, int end, int setupState) {
        Block[] row = blocks[machine];
        if (index >= row.length) {
            return true;
        }
        int setup = changeovers[machine].minutes(setupState, row[index].setupState);
        return calendar[machine].plus(end, setup) <= row[index].start;
    }

    static int firstStartingFrom(Block[] row, int minute) {
        int low = 0;
        int high = row.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row[middle].start < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Board replaced(int machine, Block[] row) {
        Block[][] all = blocks.clone();
        all[machine] = row;
        return new Board(this, all);
    }
}
