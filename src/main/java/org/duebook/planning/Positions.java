package org.duebook.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;

/**
 * Gives new operations positions between their neighbours in time, so that the order of the plan's rows stays its order
 * of work.
 */
final class Positions {

    private final PlanState state;

    Positions(PlanState state) {
        this.state = state;
    }

    /** Positions that put new operations between their neighbours in time. */
    List<Slot> of(List<PlacedOperation> added) {
        Map<MachineCode, TreeMap<Instant, Double>> taken = takenPositions();
        List<Slot> result = new ArrayList<>();
        added.stream().sorted(Comparator.comparing(PlacedOperation::start)).forEach(placed -> {
            MachineCode machine = placed.machine();
            if (machine == null) {
                result.add(new Slot(placed, 0));
                return;
            }
            TreeMap<Instant, Double> row = taken.computeIfAbsent(machine, key -> new TreeMap<>());
            double position = between(row, placed.start());
            row.put(placed.start(), position);
            result.add(new Slot(placed, position));
        });
        return result;
    }

    /** The same for several holds at once, each under its quote; the empty name is no hold. */
    List<PlanRow> ofAll(Map<String, List<PlacedOperation>> byHold) {
        Map<OperationId, String> holds = new HashMap<>();
        byHold.forEach((hold, placed) -> placed.forEach(each -> holds.put(each.operation(), hold)));
        return of(byHold.values().stream().flatMap(List::stream).toList()).stream()
                .map(slot -> {
                    String hold = holds.getOrDefault(slot.placed().operation(), "");
                    return new PlanRow(slot.placed(), slot.position(), hold.isEmpty() ? null : hold);
                })
                .toList();
    }

    private Map<MachineCode, TreeMap<Instant, Double>> takenPositions() {
        Map<OperationId, Double> positions = new HashMap<>();
        state.rows.forEach(row -> positions.put(row.placed().operation(), row.position()));
        Map<MachineCode, TreeMap<Instant, Double>> taken = new HashMap<>();
        for (PlacedOperation placed : state.placed()) {
            Double position = positions.get(placed.operation());
            if (placed.machine() != null && position != null) {
                taken.computeIfAbsent(placed.machine(), key -> new TreeMap<>()).put(placed.start(), position);
            }
        }
        return taken;
    }

    private static double between(TreeMap<Instant, Double> row, Instant start) {
        Map.Entry<Instant, Double> before = row.lowerEntry(start);
        Map.Entry<Instant, Double> after = row.ceilingEntry(start);
        if (before == null) {
            return after == null ? 1 : after.getValue() - 1;
        }
        return after == null ? before.getValue() + 1 : (before.getValue() + after.getValue()) / 2;
    }
}
