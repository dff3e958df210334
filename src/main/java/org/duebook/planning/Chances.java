package org.duebook.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.duebook.planning.futures.Calibration;
import org.duebook.planning.futures.Futures;
import org.duebook.planning.futures.Futures.Moved;
import org.duebook.planning.futures.Prospect;
import org.duebook.planning.futures.Spreads;
import org.duebook.planning.futures.Step;
import org.duebook.planning.timeline.Board;
import org.jspecify.annotations.Nullable;

/**
 * The futures of a plan in memory, drawn once, by whoever needs them first: beside the questions as a rule, and by a seller
 * who asks before that is done. The numbers of the futures are those of its board.
 */
final class Chances {

    private @Nullable Supplier<Drawn> draw;
    private volatile @Nullable Drawn drawn;

    private Chances(Supplier<Drawn> draw) {
        this.draw = draw;
    }

    /**
     * @param spreads what the futures were drawn from
     * @param calibration how earlier dates came out
     */
    record Drawn(Futures futures, Spreads spreads, Calibration calibration) {

        Drawn with(Futures others) {
            return new Drawn(others, spreads, calibration);
        }

        /** Of what is done when some operations are. */
        Prospect prospect(int planned, int[] operations) {
            return new Prospect(planned, futures.ends(operations), calibration, spreads.areRecorded());
        }
    }

    static Chances of(Supplier<Drawn> draw) {
        return new Chances(draw);
    }

    /** Of a later board, on which stand more operations than before. */
    Chances joined(List<Step> steps, Board before, Board after) {
        return then(futures -> futures.with(steps, moves(before, after)));
    }

    /** Of a board on which some operations are gone or stand elsewhere. */
    Chances moved(Board before, Board after) {
        return joined(List.of(), before, after);
    }

    /** Of a board on which a machine works at other times. */
    Chances working(int machine, Board before, Board after) {
        return then(
                futures -> futures.working(machine, after.workingTime(machine)).with(List.of(), moves(before, after)));
    }

    private static List<Moved> moves(Board before, Board after) {
        return Arrays.stream(after.moved(before))
                .mapToObj(o -> new Moved(o, after.previous(o), after.setup(o)))
                .toList();
    }

    private Chances then(UnaryOperator<Futures> change) {
        return new Chances(() -> {
            Drawn before = drawn();
            return before.with(change.apply(before.futures()));
        });
    }

    Drawn drawn() {
        Drawn known = drawn;
        return known == null ? draw() : known;
    }

    private synchronized Drawn draw() {
        Drawn known = drawn;
        if (known == null) {
            known = Objects.requireNonNull(draw).get();
            drawn = known;
            // What it was drawn from need not be kept.
            draw = null;
        }
        return known;
    }
}
