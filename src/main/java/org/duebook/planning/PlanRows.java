package org.duebook.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;

/** How planning's values stand in columns. */
final class PlanRows {

    private PlanRows() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static OperationId operation(ResultSet row) throws SQLException {
        return new OperationId(new ProductionOrderNumber(row.getString("production_order")), row.getInt("sequence"));
    }

    static PlacedOperation placed(ResultSet row) throws SQLException {
        String machine = row.getString("machine");
        return new PlacedOperation(
                operation(row),
                machine == null ? null : new MachineCode(machine),
                row.getTimestamp("setup_start").toInstant(),
                row.getTimestamp("start_at").toInstant(),
                row.getTimestamp("end_at").toInstant(),
                row.getString("setup_state"));
    }
}
