package org.duebook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.Fault;

/** Collects the rows of one sheet within the limits; blank rows are passed over. */
final class RowCollector {

    private final String name;
    private final List<Fault> faults;
    private final int before;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private List<String> header = List.of();

    RowCollector(String name, List<Fault> faults) {
        this.name = name;
        this.faults = faults;
        this.before = faults.size();
    }

    /** False when the sheet is not worth reading on. */
    boolean add(int number, List<String> cells) {
        List<String> trimmed = cells.stream().map(String::strip).toList();
        if (trimmed.stream().allMatch(String::isEmpty)) {
            return true;
        }
        if (trimmed.size() > ReadLimits.COLUMNS) {
            return stop(
                    number,
                    trimmed.size() + " columns",
                    "at most " + ReadLimits.COLUMNS + " columns",
                    "remove the columns that are not needed");
        }
        if (header.isEmpty()) {
            header = trimmed;
            return true;
        }
        if (rows.size() >= ReadLimits.ROWS) {
            return stop(number, "more rows", "at most " + ReadLimits.ROWS + " rows", "send the sheet in parts");
        }
        if (trimmed.size() > header.size()
                && trimmed.subList(header.size(), trimmed.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
            faults.add(new Fault(
                    name + "!" + number,
                    trimmed.size() + " cells",
                    header.size() + " as in the heading",
                    "put texts with commas into quotes"));
            return true;
        }
        for (int column = 0; column < Math.min(trimmed.size(), header.size()); column++) {
            if (trimmed.get(column).length() > ReadLimits.CELL) {
                faults.add(new Fault(
                        name + "!" + number + "." + header.get(column),
                        trimmed.get(column).length() + " characters",
                        "at most " + ReadLimits.CELL,
                        "shorten the text"));
            }
        }
        List<String> filled = new ArrayList<>(trimmed.subList(0, Math.min(trimmed.size(), header.size())));
        while (filled.size() < header.size()) {
            filled.add("");
        }
        rows.add(new Sheet.Row(number, filled));
        return true;
    }

    Optional<Sheet> sheet() {
        if (header.isEmpty()) {
            faults.add(new Fault(name, "an empty sheet", "a heading and rows", "fill it or leave it out"));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new Sheet(name, header, rows));
    }

    private boolean stop(int row, String found, String wanted, String cure) {
        faults.add(new Fault(name + "!" + row, found, wanted, cure));
        return false;
    }
}
