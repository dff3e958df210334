package org.duebook.catalog;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of bills of material. */
@Repository
class BillRows {

    private static final Comparator<BillLine> BY_OPERATION_AND_COMPONENT =
            Comparator.comparingInt(BillLine::operation).thenComparing(BillLine::component);

    private final JdbcClient jdbc;

    BillRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ItemNumber, List<BillLine>> load(Collection<ItemNumber> parents) {
        return jdbc
                .sql("select * from bill_line where parent = any(:parents) order by parent, operation, component")
                .param("parents", ItemRows.values(parents))
                .query((row, n) -> new BillLine(
                        new ItemNumber(row.getString("parent")),
                        new ItemNumber(row.getString("component")),
                        Quantity.of(row.getBigDecimal("per_unit"), new Unit(row.getString("unit"))),
                        row.getInt("operation")))
                .list()
                .stream()
                .collect(groupingBy(BillLine::parent));
    }

    Saved put(ItemNumber parent, List<BillLine> lines) {
        List<BillLine> wanted =
                lines.stream().sorted(BY_OPERATION_AND_COMPONENT).toList();
        List<BillLine> before = load(List.of(parent)).getOrDefault(parent, List.of());
        if (before.equals(wanted)) {
            return Saved.UNCHANGED;
        }
        jdbc.sql("delete from bill_line where parent = :parent")
                .param("parent", parent.value())
                .update();
        wanted.forEach(line -> insert(parent, line));
        return before.isEmpty() ? Saved.CREATED : Saved.CHANGED;
    }

    private void insert(ItemNumber parent, BillLine line) {
        if (!line.parent().equals(parent)) {
            throw new IllegalArgumentException(
                    "bill line of " + line.parent() + " in the bill of " + parent + "; put each bill by itself");
        }
        jdbc.sql("""
                insert into bill_line (parent, component, operation, per_unit, unit)
                values (:parent, :component, :operation, :perUnit, :unit)""")
                .param("parent", parent.value())
                .param("component", line.component().value())
                .param("operation", line.operation())
                .param("perUnit", line.perUnit().amount())
                .param("unit", line.perUnit().unit().code())
                .update();
    }
}
