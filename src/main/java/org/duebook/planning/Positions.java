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
import org.jspecify.annotations.Nullable;

/**
 * Gives new operations positions between their neighbours in time, so that the order of the plan's rows stays its order
 * of work.
 */
final class Positions {

    private final PlanState state;

    Positions(PlanState state) {
        this.state = state;
    }

    /**
     * Positions that put new operations between their neighbours in time. Operations whose place in a just ended hold
     * is known keep that place.
     */
    List<PlanRow> of(List<PlacedOperation> added, Map<Holds.Place, Double> kept, @Nullable String hold) {
        Map<MachineCode, TreeMap<Instant, Double>> taken = takenPositions();
        List<PlanRow> result = new ArrayList<>();
        added.stream().sorted(Comparator.comparing(PlacedOperation::start)).forEach(placed -> {
            MachineCode machine = placed.machine();
            if (machine == null) {
                result.add(new PlanRow(placed, 0, hold));
                return;
            }
            TreeMap<Instant, Double> row = taken.computeIfAbsent(machine, key -> new TreeMap<>());
            Double known = kept.get(new Holds.Place(machine, placed.start()));
            double position = known == null ? between(row, placed.start()) : known;
            row.put(placed.start(), position);
            result.add(new PlanRow(placed, position, hold));
        });
        return result;
    }

    /** The same for several holds at once, each under its quote; the empty name is no hold. */
    List<PlanRow> ofAll(Map<String, List<PlacedOperation>> byHold) {
        Map<OperationId, String> holds = new HashMap<>();
        byHold.forEach((hold, placed) -> placed.forEach(each -> holds.put(each.operation(), hold)));
        return of(byHold.values().stream().flatMap(List::stream).toList(), Map.of(), null).stream()
                .map(row -> {
                    String hold = holds.getOrDefault(row.placed().operation(), "");
                    return new PlanRow(row.placed(), row.position(), hold.isEmpty() ? null : hold);
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
