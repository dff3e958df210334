package org.duebook.planning.timeline;

import java.util.List;

/**
 * An operation to be fitted into a {@link Board}.
 *
 * @param setupState the state its machine must be in
 * @param earliest minute before which it may not start (material, release, today)
 * @param options machines that can do it; empty for an operation done outside
 * @param outsideMinutes elapsed minutes when done outside, otherwise -1
 * @param after earlier operations of the same list it waits on
 */
public record NewOperation(int setupState, int earliest, List<Option> options, int outsideMinutes, List<After> after) {

    /** @param minutes working minutes on that machine */
    public record Option(int machine, int minutes) {}

    /**
     * @param operation position in the list of operations, before this one
     * @param lag elapsed minutes after its end
     */
    public record After(int operation, int lag) {}

    public NewOperation {
        options = List.copyOf(options);
        after = List.copyOf(after);
        if (options.isEmpty() == (outsideMinutes < 0)) {
            throw new IllegalArgumentException("an operation needs either machines or an outside duration");
        }
    }

    public static NewOperation onMachines(int setupState, int earliest, List<Option> options, List<After> after) {
        return new NewOperation(setupState, earliest, options, -1, after);
    }

    public static NewOperation outside(int earliest, int minutes, List<After> after) {
        return new NewOperation(0, earliest, List.of(), minutes, after);
    }
}
