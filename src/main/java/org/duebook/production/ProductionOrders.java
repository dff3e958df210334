package org.duebook.production;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.Actor;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of production orders, their operations and material needs. */
@Repository
class ProductionOrders {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ProductionOrders(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<ProductionOrderNumber> drawNumbers(int count) {
        return jdbc
                .sql("select nextval('production_order_number') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .stream()
                .map(number -> new ProductionOrderNumber("PO-" + number))
                .toList();
    }

    /** Parents before children. */
    void insert(List<ProductionOrder> orders) {
        batch.batchUpdate("""
                insert into production_order (number, item, quantity, unit, order_number, order_line, release, parent,
                    parent_operation, status, promised_end, requested_end, priority)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, orders.stream().map(ProductionOrders::columns).toList());
        batch.batchUpdate(
                """
                insert into operation (production_order, sequence, name, work_centre, setup_state, machines,
                    machine_minutes, outside_minutes, transfer_minutes, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                orders.stream()
                        .flatMap(order -> order.operations().stream())
                        .map(ProductionOrders::columns)
                        .toList());
        batch.batchUpdate(
                """
                insert into material_need (production_order, operation, component, quantity, unit, reserved)
                values (?, ?, ?, ?, ?, ?)
                on conflict (production_order, operation, component, reserved)
                    do update set quantity = material_need.quantity + excluded.quantity
                """,
                orders.stream()
                        .flatMap(order -> order.materials().stream().map(need -> columns(order.number(), need)))
                        .toList());
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

    /** Locks a production order for the rest of the transaction; false when there is none. */
    boolean lock(ProductionOrderNumber number) {
        return jdbc.sql("select 1 from production_order where number = :number for update")
                .param("number", number.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean hasUnfinishedPartsFor(OperationId operation) {
        return jdbc.sql("""
                        select exists (select 1 from production_order
                            where parent = :parent and parent_operation = :operation and status in ('PLANNED', 'STARTED'))
                        """)
                .param("parent", operation.productionOrder().value())
                .param("operation", operation.sequence())
                .query(Boolean.class)
                .single();
    }

    /** What a machine is busy with. */
    Optional<OperationId> runningOn(MachineCode machine) {
        return jdbc.sql(
                        "select production_order, sequence from operation where machine = :machine and status = 'STARTED'")
                .param("machine", machine.value())
                .query((row, index) -> new OperationId(
                        new ProductionOrderNumber(row.getString("production_order")), row.getInt("sequence")))
                .optional();
    }

    void book(ProgressReport report, @Nullable MachineCode machine, Actor by) {
        jdbc.sql("""
                        insert into progress_report (production_order, sequence, machine, at, good, scrap, finished, reported_by)
                        values (:order, :sequence, :machine, :at, :good, :scrap, :finished, :by)
                        """)
                .param("order", report.operation().productionOrder().value())
                .param("sequence", report.operation().sequence())
                .param("machine", machine == null ? null : machine.value())
                .param("at", at(report.at()))
                .param("good", report.good().amount())
                .param("scrap", report.scrap().amount())
                .param("finished", report.finished())
                .param("by", by.name())
                .update();
        jdbc.sql("""
                        update operation set
                            status = case when :finished then 'FINISHED' else 'STARTED' end,
                            good = good + :good,
                            scrap = scrap + :scrap,
                            machine = coalesce(machine, :machine),
                            started_at = coalesce(started_at, :at),
                            finished_at = case when :finished then cast(:at as timestamptz) end
                        where production_order = :order and sequence = :sequence
                        """)
                .param("order", report.operation().productionOrder().value())
                .param("sequence", report.operation().sequence())
                .param("machine", machine == null ? null : machine.value())
                .param("at", at(report.at()))
                .param("good", report.good().amount())
                .param("scrap", report.scrap().amount())
                .param("finished", report.finished())
                .update();
    }

    void setStatus(ProductionOrderNumber number, ProductionOrder.Status status) {
        jdbc.sql("update production_order set status = :status where number = :number")
                .param("status", status.name())
                .param("number", number.value())
                .update();
    }

    int close(OrderLineId line, String reason) {
        return jdbc.sql("""
                        update production_order set status = 'CLOSED', closed_because = :reason
                        where order_number = :order and order_line = :line and status in ('PLANNED', 'STARTED')
                        """)
                .param("reason", reason)
                .param("order", line.order().value())
                .param("line", line.line())
                .update();
    }

    void setPromisedEnd(OrderLineId line, int release, @Nullable Instant end) {
        jdbc.sql("""
                        update production_order set promised_end = :end
                        where order_number = :order and order_line = :line and release = :release
                        """)
                .param("end", end == null ? null : at(end))
                .param("order", line.order().value())
                .param("line", line.line())
                .param("release", release)
                .update();
    }

    /** Marks the needs of an operation as issued and gives those that were not issued before. */
    List<MaterialNeed> issue(OperationId operation) {
        return jdbc.sql("""
                        update material_need set issued = true
                        where production_order = :order and operation = :operation and not issued returning *
                        """)
                .param("order", operation.productionOrder().value())
                .param("operation", operation.sequence())
                .query((row, index) -> need(row))
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Object[] columns(ProductionOrder order) {
        return new @Nullable Object[] {
            order.number().value(),
            order.item().value(),
            order.quantity().amount(),
            order.quantity().unit().code(),
            order.orderLine().order().value(),
            order.orderLine().line(),
            order.release(),
            order.parent() == null ? null : order.parent().value(),
            order.parentOperation(),
            order.status().name(),
            order.promisedEnd() == null ? null : at(order.promisedEnd()),
            at(order.requestedEnd()),
            order.priority()
        };
    }

    private static Object[] columns(Operation operation) {
        return new @Nullable Object[] {
            operation.id().productionOrder().value(),
            operation.id().sequence(),
            operation.name(),
            operation.workCentre().value(),
            operation.setupState(),
            operation.machines().stream().map(able -> able.machine().value()).toArray(String[]::new),
            operation.machines().stream()
                    .map(able -> (int) able.time().toMinutes())
                    .toArray(Integer[]::new),
            operation.outside() == null ? null : (int) operation.outside().toMinutes(),
            (int) operation.transfer().toMinutes(),
            operation.status().name()
        };
    }

    private static Object[] columns(ProductionOrderNumber order, MaterialNeed need) {
        return new Object[] {
            order.value(),
            need.operation(),
            need.component().value(),
            need.quantity().amount(),
            need.quantity().unit().code(),
            need.reserved()
        };
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
                row.getTimestamp("requested_end").toInstant(),
                row.getInt("priority"),
                operations.getOrDefault(number, List.of()),
                needs.getOrDefault(number, List.of()));
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

    private static MaterialNeed need(ResultSet row) throws SQLException {
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
