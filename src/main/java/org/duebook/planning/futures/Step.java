package org.duebook.planning.futures;

import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.Placement;
import org.duebook.planning.timeline.PlanningProblem;
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

    /** Keys of what has no name yet are far from those of what has. */
    private static final long NEW = Long.MIN_VALUE;

    /** @param lag elapsed minutes after the end of {@code operation} */
    public record After(int operation, int lag) {}

    /**
     * The steps of an order that was put on a board whose operations have the numbers of these futures.
     *
     * @param supplies material on its way by operation; null for none
     */
    public static List<Step> chain(
            Futures futures, List<NewOperation> operations, List<Placement> placed, List<@Nullable Supply> supplies) {
        List<Step> chain = new ArrayList<>(placed.size());
        for (int i = 0; i < placed.size(); i++) {
            NewOperation operation = operations.get(i);
            Placement place = placed.get(i);
            int first = place.index() - i;
            int m = place.machine();
            chain.add(new Step(
                    NEW + place.index(),
                    m,
                    m < 0 ? PlanningProblem.NONE : place.behind(),
                    operation.after().stream()
                            .map(after -> new After(first + after.operation(), after.lag()))
                            .toList(),
                    minutes(operation, m),
                    m < 0 ? 0 : futures.calendar(m).between(place.setupStart(), place.start()),
                    operation.earliest(),
                    supplies.get(i)));
        }
        return chain;
    }

    private static int minutes(NewOperation operation, int machine) {
        return machine < 0
                ? operation.outsideMinutes()
                : operation.options().stream()
                        .filter(option -> option.machine() == machine)
                        .findFirst()
                        .orElseThrow()
                        .minutes();
    }

    /** The same behind another operation on its machine. */
    Step behind(int other, int setupMinutes) {
        return new Step(key, machine, other, after, minutes, setupMinutes, earliest, supply);
    }

    public Step {
        after = List.copyOf(after);
        if (minutes < 0 || setup < 0) {
            throw new IllegalArgumentException("step of " + minutes + " minutes, setup " + setup);
        }
    }
}
