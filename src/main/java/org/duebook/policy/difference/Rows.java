package org.duebook.policy.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.RuleSetDifference.Change;
import org.duebook.policy.RuleSetDifference.OfCell;
import org.duebook.policy.RuleSetDifference.OfRow;
import org.duebook.policy.table.Csv;

/** Tables compared by row: a row is the same by its id, or by its first cell and the day it is valid from. */
final class Rows {

    private static final String ID = "id";
    private static final String FROM = "valid from";

    /**
     * A row by its identity.
     *
     * @param position among the rows, from 0
     */
    private record Keyed(String key, int line, int position, Map<String, String> cells) {}

    private record Pair(Keyed before, Keyed after) {}

    private final boolean ordered;
    private final Map<String, Keyed> before;
    private final Map<String, Keyed> after;

    private Rows(Optional<Csv> before, Optional<Csv> after, boolean ordered) {
        this.before = keyed(before);
        this.after = keyed(after);
        this.ordered = ordered;
    }

    /** @param ordered whether rows at another place are told */
    static List<OfRow> between(Optional<Csv> before, Optional<Csv> after, boolean ordered) {
        return new Rows(before, after, ordered).compare();
    }

    private List<OfRow> compare() {
        List<Pair> pairs = new ArrayList<>();
        List<OfRow> rows = new ArrayList<>();
        before.forEach((identity, old) -> {
            Keyed fresh = after.get(identity);
            if (fresh == null) {
                rows.add(new OfRow(Change.REMOVED, old.key, old.line, 0, cells(old.cells, Map.of())));
            } else {
                pairs.add(new Pair(old, fresh));
            }
        });
        Set<Pair> moved = ordered ? moved(pairs) : Set.of();
        for (Pair pair : pairs) {
            List<OfCell> cells = cells(pair.before.cells, pair.after.cells);
            if (!cells.isEmpty() || moved.contains(pair)) {
                Change change = cells.isEmpty() ? Change.MOVED : Change.CHANGED;
                rows.add(new OfRow(change, pair.after.key, pair.before.line, pair.after.line, cells));
            }
        }
        after.forEach((identity, fresh) -> {
            if (!before.containsKey(identity)) {
                rows.add(new OfRow(Change.ADDED, fresh.key, 0, fresh.line, cells(Map.of(), fresh.cells)));
            }
        });
        rows.sort(Comparator.comparingInt(row -> row.after() == 0 ? row.before() : row.after()));
        return rows;
    }

    private static List<OfCell> cells(Map<String, String> before, Map<String, String> after) {
        Set<String> columns = new LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        return columns.stream()
                .map(column -> new OfCell(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }

    private static Map<String, Keyed> keyed(Optional<Csv> table) {
        Map<String, Keyed> rows = new LinkedHashMap<>();
        table.ifPresent(csv -> {
            Map<String, Integer> seen = new HashMap<>();
            for (Csv.Row row : csv.rows()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < csv.heading().size(); i++) {
                    cells.put(csv.heading().get(i), row.cells().get(i));
                }
                boolean hasIds = cells.containsKey(ID);
                String key = hasIds ? cells.getOrDefault(ID, "") : row.cells().getFirst();
                String identity = hasIds ? key : key + "\n" + cells.getOrDefault(FROM, "");
                int nth = seen.merge(identity, 1, Integer::sum);
                rows.put(identity + "\n" + nth, new Keyed(key, row.line(), rows.size(), cells));
            }
        });
        return rows;
    }

    /** The fewest rows that must have been taken to another place: all but the longest run that kept its order. */
    private static Set<Pair> moved(List<Pair> pairs) {
        int[] lastOf = new int[pairs.size()];
        int[] earlier = new int[pairs.size()];
        int longest = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(lastOf[middle]).after.position < pairs.get(i).after.position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            earlier[i] = low == 0 ? -1 : lastOf[low - 1];
            lastOf[low] = i;
            longest = Math.max(longest, low + 1);
        }
        Set<Pair> moved = new LinkedHashSet<>(pairs);
        for (int i = longest == 0 ? -1 : lastOf[longest - 1]; i >= 0; i = earlier[i]) {
            moved.remove(pairs.get(i));
        }
        return moved;
    }
}
