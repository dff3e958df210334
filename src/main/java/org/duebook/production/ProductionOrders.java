package org.duebook.production;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes rows of production orders, their operations and material needs. */
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
                    parent_operation, status, promised_end, requested_end, priority, not_before, made_again_for,
                    made_again_sequence, buffer_minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

    /** Ends a production order of which nothing is left to work on, and its parts that were not begun. */
    void closeWithParts(ProductionOrderNumber number, String reason) {
        jdbc.sql("""
                        with recursive gone as (
                            select number from production_order where number = :number
                            union all
                            select part.number from production_order part join gone on part.parent = gone.number
                            where part.status = 'PLANNED')
                        update production_order set status = 'CLOSED', closed_because = :reason
                        where number in (select number from gone) and status in ('PLANNED', 'STARTED')
                        """).param("number", number.value()).param("reason", reason).update();
    }

    /** Adds to what an operation takes from goods that are reserved for it. */
    void addReservedNeed(OperationId operation, ItemNumber component, Quantity quantity) {
        jdbc.sql("""
                        insert into material_need (production_order, operation, component, quantity, unit, reserved)
                        values (:order, :operation, :component, :quantity, :unit, true)
                        on conflict (production_order, operation, component, reserved)
                            do update set quantity = material_need.quantity + excluded.quantity
                        """)
                .param("order", operation.productionOrder().value())
                .param("operation", operation.sequence())
                .param("component", component.value())
                .param("quantity", quantity.amount())
                .param("unit", quantity.unit().code())
                .update();
    }

    /** Closes what is open of these lines; gives the lines of which something was. */
    Set<OrderLineId> close(Collection<OrderLineId> lines, String reason) {
        return jdbc.sql("""
                        update production_order set status = 'CLOSED', closed_because = :reason
                        where (order_number, order_line) in
                                (select * from unnest(cast(:orders as text[]), cast(:lines as integer[])))
                            and status in ('PLANNED', 'STARTED')
                        returning order_number, order_line
                        """)
                .param("reason", reason)
                .param(
                        "orders",
                        lines.stream().map(line -> line.order().value()).toArray(String[]::new))
                .param("lines", lines.stream().map(OrderLineId::line).toArray(Integer[]::new))
                .query((row, index) ->
                        new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("order_line")))
                .set();
    }

    void setPromisedEnd(OrderLineId line, int release, Instant end, Duration buffer) {
        jdbc.sql("""
                        update production_order set promised_end = :end, buffer_minutes = :buffer
                        where order_number = :order and order_line = :line and release = :release
                        """)
                .param("end", at(end))
                .param("buffer", (int) buffer.toMinutes())
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
                .query((row, index) -> ProductionOrderReader.need(row))
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
            order.priority(),
            order.notBefore() == null ? null : at(order.notBefore()),
            order.madeAgainFor() == null
                    ? null
                    : order.madeAgainFor().productionOrder().value(),
            order.madeAgainFor() == null ? null : order.madeAgainFor().sequence(),
            (int) order.buffer().toMinutes()
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
}
