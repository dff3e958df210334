package org.duebook.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values in the order they were first met, each known by its position. */
final class Numbered<T> {

    private final Map<T, Integer> positions = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The value's position; it gets one if it has none. */
    int of(T value) {
        return positions.computeIfAbsent(value, first -> {
            values.add(first);
            return values.size() - 1;
        });
    }

    List<T> values() {
        return values;
    }
}
