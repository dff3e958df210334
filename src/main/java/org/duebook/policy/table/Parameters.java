package org.duebook.policy.table;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of plain parameters, without rules: {@code id, parameter, value, valid from, valid to, note}. Every parameter
 * has one row that always holds; dated rows override it on their days.
 */
public final class Parameters {

    private static final List<String> HEADING = List.of("id", "parameter", "value", "valid from", "valid to", "note");

    private record Entry(String id, Duration value, LocalDate from, LocalDate to) {

        boolean isAlways() {
            return from.equals(LocalDate.MIN) && to.equals(LocalDate.MAX);
        }

        boolean holds(LocalDate on) {
            return !on.isBefore(from) && !on.isAfter(to);
        }
    }

    private final Map<String, List<Entry>> entries;

    private Parameters(Map<String, List<Entry>> entries) {
        this.entries = entries;
    }

    /** The value on a day; of dated rows that hold, the one that began last. */
    public Duration duration(String name, LocalDate on) {
        return entries.getOrDefault(name, List.of()).stream()
                .filter(entry -> entry.holds(on))
                .max(Comparator.comparing(Entry::from))
                .map(Entry::value)
                .orElseThrow(() -> new IllegalStateException("parameter '" + name + "' has no row for " + on));
    }

    /** Reads a table of durations with exactly these names. */
    public static Optional<Parameters> read(String file, byte[] bytes, List<String> names, Faults faults) {
        int before = faults.size();
        Optional<Csv> csv = Csv.read(file, bytes, faults);
        if (csv.isEmpty()) {
            return Optional.empty();
        }
        if (!csv.get().heading().equals(HEADING)) {
            faults.add(
                    file,
                    1,
                    "",
                    String.join(",", csv.get().heading()),
                    String.join(",", HEADING),
                    "correct the heading");
            return Optional.empty();
        }
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Csv.Row row : csv.get().rows()) {
            read(file, row, names, ids, entries, faults);
        }
        names.stream()
                .filter(name -> entries.getOrDefault(name, List.of()).stream()
                                .filter(Entry::isAlways)
                                .count()
                        != 1)
                .forEach(name -> faults.add(
                        file,
                        0,
                        "parameter",
                        name,
                        "exactly one row of '" + name + "' without dates",
                        "add or remove one"));
        return faults.size() > before ? Optional.empty() : Optional.of(new Parameters(entries));
    }

    private static void read(
            String file,
            Csv.Row row,
            List<String> names,
            Set<String> ids,
            Map<String, List<Entry>> entries,
            Faults faults) {
        List<String> cells = row.cells();
        if (!ids.add(cells.get(0))) {
            faults.add(file, row.line(), "id", cells.get(0), "each id once", "give this row its own id");
        }
        if (!names.contains(cells.get(1))) {
            faults.add(
                    file, row.line(), "parameter", cells.get(1), Near.wanted(cells.get(1), names), "correct the name");
        }
        Optional<Duration> value = Values.duration(cells.get(2));
        if (value.isEmpty()) {
            faults.add(
                    file,
                    row.line(),
                    "value",
                    cells.get(2),
                    "a duration such as 30 min, 24 h or 2 d",
                    "correct the cell");
        }
        LocalDate from = day(file, row, 3, LocalDate.MIN, faults);
        LocalDate to = day(file, row, 4, LocalDate.MAX, faults);
        value.ifPresent(it -> entries.computeIfAbsent(cells.get(1), name -> new ArrayList<>())
                .add(new Entry(cells.get(0), it, from, to)));
    }

    private static LocalDate day(String file, Csv.Row row, int column, LocalDate otherwise, Faults faults) {
        String cell = row.cells().get(column);
        if (cell.isEmpty() || cell.equals("-")) {
            return otherwise;
        }
        Optional<LocalDate> date = Values.date(cell);
        if (date.isEmpty()) {
            faults.add(
                    file,
                    row.line(),
                    HEADING.get(column),
                    cell,
                    "a date such as 2026-01-31, or nothing",
                    "correct the date");
        }
        return date.orElse(otherwise);
    }
}
