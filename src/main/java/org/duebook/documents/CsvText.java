package org.duebook.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file taken apart so that it can be put together again byte for byte.
 *
 * @param lines cells of each record, unquoted; a line that begins with {@code #} is one cell
 * @param manner how it is written: separator, line end, byte order mark, end, and cells that are quoted without need
 */
record CsvText(List<List<String>> lines, String manner) {

    private static final String MARK = "\uFEFF";
    private static final int MOST_QUOTED = 2_000;

    static CsvText of(String csv) {
        boolean marked = csv.startsWith(MARK);
        String text = marked ? csv.substring(1) : csv;
        String first = text.lines().findFirst().orElse("");
        char separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        boolean wide = first.length() < text.length() && text.startsWith("\r\n", first.length());
        Parts parts = new Parts(text, separator);
        while (parts.more()) {
            parts.line();
        }
        boolean ended = text.endsWith("\n");
        List<String> said = new ArrayList<>(
                List.of(String.valueOf(separator), wide ? "CRLF" : "LF", marked ? "MARK" : "", ended ? "END" : ""));
        said.addAll(parts.quoted.stream().limit(MOST_QUOTED).toList());
        return new CsvText(parts.lines, String.join("\n", said));
    }

    List<String> heading() {
        return lines.isEmpty() ? List.of() : lines.getFirst();
    }

    /** The file of these cells; rows shorter than the heading are filled up. */
    static String written(List<List<String>> lines, String manner) {
        List<String> said = manner.isEmpty() ? List.of(",", "LF", "", "END") : Arrays.asList(manner.split("\n", -1));
        String separator = said.getFirst().equals(";") ? ";" : ",";
        String end = said.size() > 1 && said.get(1).equals("CRLF") ? "\r\n" : "\n";
        Set<String> quoted = Set.copyOf(said.subList(Math.min(4, said.size()), said.size()));
        StringBuilder text = new StringBuilder(said.size() > 2 && said.get(2).equals("MARK") ? MARK : "");
        int width = lines.isEmpty() ? 0 : lines.getFirst().size();
        for (int at = 0; at < lines.size(); at++) {
            text.append(at == 0 ? "" : end).append(line(lines.get(at), width, separator, quoted));
        }
        return text.append(said.size() > 3 && said.get(3).isEmpty() ? "" : end).toString();
    }

    private static String line(List<String> cells, int width, String separator, Set<String> quoted) {
        if (cells.isEmpty()) {
            return "";
        } else if (cells.getFirst().startsWith("#")) {
            int filled = cells.size();
            while (cells.get(filled - 1).isEmpty()) {
                filled--;
            }
            return String.join(separator, cells.subList(0, filled));
        }
        List<String> written = new ArrayList<>();
        for (int column = 0; column < Math.max(width, cells.size()); column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            boolean needed = cell.contains(separator)
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            written.add(needed || quoted.contains(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(separator, written);
    }

    /** Reads on through the text. */
    private static final class Parts {

        private final List<List<String>> lines = new ArrayList<>();
        private final Set<String> quoted = new LinkedHashSet<>();
        private final String text;
        private final char separator;
        private int at;

        Parts(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        boolean more() {
            return at < text.length();
        }

        void line() {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                String whole = text.substring(at, end < 0 ? text.length() : end);
                lines.add(List.of(whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole));
                at = end < 0 ? text.length() : end + 1;
                return;
            }
            List<String> cells = new ArrayList<>();
            do {
                cells.add(cell());
            } while (at < text.length() && text.charAt(at++) == separator);
            if (at > 0 && text.charAt(at - 1) == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            lines.add(cells.size() == 1 && cells.getFirst().isEmpty() ? List.of() : cells);
        }

        /** Up to the separator or the end of the line, which is left to be read. */
        private String cell() {
            StringBuilder cell = new StringBuilder();
            boolean open = more() && text.charAt(at) == '"';
            boolean wasQuoted = open;
            at += open ? 1 : 0;
            while (more()) {
                char c = text.charAt(at);
                if (open && c == '"') {
                    boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
                    cell.append(doubled ? "\"" : "");
                    at += doubled ? 2 : 1;
                    open = doubled;
                } else if (!open && (c == separator || c == '\n' || isLineEnd())) {
                    break;
                } else {
                    cell.append(c);
                    at++;
                }
            }
            if (wasQuoted && cell.indexOf("\n") < 0) {
                quoted.add(cell.toString());
            }
            return cell.toString();
        }

        private boolean isLineEnd() {
            return text.startsWith("\r\n", at);
        }
    }
}
