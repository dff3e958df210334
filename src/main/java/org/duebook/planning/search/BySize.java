package org.duebook.planning.search;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A number that depends on how large a problem is, written {@code 0:3000 800:5000 3000:1000}: from so many operations on
 * this value.
 */
public record BySize(NavigableMap<Integer, Integer> from) {

    public BySize {
        from = new TreeMap<>(from);
        if (from.isEmpty() || from.firstKey() != 0 || from.values().stream().anyMatch(value -> value < 1)) {
            throw new IllegalArgumentException(
                    "values by size are " + from + ", wanted one from 0 operations on, and none below 1");
        }
    }

    /** The same value for every size. */
    public static BySize always(int value) {
        return new BySize(new TreeMap<>(Map.of(0, value)));
    }

    /** Reads what {@link #toString} writes; a lone number is for every size. */
    public static BySize parse(String text) {
        try {
            TreeMap<Integer, Integer> from = new TreeMap<>();
            for (String each : text.strip().split("\\s+", -1)) {
                int colon = each.indexOf(':');
                from.put(
                        colon < 0 ? 0 : Integer.parseInt(each.substring(0, colon)),
                        Integer.parseInt(each.substring(colon + 1)));
            }
            return new BySize(from);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "values by size are '" + text + "', wanted a number, or from:value pairs such as 0:3000 800:5000",
                    e);
        }
    }

    int at(int operations) {
        return from.floorEntry(operations).getValue();
    }

    @Override
    public String toString() {
        return from.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
