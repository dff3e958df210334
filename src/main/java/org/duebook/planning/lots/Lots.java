package org.duebook.planning.lots;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Operations put together into lots. Every operation is in exactly one; most are alone in theirs. Immutable. Lots are
 * numbered by their member with the lowest index, so that equal lots are numbered equally.
 */
public final class Lots {

    private final int[][] members;
    private final int[] lotOf;

    private Lots(int[][] members, int[] lotOf) {
        this.members = members;
        this.lotOf = lotOf;
    }

    /** Each operation by itself. */
    public static Lots none(int operations) {
        return of(operations, List.of());
    }

    /** @param joined operations of each lot that has several, in the order in which they are made; no operation twice */
    public static Lots of(int operations, List<int[]> joined) {
        int[][] lotAt = new int[operations][];
        for (int[] lot : joined) {
            for (int member : lot) {
                if (lotAt[member] != null) {
                    throw new IllegalArgumentException("operation " + member + " is in two lots");
                }
                lotAt[member] = lot;
            }
        }
        int[] lotOf = new int[operations];
        Arrays.fill(lotOf, NONE);
        List<int[]> members = new ArrayList<>(operations);
        for (int o = 0; o < operations; o++) {
            if (lotOf[o] == NONE) {
                int[] lot = lotAt[o] == null ? new int[] {o} : lotAt[o].clone();
                for (int member : lot) {
                    lotOf[member] = members.size();
                }
                members.add(lot);
            }
        }
        return new Lots(members.toArray(int[][]::new), lotOf);
    }

    public int count() {
        return members.length;
    }

    /** The operations of a lot in the order in which they are made. */
    public int[] members(int lot) {
        return members[lot].clone();
    }

    public int lotOf(int operation) {
        return lotOf[operation];
    }

    int operations() {
        return lotOf.length;
    }

    /** Whether each operation is by itself. */
    public boolean isEmpty() {
        return members.length == lotOf.length;
    }

    /** The lots that have several operations. */
    public List<int[]> joined() {
        return Arrays.stream(members)
                .filter(lot -> lot.length > 1)
                .map(int[]::clone)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lots that && Arrays.deepEquals(members, that.members);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(members);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(joined().toArray());
    }
}
