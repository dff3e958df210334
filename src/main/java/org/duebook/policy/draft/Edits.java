package org.duebook.policy.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duebook.policy.SheetEdit;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.table.Csv;
import org.duebook.policy.table.CsvText;
import org.duebook.shared.Fault;

/** Carries out edits of one table; the first that cannot be carried out ends it. */
final class Edits {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,6})");

    private final Set<String> takenIds;
    private final List<Fault> faults = new ArrayList<>();
    private CsvText text;
    private int at;

    /** @param takenIds ids that rows of other tables have */
    Edits(CsvText text, Set<String> takenIds) {
        this.text = text;
        this.takenIds = takenIds;
    }

    CsvText text() {
        return text;
    }

    /** The row to go on with, 0 for none. */
    int at() {
        return at;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void run(List<SheetEdit> edits) {
        for (SheetEdit edit : edits) {
            if (faults.isEmpty()) {
                run(edit);
            }
        }
        if (text.rows().size() > Csv.MOST_ROWS || text.bytes().length > RuleFiles.LARGEST_FILE) {
            refuse(
                    "table",
                    text.rows().size() + " rows",
                    "at most " + Csv.MOST_ROWS + " rows and " + RuleFiles.LARGEST_FILE + " bytes",
                    "split the table");
        }
    }

    private void run(SheetEdit edit) {
        if (edit instanceof SheetEdit.Add && edit.at() == 0) {
            add(0);
            return;
        }
        Optional<CsvText.Row> found = find(edit);
        if (found.isEmpty()) {
            refuse(
                    "row " + edit.at(),
                    edit instanceof SheetEdit.Cells cells
                            ? String.join(", ", cells.cells().values())
                            : "",
                    "the row as you saw it: it was changed or removed meanwhile, perhaps in another tab",
                    "look at it as it is now and do it again");
            return;
        }
        CsvText.Row row = found.get();
        if (row.skipped() && (edit instanceof SheetEdit.Cells || edit instanceof SheetEdit.Copy)) {
            refuse("row " + edit.at(), row.id(), "a row that is no remark and not empty", "choose another row");
            return;
        }
        switch (edit) {
            case SheetEdit.Cells cells -> cells.cells().forEach((column, cell) -> write(row, column, cell));
            case SheetEdit.Add add -> add(row.at());
            case SheetEdit.Copy copy -> insert(row.at(), copied(row));
            case SheetEdit.Delete delete -> {
                text = text.remove(row.at());
                at = Math.min(row.at(), text.rows().size());
            }
            case SheetEdit.Move move -> move(row, move.down());
        }
    }

    /** The row at its place, or wherever else the same row stands once. */
    private Optional<CsvText.Row> find(SheetEdit edit) {
        List<CsvText.Row> rows = text.rows();
        if (edit.at() >= 1
                && edit.at() <= rows.size()
                && rows.get(edit.at() - 1).key().equals(edit.key())) {
            return Optional.of(rows.get(edit.at() - 1));
        }
        List<CsvText.Row> same =
                rows.stream().filter(row -> row.key().equals(edit.key())).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private void write(CsvText.Row row, int column, String typed) {
        if (column < 0 || column >= row.cells().size()) {
            refuse("column " + column, "", "one of the " + row.cells().size() + " columns", "load the page again");
            return;
        }
        String cell = typed.strip();
        at = row.at();
        String heading = text.heading().get(column);
        if (cell.equals(row.cells().get(column).replaceAll("[\\r\\n]", ""))) {
            return;
        }
        if (cell.length() > Csv.LONGEST_CELL) {
            refuse(
                    heading,
                    cell,
                    "at most " + Csv.LONGEST_CELL + " characters; these are " + cell.length(),
                    "shorten it");
        } else if (cell.codePoints().anyMatch(Edits::unprintable)) {
            refuse(
                    heading,
                    cell.replaceAll("\\p{Cntrl}", "�"),
                    "plain text on one line",
                    "remove the control characters");
        } else if (column == 0 && (cell.isEmpty() || cell.startsWith("#"))) {
            refuse(heading, cell, "an id that does not begin with #", "delete the row if it should not count");
        } else {
            text = text.with(row.at(), column, cell);
        }
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) || c == '\uFEFF' || Character.getType(c) == Character.SURROGATE;
    }

    /** Like its neighbour, the row above: any condition, nothing said. */
    private void add(int below) {
        boolean scenario = text.heading().contains("expect");
        boolean rules = text.heading().size() > 6 && !scenario || text.heading().contains("message");
        List<String> cells = new ArrayList<>(Collections.nCopies(text.heading().size(), ""));
        for (int column = 0; column < cells.size(); column++) {
            String heading = text.heading().get(column);
            boolean beside = Set.of("valid from", "valid to", "note").contains(heading);
            cells.set(column, rules && !beside ? "-" : "");
        }
        if (scenario) {
            int expect = text.heading().indexOf("expect");
            above(below).ifPresent(row -> cells.set(expect, row.cells().get(expect)));
        }
        cells.set(0, scenario ? free("new test") : freeId(below));
        insert(below, cells);
    }

    /** The nearest row at a place or above that says something. */
    private Optional<CsvText.Row> above(int place) {
        return text.rows().stream()
                .filter(row -> row.at() <= place && !row.skipped())
                .reduce((upper, lower) -> lower);
    }

    private List<String> copied(CsvText.Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        boolean scenario = text.heading().contains("expect");
        cells.set(0, scenario ? free(row.id() + ", copy") : freeId(row.at()));
        return cells;
    }

    private void insert(int below, List<String> cells) {
        text = text.insert(below, cells);
        at = below + 1;
    }

    private void move(CsvText.Row row, boolean down) {
        int upper = down ? row.at() : row.at() - 1;
        at = row.at();
        if (upper >= 1 && upper < text.rows().size()) {
            text = text.exchange(upper);
            at = down ? row.at() + 1 : row.at() - 1;
        }
    }

    private Set<String> ids() {
        return text.rows().stream().map(CsvText.Row::id).collect(Collectors.toSet());
    }

    private String free(String name) {
        Set<String> ids = ids();
        String free = name;
        for (int times = 2; ids.contains(free); times++) {
            free = name + " " + times;
        }
        return free;
    }

    /** The next number that is free after the row's, in steps that leave room where there is room. */
    private String freeId(int below) {
        Set<String> ids = ids();
        ids.addAll(takenIds);
        List<CsvText.Row> rows = text.rows();
        String like = above(below)
                .or(() -> rows.stream().filter(row -> !row.skipped()).findFirst())
                .map(CsvText.Row::id)
                .orElse("R-000");
        Matcher numbered = NUMBERED.matcher(like);
        if (!numbered.matches()) {
            return free("ROW-1").replace(' ', '-');
        }
        String stem = numbered.group(1);
        int digits = numbered.group(2).length();
        int number = Integer.parseInt(numbered.group(2));
        for (int step : below < rows.size() ? List.of(5, 1) : List.of(10)) {
            String id = written(stem, digits, number + step);
            if (!ids.contains(id)) {
                return id;
            }
        }
        int next = number + 1;
        while (ids.contains(written(stem, digits, next))) {
            next++;
        }
        return written(stem, digits, next);
    }

    private static String written(String stem, int digits, int number) {
        String plain = String.valueOf(number);
        return stem + "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }

    private void refuse(String field, String found, String wanted, String cure) {
        faults.add(new Fault(field, found, wanted, cure));
    }
}
