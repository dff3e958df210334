package org.duebook.planning.solver;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.shared.Fault;

/** Reads {@code weights.properties}, collecting every fault instead of stopping at the first. */
final class WeightsFile {
    /** What a key may hold. */
    private record Range(BigDecimal from, BigDecimal to, boolean whole) {
        static Range whole(long from, long to) {
            return new Range(BigDecimal.valueOf(from), BigDecimal.valueOf(to), true);
        }

        boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0
                    && value.compareTo(to) <= 0
                    && (!whole || value.stripTrailingZeros().scale() <= 0);
        }

        String words() {
            return (whole ? "a whole number" : "a number") + " from " + from.toPlainString() + " to "
                    + to.toPlainString();
        }
    }

    private static final long MOST_POINTS = 1_000_000;
    private static final Map<String, Range> KEYS = keys();

    private WeightsFile() {}

    private static Map<String, Range> keys() {
        Map<String, Range> keys = new LinkedHashMap<>();
        keys.put("late.hour.promised", Range.whole(0, MOST_POINTS));
        keys.put("late.hour.requested", Range.whole(0, MOST_POINTS));
        keys.put("changeover.hour", Range.whole(0, MOST_POINTS));
        keys.put("work.in.progress.day", Range.whole(0, MOST_POINTS));
        keys.put("moved.operation", Range.whole(0, MOST_POINTS));
        keys.put("moved.operation.worth.minutes", Range.whole(0, MOST_POINTS));
        keys.put("moved.tolerance.hours", Range.whole(0, 8760));
        keys.put("frozen.horizon.hours", Range.whole(0, 8760));
        keys.put("dispatch.look.ahead", new Range(new BigDecimal("0.01"), BigDecimal.valueOf(100), false));
        keys.put("search.seconds", Range.whole(1, 86_400));
        return keys;
    }

    static Optional<PlanningWeights> parse(String file, String text, List<Fault> faults) {
        int before = faults.size();
        Map<String, BigDecimal> values = new HashMap<>();
        entries(text).forEach((key, found) -> {
            Range range = KEYS.get(key);
            if (range == null) {
                faults.add(unknown(file, key));
            } else {
                number(file, key, found, range, faults).ifPresent(value -> values.put(key, value));
            }
        });
        if (faults.size() == before) {
            KEYS.forEach((key, range) -> {
                if (!values.containsKey(key)) {
                    faults.add(new Fault(file + ": " + key, "nothing", range.words(), "add a line " + key + "=…"));
                }
            });
        }
        return faults.size() > before ? Optional.empty() : Optional.of(weights(values));
    }

    private static Map<String, String> entries(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> entries.put(key, properties.getProperty(key).trim()));
        return entries;
    }

    private static Fault unknown(String file, String key) {
        String nearest = KEYS.keySet().stream()
                .min((a, b) -> Integer.compare(distance(key, a), distance(key, b)))
                .orElseThrow();
        String cure = distance(key, nearest) <= key.length() / 2
                ? "did you mean " + nearest + "?"
                : "remove the line; known are " + String.join(", ", KEYS.keySet());
        return new Fault(file + ": " + key, key, "a known key", cure);
    }

    private static Optional<BigDecimal> number(String file, String key, String found, Range range, List<Fault> faults) {
        try {
            BigDecimal value = new BigDecimal(found);
            if (range.holds(value)) {
                return Optional.of(value);
            }
            String cure =
                    value.signum() < 0 ? "a weight cannot be negative; 0 switches it off" : "choose a value within";
            faults.add(new Fault(file + ": " + key, found, range.words(), cure));
        } catch (NumberFormatException e) {
            faults.add(new Fault(file + ": " + key, found, range.words(), "write digits only, decimals with a point"));
        }
        return Optional.empty();
    }

    private static PlanningWeights weights(Map<String, BigDecimal> values) {
        return new PlanningWeights(
                value(values, "late.hour.promised").longValueExact(),
                value(values, "late.hour.requested").longValueExact(),
                value(values, "changeover.hour").longValueExact(),
                value(values, "work.in.progress.day").longValueExact(),
                value(values, "moved.operation").longValueExact(),
                value(values, "moved.operation.worth.minutes").intValueExact(),
                value(values, "moved.tolerance.hours").intValueExact(),
                value(values, "frozen.horizon.hours").intValueExact(),
                value(values, "dispatch.look.ahead").doubleValue(),
                value(values, "search.seconds").intValueExact());
    }

    private static BigDecimal value(Map<String, BigDecimal> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
