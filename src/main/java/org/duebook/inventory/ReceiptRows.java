package org.duebook.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of scheduled receipts. */
@Repository
class ReceiptRows {

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ScheduledReceipt> open() {
        return jdbc.sql("select * from scheduled_receipt where quantity > 0 order by expected, number")
                .query((row, n) -> receipt(row))
                .list();
    }

    Optional<ScheduledReceipt> lock(String number) {
        return jdbc.sql("select * from scheduled_receipt where number = :number for update")
                .param("number", number)
                .query((row, n) -> receipt(row))
                .optional();
    }

    private static ScheduledReceipt receipt(ResultSet row) throws SQLException {
        return new ScheduledReceipt(
                row.getString("number"),
                new ItemNumber(row.getString("item")),
                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                row.getObject("expected", LocalDate.class),
                row.getString("supplier"));
    }

    Saved put(ScheduledReceipt receipt) {
        return Saved.of(jdbc.sql("""
                insert into scheduled_receipt (number, item, quantity, unit, expected, supplier)
                values (:number, :item, :quantity, :unit, :expected, :supplier)
                on conflict (number) do update
                set item = excluded.item, quantity = excluded.quantity, unit = excluded.unit,
                    expected = excluded.expected, supplier = excluded.supplier
                where scheduled_receipt is distinct from excluded
                returning xmax = 0""")
                .param("number", receipt.number())
                .param("item", receipt.item().value())
                .param("quantity", receipt.quantity().amount())
                .param("unit", receipt.quantity().unit().code())
                .param("expected", receipt.expected())
                .param("supplier", receipt.supplier())
                .query(Boolean.class)
                .optional());
    }
}
