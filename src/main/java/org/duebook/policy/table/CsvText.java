package org.duebook.policy.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A CSV file that can be edited: every byte of what is not edited stays as it was, its quotes, line ends and byte order mark
 * included. An edit makes another text; this one stays.
 */
public final class CsvText {

    private static final String MARK = "\uFEFF";

    /**
     * One row of the file, the heading included.
     *
     * @param line of the file at which it begins, counted from 1
     * @param written cells as they stand in the file, with their quotes
     * @param end of its line; empty at the end of the file
     */
    private record Written(int line, List<String> written, String end) {

        Written {
            written = List.copyOf(written);
        }

        List<String> cells() {
            return written.stream().map(CsvText::bare).toList();
        }

        String text(char comma) {
            return String.join(String.valueOf(comma), written) + end;
        }

        Written ending(String other) {
            return new Written(line, written, other);
        }
    }

    /**
     * One row as people see it.
     *
     * @param at its place among the rows of the file; the heading is 0
     * @param line of the file at which it begins, counted from 1
     * @param key changes whenever anything in the row does
     * @param skipped a remark or an empty row, which says nothing to the rules
     */
    public record Row(int at, int line, String key, List<String> cells, boolean skipped) {

        public String id() {
            return cells.getFirst();
        }
    }

    private final boolean marked;
    private final char comma;
    private final List<Written> all;

    private CsvText(boolean marked, char comma, List<Written> all) {
        this.marked = marked;
        this.comma = comma;
        this.all = List.copyOf(all);
    }

    /** Reads a file that {@link Csv} can read; faults of others go to the list. */
    public static Optional<CsvText> read(String file, byte[] bytes, Faults faults) {
        int before = faults.size();
        if (Csv.read(file, bytes, faults).isEmpty() || faults.size() > before) {
            return Optional.empty();
        }
        return Text.of(file, bytes, faults).map(text -> parse(text, startsWithMark(bytes)));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 3), StandardCharsets.UTF_8).startsWith(MARK);
    }

    private static CsvText parse(String text, boolean marked) {
        String first = text.lines().findFirst().orElse("");
        char comma = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        List<Written> all = new ArrayList<>();
        int line = 1;
        for (int at = 0; at < text.length(); ) {
            List<String> cells = new ArrayList<>();
            int end = cut(text, at, comma, cells);
            String ending = lineEnd(text, end);
            all.add(new Written(line, cells, ending));
            at = end + ending.length();
            line += 1
                    + (int) cells.stream()
                            .flatMapToInt(String::chars)
                            .filter(c -> c == '\n')
                            .count();
        }
        return new CsvText(marked, comma, all);
    }

    /** Cuts the row that begins there into cells; the place of its end. Line ends between quotes belong to the cell. */
    private static int cut(String text, int from, char comma, List<String> cells) {
        int begin = from;
        while (true) {
            int end = endOfCell(text, begin, comma);
            cells.add(text.substring(begin, end));
            if (end == text.length() || text.charAt(end) != comma) {
                return end;
            }
            begin = end + 1;
        }
    }

    private static int endOfCell(String text, int from, char comma) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
                at += text.charAt(at) == '"' ? 2 : 1;
            }
        }
        while (at < text.length() && text.charAt(at) != comma && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return Math.min(at, text.length());
    }

    private static String lineEnd(String text, int at) {
        return text.startsWith("\r\n", at) ? "\r\n" : at < text.length() ? text.substring(at, at + 1) : "";
    }

    private static String bare(String written) {
        String cell = written.strip();
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") && written.startsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
                : cell;
    }

    public List<String> heading() {
        return all.getFirst().cells();
    }

    /** Every row below the heading. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int at = 1; at < all.size(); at++) {
            Written row = all.get(at);
            List<String> cells = row.cells();
            boolean skipped = cells.getFirst().startsWith("#") || cells.stream().allMatch(String::isEmpty);
            rows.add(new Row(at, row.line(), key(row), cells, skipped));
        }
        return rows;
    }

    private String key(Written row) {
        CRC32 sum = new CRC32();
        sum.update(row.text(comma).strip().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** With one cell of a row written anew. */
    public CsvText with(int at, int column, String cell) {
        List<String> cells = new ArrayList<>(all.get(at).written());
        cells.set(column, quoted(cell));
        List<Written> changed = new ArrayList<>(all);
        changed.set(at, new Written(all.get(at).line(), cells, all.get(at).end()));
        return again(changed);
    }

    /** With a row more, below one of the rows or the heading. */
    public CsvText insert(int below, List<String> cells) {
        return insert(below, new Written(0, cells.stream().map(this::quoted).toList(), ""));
    }

    private CsvText insert(int below, Written row) {
        List<Written> changed = new ArrayList<>(all);
        String end = lineEnd();
        changed.set(below, all.get(below).ending(end));
        boolean last = below == all.size() - 1;
        changed.add(below + 1, row.ending(last ? all.get(below).end() : end));
        return again(changed);
    }

    public CsvText remove(int at) {
        List<Written> changed = new ArrayList<>(all);
        Written gone = changed.remove(at);
        if (at == changed.size()) {
            changed.set(at - 1, changed.get(at - 1).ending(gone.end()));
        }
        return again(changed);
    }

    /** With a row and the one below it exchanged. */
    public CsvText exchange(int at) {
        Written upper = all.get(at);
        Written lower = all.get(at + 1);
        List<Written> changed = new ArrayList<>(all);
        changed.set(at, lower.ending(upper.end()));
        changed.set(at + 1, upper.ending(lower.end()));
        return again(changed);
    }

    /**
     * A row to be taken over as it is written, but for some cells.
     *
     * @param cells by column
     */
    public record Taken(CsvText from, int at, Map<Integer, String> cells) {}

    /** This heading over rows of texts with the same columns. */
    public CsvText over(List<Taken> rows) {
        List<Written> all = new ArrayList<>();
        all.add(this.all.getFirst().ending(lineEnd()));
        for (Taken each : rows) {
            Written row = each.from.all.get(each.at);
            List<String> cells = new ArrayList<>(
                    each.from.comma == comma
                            ? row.written()
                            : row.cells().stream().map(this::quoted).toList());
            each.cells.forEach((column, cell) -> cells.set(column, quoted(cell)));
            all.add(new Written(0, cells, lineEnd()));
        }
        return again(all);
    }

    private String lineEnd() {
        String end = all.getFirst().end();
        return end.isEmpty() ? "\n" : end;
    }

    private String quoted(String cell) {
        boolean plain =
                cell.indexOf(comma) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private CsvText again(List<Written> rows) {
        return parse(text(rows), marked);
    }

    private String text(List<Written> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.text(comma)));
        return text.toString();
    }

    public byte[] bytes() {
        return ((marked ? MARK : "") + text(all)).getBytes(StandardCharsets.UTF_8);
    }
}
