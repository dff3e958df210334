package org.duebook.policy.table;

import java.math.BigDecimal;
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
import java.util.stream.Collectors;

/**
 * A table of plain parameters, without rules: {@code id, parameter, value, valid from, valid to, note}. Every parameter
 * has one row that always holds; dated rows override it on their days.
 */
public final class Parameters {

    private static final List<String> HEADING = List.of("id", "parameter", "value", "valid from", "valid to", "note");

    private record Entry(String id, String value, LocalDate from, LocalDate to) {

        boolean isAlways() {
            return from.equals(LocalDate.MIN) && to.equals(LocalDate.MAX);
        }

        boolean holds(LocalDate on) {
            return !on.isBefore(from) && !on.isAfter(to);
        }
    }

    private final Map<String, List<Entry>> entries;
    private final Map<String, String> otherwise;

    private Parameters(Map<String, List<Entry>> entries, Map<String, String> otherwise) {
        this.entries = entries;
        this.otherwise = otherwise;
    }

    /** The value on a day. */
    public Duration duration(String name, LocalDate on) {
        return Values.duration(value(name, on)).orElseThrow();
    }

    /** The value on a day; 30 % is 0.3. */
    public double share(String name, LocalDate on) {
        return Values.percent(value(name, on)).orElseThrow().movePointLeft(2).doubleValue();
    }

    /** The value on a day as it is written: of a rate, or of per cent. */
    public BigDecimal number(String name, LocalDate on) {
        return Values.percent(value(name, on)).orElseThrow();
    }

    /** Of dated rows that hold, the value of the one that began last, as it is written. */
    public String value(String name, LocalDate on) {
        return entries.getOrDefault(name, List.of()).stream()
                .filter(entry -> entry.holds(on))
                .max(Comparator.comparing(Entry::from))
                .map(Entry::value)
                .or(() -> Optional.ofNullable(otherwise.get(name)))
                .orElseThrow(() -> new IllegalStateException("parameter '" + name + "' has no row for " + on));
    }

    /** Reads a table of these parameters; one that has a value of its own may be missing. */
    public static Optional<Parameters> read(String file, byte[] bytes, List<Parameter> wanted, Faults faults) {
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
            read(file, row, wanted, ids, entries, faults);
        }
        wanted.forEach(parameter -> once(file, parameter, entries.getOrDefault(parameter.name(), List.of()), faults));
        Map<String, String> otherwise = wanted.stream()
                .filter(parameter -> !parameter.otherwise().isEmpty())
                .collect(Collectors.toMap(Parameter::name, Parameter::otherwise));
        return faults.size() > before ? Optional.empty() : Optional.of(new Parameters(entries, otherwise));
    }

    private static void once(String file, Parameter parameter, List<Entry> rows, Faults faults) {
        long always = rows.stream().filter(Entry::isAlways).count();
        if (always > 1 || always == 0 && parameter.otherwise().isEmpty()) {
            faults.add(
                    file,
                    0,
                    "parameter",
                    parameter.name(),
                    "exactly one row of '" + parameter.name() + "' without dates",
                    "add or remove one");
        }
    }

    private static void read(
            String file,
            Csv.Row row,
            List<Parameter> wanted,
            Set<String> ids,
            Map<String, List<Entry>> entries,
            Faults faults) {
        List<String> cells = row.cells();
        if (!ids.add(cells.get(0))) {
            faults.add(file, row.line(), "id", cells.get(0), "each id once", "give this row its own id");
        }
        Optional<Parameter> parameter =
                wanted.stream().filter(each -> each.name().equals(cells.get(1))).findFirst();
        if (parameter.isEmpty()) {
            List<String> names = wanted.stream().map(Parameter::name).toList();
            faults.add(
                    file, row.line(), "parameter", cells.get(1), Near.wanted(cells.get(1), names), "correct the name");
        } else if (!parameter.get().takes(cells.get(2))) {
            faults.add(file, row.line(), "value", cells.get(2), parameter.get().form(), "correct the cell");
        }
        LocalDate from = day(file, row, 3, LocalDate.MIN, faults);
        LocalDate to = day(file, row, 4, LocalDate.MAX, faults);
        entries.computeIfAbsent(cells.get(1), name -> new ArrayList<>())
                .add(new Entry(cells.get(0), cells.get(2), from, to));
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
