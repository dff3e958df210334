package org.duebook.planning.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows in words for the console. */
final class QualitySummary {
    private QualitySummary() {}

    static String line(ResultRow row) {
        return String.format(
                Locale.ROOT,
                "%-10s %-18s %6d operations  value %10s  best %10s  gap %8s  dispatch %10s  cp-sat %10s  %d s  seed %d  %d/s",
                row.family(),
                row.instance(),
                row.operations(),
                row.value(),
                words(row.bestKnown()),
                percent(row.gap()),
                row.dispatch(),
                words(row.cpSat()),
                row.seconds(),
                row.seed(),
                row.movesPerSecond());
    }

    /** Per family and seconds: instances with a best known value, mean and worst gap, each instance by its median seed. */
    static String of(List<ResultRow> rows) {
        Map<String, Map<String, List<BigDecimal>>> gaps = new LinkedHashMap<>();
        for (ResultRow row : rows) {
            if (row.gap() != null) {
                gaps.computeIfAbsent(row.family() + ", " + row.seconds() + " s", f -> new LinkedHashMap<>())
                        .computeIfAbsent(row.instance(), i -> new ArrayList<>())
                        .add(Objects.requireNonNull(row.gap()));
            }
        }
        StringBuilder table = new StringBuilder();
        gaps.forEach((family, instances) -> {
            double[] medians = instances.values().stream()
                    .mapToDouble(QualitySummary::median)
                    .toArray();
            table.append(String.format(
                    Locale.ROOT,
                    "%-20s %3d instances  mean gap %6.2f %%  worst %6.2f %%%n",
                    family,
                    medians.length,
                    100 * Arrays.stream(medians).average().orElse(0),
                    100 * Arrays.stream(medians).max().orElse(0)));
        });
        return table.toString();
    }

    private static double median(List<BigDecimal> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2).doubleValue();
    }

    private static String words(@Nullable BigDecimal value) {
        return value == null ? "-" : value.toPlainString();
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.2f %%", share.doubleValue() * 100);
    }
}
