package org.duebook.production;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads production orders with their operations and material needs, in three queries however many there are. */
@Repository
class ProductionOrderReader {

    private final JdbcClient jdbc;

    ProductionOrderReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Production orders for which the condition holds, by the order they were made in; {@code po} is the table's alias. */
    List<ProductionOrder> where(String condition, Map<String, ?> params, String orderAndLimit) {
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        Map<String, List<MaterialNeed>> needs = new LinkedHashMap<>();
        String chosen = "(select po.number from production_order po where " + condition + " " + orderAndLimit + ")";
        jdbc.sql("select op.*, po.unit from operation op join production_order po on po.number = op.production_order"
                        + " where op.production_order in " + chosen + " order by op.production_order, op.sequence")
                .params(params)
                .query((row, index) -> operation(row))
                .list()
                .forEach(operation -> operations
                        .computeIfAbsent(operation.id().productionOrder().value(), key -> new ArrayList<>())
                        .add(operation));
        jdbc.sql("select * from material_need where production_order in " + chosen
                        + " order by production_order, operation, component, reserved")
                .params(params)
                .query((row, index) -> Map.entry(row.getString("production_order"), need(row)))
                .list()
                .forEach(need -> needs.computeIfAbsent(need.getKey(), key -> new ArrayList<>())
                        .add(need.getValue()));
        return jdbc.sql("select po.* from production_order po where " + condition + " " + orderAndLimit)
                .params(params)
                .query((row, index) -> order(row, operations, needs))
                .list();
    }

    private static ProductionOrder order(
            ResultSet row, Map<String, List<Operation>> operations, Map<String, List<MaterialNeed>> needs)
            throws SQLException {
        String number = row.getString("number");
        String parent = row.getString("parent");
        return new ProductionOrder(
                new ProductionOrderNumber(number),
                new ItemNumber(row.getString("item")),
                quantity(row, "quantity"),
                new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("order_line")),
                row.getInt("release"),
                parent == null ? null : new ProductionOrderNumber(parent),
                row.getInt("parent_operation"),
                ProductionOrder.Status.valueOf(row.getString("status")),
                instant(row, "promised_end"),
                Duration.ofMinutes(row.getInt("buffer_minutes")),
                row.getTimestamp("requested_end").toInstant(),
                row.getInt("priority"),
                instant(row, "not_before"),
                operations.getOrDefault(number, List.of()),
                needs.getOrDefault(number, List.of()),
                madeAgainFor(row));
    }

    private static @Nullable OperationId madeAgainFor(ResultSet row) throws SQLException {
        String lost = row.getString("made_again_for");
        return lost == null
                ? null
                : new OperationId(new ProductionOrderNumber(lost), row.getInt("made_again_sequence"));
    }

    private static Operation operation(ResultSet row) throws SQLException {
        String machine = row.getString("machine");
        int outside = row.getInt("outside_minutes");
        Duration outsideTime = row.wasNull() ? null : Duration.ofMinutes(outside);
        return new Operation(
                new OperationId(new ProductionOrderNumber(row.getString("production_order")), row.getInt("sequence")),
                row.getString("name"),
                new WorkCentreCode(row.getString("work_centre")),
                row.getString("setup_state"),
                machineTimes(row.getArray("machines"), row.getArray("machine_minutes")),
                outsideTime,
                Duration.ofMinutes(row.getInt("transfer_minutes")),
                OperationStatus.valueOf(row.getString("status")),
                quantity(row, "good"),
                quantity(row, "scrap"),
                machine == null ? null : new MachineCode(machine),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static List<MachineTime> machineTimes(Array machines, Array minutes) throws SQLException {
        String[] codes = (String[]) machines.getArray();
        Integer[] times = (Integer[]) minutes.getArray();
        List<MachineTime> able = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            able.add(new MachineTime(new MachineCode(codes[i]), Duration.ofMinutes(times[i])));
        }
        return able;
    }

    static MaterialNeed need(ResultSet row) throws SQLException {
        return new MaterialNeed(
                row.getInt("operation"),
                new ItemNumber(row.getString("component")),
                quantity(row, "quantity"),
                row.getBoolean("reserved"));
    }

    private static Quantity quantity(ResultSet row, String column) throws SQLException {
        return Quantity.of(row.getBigDecimal(column), new Unit(row.getString("unit")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
