package org.duebook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.Fault;

/** Collects the rows of one sheet within the limits; blank rows are passed over. */
final class RowCollector {

    private final String name;
    private final String key;
    private final List<Fault> faults;
    private final int before;
    private final PackedRows rows = new PackedRows();
    private List<String> header = List.of();
    private int headerRow = 1;

    /** @param key what stands somewhere in the heading; rows above it are passed over. Empty when any row may be it. */
    RowCollector(String name, String key, List<Fault> faults) {
        this.name = name;
        this.key = key;
        this.faults = faults;
        this.before = faults.size();
        if (name.length() > ReadLimits.NAME) {
            faults.add(new Fault(
                    name.substring(0, ReadLimits.NAME) + "…",
                    "a name of " + name.length() + " characters",
                    "at most " + ReadLimits.NAME,
                    "name the sheet after what it holds"));
        }
    }

    /** False when the sheet is not worth reading on. */
    boolean add(int number, List<String> cells) {
        List<String> filled = withoutBlankEnd(cells);
        boolean above = header.isEmpty() && !key.isEmpty() && !filled.contains(key);
        if (filled.isEmpty() || above) {
            return true;
        }
        if (filled.size() > ReadLimits.COLUMNS) {
            return stop(
                    number,
                    filled.size() + " columns",
                    "at most " + ReadLimits.COLUMNS + " columns",
                    "remove the columns that are not needed");
        }
        if (header.isEmpty()) {
            return heading(number, filled);
        }
        if (faults.size() - before >= ReadLimits.FAULTS) {
            return stop(
                    number,
                    "more faults than " + ReadLimits.FAULTS,
                    "a sheet of sound rows",
                    "correct these first; the sheet was read no further");
        }
        if (rows.size() >= ReadLimits.ROWS) {
            return stop(number, "more rows", "at most " + ReadLimits.ROWS + " rows", "send the sheet in parts");
        }
        if (filled.size() > header.size()) {
            faults.add(new Fault(
                    name + "!" + number,
                    filled.size() + " cells",
                    header.size() + " as in the heading",
                    "put texts with commas into quotes"));
            return true;
        }
        for (int column = 0; column < filled.size(); column++) {
            check(number, header.get(column), filled.get(column));
        }
        while (filled.size() < header.size()) {
            filled.add("");
        }
        rows.append(number, filled);
        return true;
    }

    Optional<Sheet> sheet() {
        if (header.isEmpty() && faults.size() == before) {
            faults.add(
                    key.isEmpty()
                            ? new Fault(name, "an empty sheet", "a heading and rows", "fill it or leave it out")
                            : new Fault(
                                    name,
                                    "no row of keys",
                                    "the hidden row above the headings",
                                    "download the sheet again and edit that"));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new Sheet(name, headerRow, header, rows));
    }

    private boolean heading(int number, List<String> names) {
        header = names;
        headerRow = number;
        if (names.size() == 1 && names.getFirst().matches("(?s).*[;\t].*")) {
            return stop(
                    number,
                    "a heading of one column: " + names.getFirst(),
                    "columns separated by commas",
                    "save the sheet as CSV with commas, or send it as .xlsx");
        }
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).length() > ReadLimits.HEADING) {
                return stop(
                        number,
                        "a heading of " + names.get(column).length() + " characters in column " + (column + 1),
                        "at most " + ReadLimits.HEADING,
                        "put the names of the columns into the first row");
            }
            check(number, "column " + (column + 1), names.get(column));
        }
        return true;
    }

    private void check(int row, String column, String cell) {
        String at = name + "!" + row + "." + column;
        if (cell.length() > ReadLimits.CELL) {
            faults.add(new Fault(at, cell.length() + " characters", "at most " + ReadLimits.CELL, "shorten the text"));
        }
        if (cell.chars().anyMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t')) {
            faults.add(new Fault(at, "a control character", "text that can be printed", "type the text again"));
        }
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        List<String> trimmed = new ArrayList<>(cells.size());
        int filled = 0;
        for (String cell : cells) {
            trimmed.add(cell.strip());
            if (!trimmed.getLast().isEmpty()) {
                filled = trimmed.size();
            }
        }
        return new ArrayList<>(trimmed.subList(0, filled));
    }

    private boolean stop(int row, String found, String wanted, String cure) {
        faults.add(new Fault(name + "!" + row, found, wanted, cure));
        return false;
    }
}
