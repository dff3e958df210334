package org.duebook.planning.timeline;

/**
 * Where a new operation was put in. Minutes from the origin.
 *
 * @param operation position in the list that was inserted
 * @param index its index on the board
 * @param machine its machine, or -1 when done outside
 * @param behind index of the operation before it on its machine, or -1
 * @param setupStart when its setup begins; its start where there is none
 * @param bound what kept it from starting earlier on that machine
 */
public record Placement(
        int operation, int index, int machine, int behind, int setupStart, int start, int end, Bound bound) {

    /** Why a start is not earlier; exactly one holds, the one that ends last. */
    public sealed interface Bound {
        /** The minute from which this no longer stood in the way. */
        int until();

        /** An earlier operation of the same list ended (with its lag) only then. */
        record Predecessor(int operation, int until) implements Bound {}

        /** Its own earliest start: material, release, today. */
        record Earliest(int until) implements Bound {}

        /**
         * Nothing on the machine could give way far enough before: another operation ran, then the setup for this one.
         *
         * @param operation index on the board of the one that ran
         * @param from since when this operation could have started, had the machine been free
         */
        record MachineBusy(int operation, int from, int until) implements Bound {}

        /** The machine was set up for it from the beginning of its availability. */
        record MachineUnavailable(int until) implements Bound {}

        /** Everything was ready at {@code from}, but the machine was closed. */
        record Closed(int from, int until) implements Bound {}
    }
}
