package org.duebook.policy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a decision table by its template. */
public final class Table {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{1,29}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Template template;
    private final House house;
    private final ResultCell resultCell;
    private final Faults faults;

    public Table(Template template, House house, Faults faults) {
        this.template = template;
        this.house = house;
        this.resultCell = new ResultCell(house);
        this.faults = faults;
    }

    /** The sound rows; faults of the others go to the list. */
    public List<Row> read(byte[] bytes) {
        Optional<Csv> csv = Csv.read(template.table(), bytes, faults);
        if (csv.isEmpty() || !headingFits(csv.get())) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Csv.Row raw : csv.get().rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < raw.cells().size(); i++) {
                cells.put(csv.get().heading().get(i), raw.cells().get(i));
            }
            row(raw.line(), cells).ifPresent(rows::add);
        }
        return rows;
    }

    private boolean headingFits(Csv csv) {
        int before = faults.size();
        List<String> wanted = new ArrayList<>(Template.COMMON);
        wanted.addAll(template.conditions().keySet());
        wanted.addAll(template.results().keySet());
        for (String heading : csv.heading()) {
            if (!wanted.contains(heading)) {
                faults.add(
                        csv.file(),
                        1,
                        heading,
                        heading,
                        Near.wanted(heading, wanted),
                        "correct the heading, or describe the column in " + template.file());
            }
        }
        wanted.stream()
                .filter(name -> !csv.heading().contains(name))
                .forEach(name ->
                        faults.add(csv.file(), 1, name, "no such column", "the column '" + name + "'", "add it"));
        return faults.size() == before;
    }

    private Optional<Row> row(int line, Map<String, String> cells) {
        int before = faults.size();
        String id = cell(cells, "id");
        if (!ID.matcher(id).matches()) {
            fault(
                    line,
                    "id",
                    id,
                    "an id such as CR-010: 2 to 30 upper-case letters, digits and dashes",
                    "give the row an id");
        }
        List<Row.Condition> conditions = new ArrayList<>();
        template.conditions()
                .forEach((heading, column) -> condition(line, heading, cell(cells, heading), column, conditions));
        Map<String, Object> results = new LinkedHashMap<>(template.fixed());
        template.results().forEach((heading, column) -> result(line, heading, cell(cells, heading), column, results));
        Optional<Long> from = day(line, "valid from", cell(cells, "valid from"));
        Optional<Long> to = day(line, "valid to", cell(cells, "valid to"));
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            fault(
                    line,
                    "valid to",
                    cell(cells, "valid to"),
                    "a day on or after 'valid from'",
                    "correct one of the two");
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Row(
                        id,
                        template.table(),
                        line,
                        template.about(),
                        List.copyOf(conditions),
                        from,
                        to,
                        Map.copyOf(results)));
    }

    private void condition(int line, String heading, String cell, Template.Condition column, List<Row.Condition> into) {
        switch (ConditionCell.read(cell, column.fact(), column.type(), column.operator(), house)) {
            case ConditionCell.Any any -> {}
            case ConditionCell.Test test ->
                into.add(new Row.Condition(heading, cell, column.fact(), column.type(), test.accepted()));
            case ConditionCell.Bad bad -> fault(line, heading, cell, bad.wanted(), bad.cure());
        }
    }

    private void result(int line, String heading, String cell, Template.Result column, Map<String, Object> into) {
        if (cell.equals("-")) {
            return;
        }
        Optional<Object> value = resultCell.read(cell, column);
        if (value.isEmpty()) {
            fault(line, heading, cell, resultCell.wanted(cell, column), "correct the cell, or write - for none");
            return;
        }
        if (column.type() == CellType.TEXT) {
            placeholders(line, heading, cell);
        }
        into.put(column.name(), value.get());
    }

    private void placeholders(int line, String heading, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String path = matcher.group(1);
            if (FactTypes.find(path).isEmpty()) {
                fault(
                        line,
                        heading,
                        "{" + path + "}",
                        Near.wanted(path, FactTypes.paths()),
                        "name a fact between the braces");
            }
        }
    }

    private Optional<Long> day(int line, String heading, String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Values.date(cell);
        if (date.isEmpty()) {
            fault(line, heading, cell, "a date such as 2026-01-31, or nothing", "correct the date");
        }
        return date.map(LocalDate::toEpochDay);
    }

    private static String cell(Map<String, String> cells, String heading) {
        return cells.getOrDefault(heading, "");
    }

    private void fault(int line, String column, String found, String wanted, String cure) {
        faults.add(template.table(), line, column, found, wanted, cure);
    }
}
