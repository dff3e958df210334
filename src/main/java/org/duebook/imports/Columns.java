package org.duebook.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duebook.documents.Sheet;
import org.duebook.shared.Fault;

/**
 * The columns a sheet has, by the name the format gives them; case, blanks and dashes in a heading do not matter.
 *
 * @param at position by column name
 */
record Columns(Map<String, Integer> at) {

    static Columns of(Sheet sheet, List<String> required, List<String> optional, List<Fault> faults) {
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        String at = sheet.name() + "!" + sheet.headerRow() + ".";
        Map<String, Integer> positions = new HashMap<>();
        for (int column = 0; column < sheet.header().size(); column++) {
            String written = sheet.header().get(column);
            String name = plain(written);
            if (written.isEmpty()) {
                faults.add(new Fault(
                        at + (column + 1), "a column without a name", "a name over every column", "name or remove it"));
            } else if (!known.contains(name)) {
                faults.add(new Fault(
                        at + written,
                        written,
                        "one of the columns " + ordered(required, optional),
                        didYouMean(name, known)));
            } else if (positions.putIfAbsent(name, column) != null) {
                faults.add(new Fault(at + written, written + " twice", "each column once", "remove one of them"));
            }
        }
        for (String name : required) {
            if (!positions.containsKey(name)) {
                faults.add(new Fault(
                        at + name,
                        "no such column",
                        "the column " + name,
                        "add it, or take the heading from data/README.md"));
            }
        }
        return new Columns(positions);
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT).strip().replaceAll("[ -]+", "_");
    }

    private static List<String> ordered(List<String> required, List<String> optional) {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        return all;
    }

    private static String didYouMean(String name, Set<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= 2)
                .min(java.util.Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(candidate -> "did you mean " + candidate + "?")
                .orElse("remove the column");
    }

    /** Letters to change, add or drop. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
