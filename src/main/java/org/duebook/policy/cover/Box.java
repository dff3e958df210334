package org.duebook.policy.cover;

import java.util.ArrayList;
import java.util.List;

/** A set of pieces on every axis: all facts whose values lie in them. */
record Box(List<Atoms> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    boolean meets(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!sides.get(axis).meets(other.sides.get(axis))) {
                return false;
            }
        }
        return true;
    }

    boolean holds(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!sides.get(axis).holds(other.sides.get(axis))) {
                return false;
            }
        }
        return true;
    }

    Box and(Box other) {
        List<Atoms> common = new ArrayList<>(sides.size());
        for (int axis = 0; axis < sides.size(); axis++) {
            common.add(sides.get(axis).and(other.sides.get(axis)));
        }
        return new Box(common);
    }

    Box with(int axis, Atoms side) {
        List<Atoms> changed = new ArrayList<>(sides);
        changed.set(axis, side);
        return new Box(changed);
    }

    boolean isEmpty() {
        return sides.stream().anyMatch(Atoms::isEmpty);
    }
}
