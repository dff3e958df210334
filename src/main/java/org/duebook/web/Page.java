package org.duebook.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list by key.
 *
 * @param next key of the last item when there are more; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts what was read with one more than the limit. */
    static <T> Page<T> cut(List<T> read, int limit, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()));
    }
}
