package org.duebook.policy.cover;

import java.util.List;
import java.util.Optional;

/** What boxes leave of a box. Exact; it gives up rather than take long, as boxes can be made to hurt. */
final class Rest {

    /** Looks at one box each; a thousandth of it is enough for tables that people write. */
    private static final int MOST_LOOKS = 200_000;

    /** A look makes boxes, too. */
    private static final int UNITS = 10;

    private final List<Box> boxes;
    private int looks;

    private Rest(List<Box> boxes) {
        this.boxes = boxes;
    }

    /** A part of the box that none of the boxes touches, and whether it was looked for to the end. */
    record Found(Optional<Box> part, boolean sure) {

        boolean nothingIsLeft() {
            return sure && part.isEmpty();
        }
    }

    static Found of(Box box, List<Box> boxes, Budget budget) {
        if (budget.isSpent()) {
            return new Found(Optional.empty(), false);
        }
        Rest rest = new Rest(boxes);
        Optional<Box> part = rest.find(box, 0);
        budget.spend((long) rest.looks * UNITS);
        return new Found(part, rest.looks <= MOST_LOOKS);
    }

    private Optional<Box> find(Box box, int from) {
        int next = from;
        while (next < boxes.size() && !boxes.get(next).meets(box)) {
            next++;
            looks++;
        }
        if (next == boxes.size()) {
            return Optional.of(box);
        }
        Box taken = boxes.get(next);
        Box inside = box;
        for (int axis = 0; axis < box.sides().size() && ++looks <= MOST_LOOKS; axis++) {
            Atoms side = inside.sides().get(axis);
            Atoms outside = side.minus(taken.sides().get(axis));
            if (!outside.isEmpty()) {
                Optional<Box> found = find(inside.with(axis, outside), next + 1);
                if (found.isPresent()) {
                    return found;
                }
                inside = inside.with(axis, side.and(taken.sides().get(axis)));
            }
        }
        return Optional.empty();
    }
}
