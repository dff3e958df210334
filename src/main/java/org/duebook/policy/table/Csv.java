package org.duebook.policy.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a heading in its first line. Comma or semicolon, as the heading shows; rows whose first cell begins
 * with {@code #} and empty rows are skipped.
 *
 * @param file path inside the rules folder
 * @param heading names of the columns, each once
 */
public record Csv(String file, List<String> heading, List<Row> rows) {

    /** Tables with more rows are refused. */
    public static final int MOST_ROWS = 5_000;

    private static final int MOST_COLUMNS = 100;

    /** Longer cells, in characters, are refused. */
    public static final int LONGEST_CELL = 500;

    /** One row: its line in the file counted from 1 and its cells, trimmed, as many as the heading has. */
    public record Row(int line, List<String> cells) {}

    /** Reads the file; faults go to the list, and whatever rows are sound are still returned so that one load shows all faults. */
    public static Optional<Csv> read(String file, byte[] bytes, Faults faults) {
        return Text.of(file, bytes, faults).flatMap(text -> parse(file, text, faults));
    }

    private static Optional<Csv> parse(String file, String text, Faults faults) {
        String first = text.lines().findFirst().orElse("");
        char comma = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(comma)
                .setIgnoreEmptyLines(false)
                .get();
        List<Row> rows = new ArrayList<>();
        List<String> heading = List.of();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                List<String> cells = record.stream().map(String::strip).toList();
                if (line == 1) {
                    heading = heading(file, cells, faults);
                    if (heading.isEmpty()) {
                        return Optional.empty();
                    }
                } else if (!skipped(cells)) {
                    row(file, line, cells, heading, faults).ifPresent(rows::add);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
                if (rows.size() > MOST_ROWS) {
                    faults.add(
                            file,
                            line,
                            "",
                            "more than " + MOST_ROWS + " rows",
                            "at most " + MOST_ROWS,
                            "split the table");
                    return Optional.empty();
                }
            }
        } catch (UncheckedIOException | IOException e) {
            faults.add(
                    file,
                    line,
                    "",
                    "a quote that does not close or is followed by text",
                    "\"text\" with every inner quote doubled",
                    "mend the quotes of the row that begins here");
            return Optional.empty();
        }
        return Optional.of(new Csv(file, heading, List.copyOf(rows)));
    }

    private static boolean skipped(List<String> cells) {
        return cells.getFirst().startsWith("#") || cells.stream().allMatch(String::isEmpty);
    }

    private static List<String> heading(String file, List<String> cells, Faults faults) {
        Set<String> seen = new HashSet<>();
        if (cells.size() > MOST_COLUMNS) {
            faults.add(file, 1, "", cells.size() + " columns", "at most " + MOST_COLUMNS, "split the table");
            return List.of();
        }
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i);
            if (name.isEmpty()) {
                faults.add(
                        file,
                        1,
                        "column " + (i + 1),
                        "a column without a name",
                        "a name in every column",
                        "name it or remove it; merged cells leave such gaps");
                return List.of();
            }
            if (!seen.add(name)) {
                faults.add(file, 1, name, "the column twice", "each column once", "remove one of them");
                return List.of();
            }
        }
        return cells;
    }

    private static Optional<Row> row(String file, int line, List<String> cells, List<String> heading, Faults faults) {
        if (cells.size() != heading.size()) {
            faults.add(
                    file,
                    line,
                    "",
                    cells.size() + " cells",
                    heading.size() + " cells as in the heading",
                    "add the missing cells, or quote a cell that contains the delimiter");
            return Optional.empty();
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > LONGEST_CELL) {
                faults.add(
                        file,
                        line,
                        heading.get(i),
                        cells.get(i),
                        "at most " + LONGEST_CELL + " characters",
                        "shorten it");
                return Optional.empty();
            }
        }
        return Optional.of(new Row(line, cells));
    }
}
