package org.duebook.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.RoutingStep.Alternate;
import org.duebook.catalog.RoutingStep.Outside;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of routings and of the machines that may do a step; durations are kept in milliseconds. */
@Repository
class RoutingRows {

    private record StepKey(String item, int sequence) {}

    private final JdbcClient jdbc;

    RoutingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ItemNumber, List<RoutingStep>> load(Collection<ItemNumber> items) {
        String[] wanted = ItemRows.values(items);
        Map<StepKey, List<Alternate>> alternates = alternates(wanted);
        return jdbc
                .sql("select step.*, item.unit from routing_step step join item on item.number = step.item"
                        + " where step.item = any(:items) order by step.item, step.sequence")
                .param("items", wanted)
                .query((row, n) -> Map.entry(new ItemNumber(row.getString("item")), step(row, alternates)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    Saved put(ItemNumber item, List<RoutingStep> steps) {
        List<RoutingStep> wanted = steps.stream()
                .sorted(Comparator.comparingInt(RoutingStep::sequence))
                .toList();
        List<RoutingStep> before = load(List.of(item)).getOrDefault(item, List.of());
        if (before.equals(wanted)) {
            return Saved.UNCHANGED;
        }
        jdbc.sql("delete from routing_step where item = :item")
                .param("item", item.value())
                .update();
        wanted.forEach(step -> insert(item, step));
        return before.isEmpty() ? Saved.CREATED : Saved.CHANGED;
    }

    private Map<StepKey, List<Alternate>> alternates(String[] items) {
        return jdbc
                .sql("select * from routing_alternate where item = any(:items) order by item, sequence, position")
                .param("items", items)
                .query((row, n) -> Map.entry(
                        new StepKey(row.getString("item"), row.getInt("sequence")),
                        new Alternate(new MachineCode(row.getString("machine")), row.getDouble("time_factor"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static RoutingStep step(ResultSet row, Map<StepKey, List<Alternate>> alternates) throws SQLException {
        int sequence = row.getInt("sequence");
        return new RoutingStep(
                sequence,
                row.getString("name"),
                new WorkCentreCode(row.getString("work_centre")),
                row.getString("setup_state"),
                Duration.ofMillis(row.getLong("run_per_unit_ms")),
                Duration.ofMillis(row.getLong("run_per_batch_ms")),
                batchSize(row.getBigDecimal("batch_size"), row.getString("unit")),
                Duration.ofMillis(row.getLong("transfer_ms")),
                alternates.getOrDefault(new StepKey(row.getString("item"), sequence), List.of()),
                outside(row.getString("outside_supplier"), row.getInt("outside_days")));
    }

    private static @Nullable Quantity batchSize(@Nullable BigDecimal amount, String unit) {
        return amount == null ? null : Quantity.of(amount, new Unit(unit));
    }

    private static @Nullable Outside outside(@Nullable String supplier, int days) {
        return supplier == null ? null : new Outside(supplier, days);
    }

    private void insert(ItemNumber item, RoutingStep step) {
        Outside outside = step.outside();
        Quantity batchSize = step.batchSize();
        jdbc.sql("""
                insert into routing_step (item, sequence, name, work_centre, setup_state, run_per_unit_ms,
                    run_per_batch_ms, batch_size, transfer_ms, outside_supplier, outside_days)
                values (:item, :sequence, :name, :workCentre, :setupState, :perUnit, :perBatch, :batchSize, :transfer,
                    :supplier, :days)""")
                .param("item", item.value())
                .param("sequence", step.sequence())
                .param("name", step.name())
                .param("workCentre", step.workCentre().value())
                .param("setupState", step.setupState())
                .param("perUnit", step.runPerUnit().toMillis())
                .param("perBatch", step.runPerBatch().toMillis())
                .param("batchSize", batchSize == null ? null : batchSize.amount())
                .param("transfer", step.transfer().toMillis())
                .param("supplier", outside == null ? null : outside.supplier())
                .param("days", outside == null ? null : outside.days())
                .update();
        for (int position = 0; position < step.alternates().size(); position++) {
            insert(item, step.sequence(), position, step.alternates().get(position));
        }
    }

    private void insert(ItemNumber item, int sequence, int position, Alternate alternate) {
        jdbc.sql("""
                insert into routing_alternate (item, sequence, position, machine, time_factor)
                values (:item, :sequence, :position, :machine, :timeFactor)""")
                .param("item", item.value())
                .param("sequence", sequence)
                .param("position", position)
                .param("machine", alternate.machine().value())
                .param("timeFactor", alternate.timeFactor())
                .update();
    }
}
