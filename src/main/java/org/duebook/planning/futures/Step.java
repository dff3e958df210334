package org.duebook.planning.futures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation placed into a plan whose futures are drawn. Operations are named by number: those of the plan by their index,
 * then the steps in the order they were added, those of one chain among themselves too.
 *
 * @param key what its luck is drawn by; the same step asked about again has the same
 * @param machine where it runs; -1 for one done outside
 * @param before the operation before it on the machine, -1 where it is the first
 * @param after what it waits for
 * @param minutes planned working minutes, or elapsed minutes outside
 * @param setup working minutes of setup before it
 * @param earliest minute before which it may not start; where it has a supply, that one's minutes hold instead
 */
public record Step(
        long key,
        int machine,
        int before,
        List<After> after,
        int minutes,
        int setup,
        int earliest,
        @Nullable Supply supply) {

    /** @param lag elapsed minutes after the end of {@code operation} */
    public record After(int operation, int lag) {}

    public Step {
        after = List.copyOf(after);
        if (minutes < 0 || setup < 0) {
            throw new IllegalArgumentException("step of " + minutes + " minutes, setup " + setup);
        }
    }
}
