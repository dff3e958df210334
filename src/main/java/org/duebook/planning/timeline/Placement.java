package org.duebook.planning.timeline;

/**
 * Where a new operation was fitted in. Minutes from the origin.
 *
 * @param operation position in the list that was inserted
 * @param machine its machine, or -1 when done outside
 * @param setupStart when its setup begins; its start where there is none
 * @param bound what kept it from starting earlier on that machine
 */
public record Placement(int operation, int machine, int setupStart, int start, int end, Bound bound) {

    /** Why a start is not earlier; exactly one holds, the one that ends last. */
    public sealed interface Bound {
        /** The minute from which this no longer stood in the way. */
        int until();

        /** An earlier operation of the same list ended (with its lag) only then. */
        record Predecessor(int operation, int until) implements Bound {}

        /** Its own earliest start: material, release, today. */
        record Earliest(int until) implements Bound {}

        /**
         * The machine had no gap long enough before: the block with {@code tag} ran, then the setup for this operation.
         *
         * @param from since when this operation could have started, had the machine been free
         */
        record MachineBusy(long tag, int from, int until) implements Bound {}

        /** The machine was set up for it from the beginning of its availability. */
        record MachineUnavailable(int until) implements Bound {}

        /** Everything was ready at {@code from}, but the machine was closed. */
        record Closed(int from, int until) implements Bound {}
    }
}
