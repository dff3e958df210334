package org.duebook.imports;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets routings and routing-machines. An item's rows in both replace its whole routing. */
@Component
class RoutingSheets {

    private static final int MOST_MINUTES = 100_000;

    private final Catalog catalog;
    private final Plant plant;

    RoutingSheets(Catalog catalog, Plant plant) {
        this.catalog = catalog;
        this.plant = plant;
    }

    void take(Rows rows, Parts parts) {
        Map<String, List<Cells>> machines = rows.by(SheetFormat.ROUTING_MACHINES, "item");
        Map<String, List<Cells>> routings = rows.by(SheetFormat.ROUTINGS, "item");
        Capacity capacity = new Capacity(
                plant.workCentres().stream().map(each -> each.code()).collect(Collectors.toSet()),
                plant.machines().stream().collect(Collectors.toMap(Machine::code, Machine::workCentre)));
        routings.forEach((item, steps) -> parts.take(
                SheetFormat.ROUTINGS,
                steps.getFirst(),
                () -> routing(steps, machines.getOrDefault(item, List.of()), capacity, parts)));
        machines.forEach((item, named) -> {
            if (!routings.containsKey(item)) {
                parts.take(SheetFormat.ROUTING_MACHINES, named.getFirst(), () -> {
                    throw named.getFirst()
                            .refused(
                                    "item",
                                    item,
                                    "an item of the sheet routings of the same file",
                                    "send the routing with its machines");
                });
            }
        });
    }

    /** What the plant has to work with. */
    private record Capacity(Set<WorkCentreCode> centres, Map<MachineCode, WorkCentreCode> machines) {}

    private Saved routing(List<Cells> rows, List<Cells> machines, Capacity capacity, Parts parts) {
        Item item = ItemSheets.known(catalog, rows.getFirst(), "item");
        if (item.type() == ItemType.COMPONENT) {
            throw rows.getFirst()
                    .refused(
                            "item",
                            item.number() + ", which is purchased",
                            "a finished or semi-finished item",
                            "correct the number, or the item's type");
        }
        List<String> sequences = rows.stream().map(row -> row.text("sequence")).toList();
        Cells.each(machines, row -> {
            if (!sequences.contains(row.text("sequence"))) {
                throw row.refused(
                        "sequence",
                        row.text("sequence"),
                        "one of " + sequences + ", the routing of " + item.number(),
                        "correct the sequence");
            }
            return row;
        });
        List<RoutingStep> steps = Cells.each(rows, row -> {
            int sequence = row.whole("sequence", 1, 99_999);
            parts.once(SheetFormat.ROUTINGS, row, "sequence", item.number() + " " + sequence);
            List<Cells> named = machines.stream()
                    .filter(each -> each.text("sequence").equals(row.text("sequence")))
                    .toList();
            return step(row, item, sequence, named, capacity, parts);
        });
        return catalog.putRouting(
                item.number(),
                steps.stream()
                        .sorted(Comparator.comparingInt(RoutingStep::sequence))
                        .toList());
    }

    private static RoutingStep step(
            Cells row, Item item, int sequence, List<Cells> machines, Capacity capacity, Parts parts) {
        WorkCentreCode centre = row.as("work_centre", WorkCentreCode::new);
        if (!capacity.centres().contains(centre)) {
            throw row.refused(
                    "work_centre",
                    centre.value(),
                    "a work centre that exists",
                    "correct it, or add it to its own sheet first");
        }
        RoutingStep.Outside outside = outside(row);
        Duration perPiece = minutes(row, "run_minutes_per_piece");
        Duration perBatch = minutes(row, "batch_minutes");
        if (outside == null) {
            if (perPiece.isZero() && perBatch.isZero()) {
                throw row.refused(
                        "run_minutes_per_piece",
                        "no time at all",
                        "run_minutes_per_piece, batch_minutes or outside_days",
                        "say how long the operation takes");
            }
            if (!capacity.machines().containsValue(centre)) {
                throw row.refused(
                        "work_centre",
                        centre + ", which has no machine",
                        "a work centre with a machine, or outside_days",
                        "add a machine, or say which supplier does it in how many days");
            }
        }
        return new RoutingStep(
                sequence,
                row.required("name"),
                centre,
                row.text("setup_state"),
                perPiece,
                perBatch,
                row.text("batch_size").isEmpty() ? null : Quantity.of(row.positive("batch_size"), item.unit()),
                minutes(row, "transfer_minutes"),
                Cells.each(machines, each -> alternate(each, centre, capacity, parts)),
                outside);
    }

    private static RoutingStep.@Nullable Outside outside(Cells row) {
        if (row.text("outside_supplier").isEmpty() && row.text("outside_days").isEmpty()) {
            return null;
        }
        return new RoutingStep.Outside(row.required("outside_supplier"), row.whole("outside_days", 1, 365));
    }

    private static RoutingStep.Alternate alternate(Cells row, WorkCentreCode centre, Capacity capacity, Parts parts) {
        MachineCode code = row.as("machine", MachineCode::new);
        WorkCentreCode home = capacity.machines().get(code);
        if (!centre.equals(home)) {
            throw row.refused(
                    "machine",
                    home == null ? code.value() : code + " of " + home,
                    "a machine of " + centre + ", the operation's work centre",
                    "correct the machine, or the operation's work centre");
        }
        parts.once(
                SheetFormat.ROUTING_MACHINES,
                row,
                "machine",
                row.text("item") + " " + row.text("sequence") + " on " + code);
        BigDecimal factor = row.text("time_factor").isEmpty() ? BigDecimal.ONE : row.positive("time_factor");
        if (factor.compareTo(new BigDecimal("0.01")) < 0 || factor.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw row.refused(
                    "time_factor", factor.toPlainString(), "0.01 to 100", "1 is normal speed, 2 twice as long");
        }
        return new RoutingStep.Alternate(code, factor.doubleValue());
    }

    private static Duration minutes(Cells row, String column) {
        BigDecimal minutes = row.notNegative(column, BigDecimal.ZERO);
        if (minutes.compareTo(BigDecimal.valueOf(MOST_MINUTES)) > 0) {
            throw row.refused(column, minutes.toPlainString(), "at most " + MOST_MINUTES, "give it in minutes");
        }
        return Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(60_000)).longValue());
    }
}
