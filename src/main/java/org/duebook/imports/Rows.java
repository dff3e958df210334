package org.duebook.imports;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.duebook.documents.Sheet;
import org.duebook.shared.Fault;

/** The sheets of one import, their headings checked. */
final class Rows {

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final Map<String, Columns> columns = new HashMap<>();
    private int weeks;

    Rows(List<Sheet> read, List<Fault> faults) {
        for (Sheet sheet : read) {
            String name =
                    sheet.name().toLowerCase(java.util.Locale.ROOT).strip().replaceAll("[ _]+", "-");
            Optional<SheetFormat> format = SheetFormat.named(name);
            if (format.isEmpty()) {
                faults.add(new Fault(
                        sheet.name(),
                        "a sheet of that name",
                        "one of " + SheetFormat.names(),
                        "rename it or leave it out"));
            } else if (sheets.putIfAbsent(name, sheet) != null) {
                faults.add(new Fault(sheet.name(), "the sheet twice", "each sheet once", "join the two"));
            } else {
                columns.put(
                        name,
                        Columns.of(sheet, format.get().required(), format.get().optional(), faults));
            }
        }
    }

    /** Moves every date read from now on. */
    void shift(int byWeeks) {
        weeks = byWeeks;
    }

    /** The rows of a sheet, each read when it is asked for. */
    List<Cells> of(SheetFormat format) {
        Sheet sheet = sheets.get(format.sheetName());
        Columns known = columns.get(format.sheetName());
        if (sheet == null || known == null) {
            return List.of();
        }
        return new Lazy(
                sheet.rows().size(),
                at -> new Cells(sheet.name(), format, sheet.rows().get(at), known, weeks));
    }

    /** Rows by the text of a column, in the order they stand; each is read when it is asked for. */
    Map<String, List<Cells>> by(SheetFormat format, String column) {
        List<Cells> all = of(format);
        Map<String, Positions> grouped = new LinkedHashMap<>();
        for (int at = 0; at < all.size(); at++) {
            grouped.computeIfAbsent(all.get(at).key(column), key -> new Positions())
                    .add(at);
        }
        Map<String, List<Cells>> groups = new LinkedHashMap<>();
        grouped.forEach((key, rows) -> groups.put(key, new Lazy(rows.size, at -> all.get(rows.at[at]))));
        return groups;
    }

    /** Where rows stand, as few bytes as there are rows. */
    private static final class Positions {

        private int[] at = new int[2];
        private int size;

        void add(int position) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
            }
            at[size++] = position;
        }
    }

    private static final class Lazy extends AbstractList<Cells> implements RandomAccess {

        private final int size;
        private final IntFunction<Cells> reading;

        Lazy(int size, IntFunction<Cells> reading) {
            this.size = size;
            this.reading = reading;
        }

        @Override
        public Cells get(int index) {
            return reading.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
