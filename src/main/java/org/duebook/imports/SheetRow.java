package org.duebook.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.duebook.documents.SheetWriter;
import org.jspecify.annotations.Nullable;

/** A row as it is exported: values by column name, in the order the format has its columns; what is not set stays blank. */
final class SheetRow {

    private final SheetFormat format;
    private final List<SheetWriter.Value> values;

    private SheetRow(SheetFormat format) {
        this.format = format;
        this.values = new ArrayList<>(Collections.nCopies(format.columns().size(), SheetWriter.Value.NOTHING));
    }

    static SheetRow of(SheetFormat format) {
        return new SheetRow(format);
    }

    SheetRow text(String column, String text) {
        return text.isBlank() ? this : set(column, new SheetWriter.Value.Text(text));
    }

    SheetRow text(String column, Object value) {
        return text(column, value.toString());
    }

    SheetRow choice(String column, Enum<?> constant) {
        return text(column, SheetColumn.written(constant));
    }

    SheetRow yes(String column, boolean yes) {
        return yes ? text(column, "yes") : this;
    }

    SheetRow number(String column, BigDecimal number) {
        return set(column, new SheetWriter.Value.Number(number));
    }

    SheetRow whole(String column, long number) {
        return number(column, BigDecimal.valueOf(number));
    }

    SheetRow day(String column, @Nullable LocalDate day) {
        return day == null ? this : set(column, new SheetWriter.Value.Day(day));
    }

    void to(SheetWriter writer) {
        writer.row(format.sheetName(), values);
    }

    private SheetRow set(String column, SheetWriter.Value value) {
        for (int at = 0; at < values.size(); at++) {
            if (format.columns().get(at).name().equals(column)) {
                values.set(at, value);
                return this;
            }
        }
        throw new IllegalArgumentException("sheet " + format.sheetName() + " has no column " + column);
    }
}
