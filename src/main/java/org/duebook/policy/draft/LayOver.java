package org.duebook.policy.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.table.CsvText;
import org.duebook.policy.table.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a draft changed in a table over another version of it, row by row and cell by cell. Where both changed the same,
 * somebody must say whose word counts.
 */
final class LayOver {

    /** A table that came of it, with the conflicts that were met. */
    record Laid(byte[] bytes, List<DraftConflict> conflicts) {}

    /** The column of a conflict about the order of rows. */
    private static final String ORDER = "order of the rows";

    private static final int IDS_TOLD = 12;

    private final String file;
    private final Table base;
    private final Table mine;
    private final Table theirs;
    private final Function<DraftConflict, Side> say;
    private final List<DraftConflict> conflicts = new ArrayList<>();

    private LayOver(String file, Table base, Table mine, Table theirs, Function<DraftConflict, Side> say) {
        this.file = file;
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.say = say;
    }

    /** A text and its rows by id. */
    private record Table(CsvText text, Map<String, CsvText.Row> rows) {

        boolean has(String id) {
            return rows.containsKey(id);
        }

        List<String> cells(String id) {
            CsvText.Row row = rows.get(id);
            return row == null ? List.of() : row.cells();
        }
    }

    /** @param say asked for each conflict; a table that cannot be read by rows is one conflict as a whole */
    static Laid of(String file, byte[] base, byte[] mine, byte[] theirs, Function<DraftConflict, Side> say) {
        Optional<Table> first = table(file, base);
        Optional<Table> changed = table(file, mine);
        Optional<Table> running = table(file, theirs);
        boolean alike = first.isPresent()
                && changed.isPresent()
                && running.isPresent()
                && changed.get().text.heading().equals(running.get().text.heading())
                && changed.get().text.heading().equals(first.get().text.heading());
        if (!alike) {
            DraftConflict whole = new DraftConflict(
                    file,
                    "",
                    "",
                    "the table",
                    "the table of the draft",
                    "the table that runs; ids or columns do not match");
            return new Laid(say.apply(whole) == Side.MINE ? mine : theirs, List.of(whole));
        }
        return new LayOver(file, first.get(), changed.get(), running.get(), say).lay();
    }

    /** Nothing where an id stands twice or is missing. Remarks count by what they say. */
    private static Optional<Table> table(String file, byte[] bytes) {
        return CsvText.read(file, bytes, new Faults()).flatMap(text -> {
            Map<String, CsvText.Row> rows = new LinkedHashMap<>();
            for (CsvText.Row row : text.rows()) {
                String id = row.skipped() ? remark(row, rows) : row.id();
                if (id.isEmpty() || rows.put(id, row) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Table(text, rows));
        });
    }

    private static String remark(CsvText.Row row, Map<String, CsvText.Row> rows) {
        String says = "\n" + String.join(",", row.cells());
        int times = 0;
        while (rows.containsKey(says + "\n" + times)) {
            times++;
        }
        return says + "\n" + times;
    }

    private Laid lay() {
        boolean own = ownOrder();
        Table order = own ? mine : theirs;
        Table other = own ? theirs : mine;
        List<String> ids = new ArrayList<>(order.rows.keySet());
        String before = "";
        for (String id : other.rows.keySet()) {
            if (!order.has(id)) {
                ids.add(before.isEmpty() ? 0 : ids.indexOf(before) + 1, id);
            }
            before = id;
        }
        List<CsvText.Taken> rows = ids.stream().filter(stays()).map(this::taken).toList();
        return new Laid(theirs.text.over(rows).bytes(), List.copyOf(conflicts));
    }

    /** Whether the rows stand as in the draft; where both moved rows, and otherwise, somebody must say. */
    private boolean ownOrder() {
        if (common(base, mine).equals(common(mine, base))) {
            return false;
        }
        List<String> before = inAll(base);
        List<String> my = inAll(mine);
        List<String> now = inAll(theirs);
        if (now.equals(before) || my.equals(before) || now.equals(my)) {
            return now.equals(before) || !my.equals(before);
        }
        int at = 0;
        while (before.get(at).equals(my.get(at)) && before.get(at).equals(now.get(at))) {
            at++;
        }
        return decide(new DraftConflict(file, "", ORDER, told(before, at), told(my, at), told(now, at))) == Side.MINE;
    }

    private static List<String> common(Table of, Table other) {
        return of.rows.keySet().stream().filter(other::has).toList();
    }

    /** Rows that say something and stand in all three, in the order of one. */
    private List<String> inAll(Table of) {
        return of.rows.entrySet().stream()
                .filter(row -> !row.getValue().skipped())
                .map(Map.Entry::getKey)
                .filter(id -> base.has(id) && mine.has(id) && theirs.has(id))
                .toList();
    }

    private static String told(List<String> ids, int from) {
        String some = ids.stream().skip(from).limit(IDS_TOLD).collect(Collectors.joining(", "));
        return ids.size() > from + IDS_TOLD ? some + ", …" : some;
    }

    private Predicate<String> stays() {
        return id -> {
            if (mine.has(id) && theirs.has(id) || !base.has(id)) {
                return true;
            }
            boolean removedByMe = !mine.has(id);
            List<String> left = removedByMe ? theirs.cells(id) : mine.cells(id);
            if (left.equals(base.cells(id))) {
                return false;
            }
            String kept = String.join(" | ", left);
            DraftConflict conflict = removedByMe
                    ? new DraftConflict(file, id, "", String.join(" | ", base.cells(id)), "removed", kept)
                    : new DraftConflict(file, id, "", String.join(" | ", base.cells(id)), kept, "removed");
            return decide(conflict) == (removedByMe ? Side.THEIRS : Side.MINE);
        };
    }

    private CsvText.Taken taken(String id) {
        CsvText.@Nullable Row their = theirs.rows.get(id);
        CsvText.@Nullable Row own = mine.rows.get(id);
        if (their == null) {
            return new CsvText.Taken(mine.text, Objects.requireNonNull(own).at(), Map.of());
        }
        if (own == null || own.cells().equals(their.cells())) {
            return new CsvText.Taken(theirs.text, their.at(), Map.of());
        }
        CsvText.@Nullable Row was = base.rows.get(id);
        if (was != null) {
            return new CsvText.Taken(theirs.text, their.at(), changes(id, was, own, their));
        }
        DraftConflict two =
                new DraftConflict(file, id, "", "no such row", told(own), "another row of this id: " + told(their));
        return decide(two) == Side.MINE
                ? new CsvText.Taken(mine.text, own.at(), Map.of())
                : new CsvText.Taken(theirs.text, their.at(), Map.of());
    }

    private static String told(CsvText.Row row) {
        return String.join(" | ", row.cells());
    }

    /** What differs from the running row, by column. */
    private Map<Integer, String> changes(String id, CsvText.Row before, CsvText.Row own, CsvText.Row their) {
        Map<Integer, String> changes = new HashMap<>();
        for (int column = 0; column < own.cells().size(); column++) {
            String was = before.cells().get(column);
            String my = own.cells().get(column);
            String now = their.cells().get(column);
            boolean both = !my.equals(was) && !now.equals(was) && !my.equals(now);
            if (both) {
                String heading = theirs.text.heading().get(column);
                if (decide(new DraftConflict(file, id, heading, was, my, now)) == Side.MINE) {
                    changes.put(column, my);
                }
            } else if (!my.equals(was) && !my.equals(now)) {
                changes.put(column, my);
            }
        }
        return changes;
    }

    private Side decide(DraftConflict conflict) {
        conflicts.add(conflict);
        return say.apply(conflict);
    }
}
