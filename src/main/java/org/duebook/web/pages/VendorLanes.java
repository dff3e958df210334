package org.duebook.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duebook.planning.ScheduledOperation;
import org.duebook.shared.WorkCentreCode;

/** Vendors do any number of things at once: as many lanes as that takes, by work centre. */
final class VendorLanes {

    private VendorLanes() {}

    static Map<WorkCentreCode, List<List<ScheduledOperation>>> of(List<ScheduledOperation> operations) {
        Map<WorkCentreCode, List<List<ScheduledOperation>>> lanes = new TreeMap<>();
        operations.stream()
                .filter(operation -> operation.placed().machine() == null)
                .sorted(Comparator.comparing(
                        (ScheduledOperation operation) -> operation.placed().start()))
                .forEach(operation -> free(
                                lanes.computeIfAbsent(operation.workCentre(), code -> new ArrayList<>()), operation)
                        .add(operation));
        return lanes;
    }

    private static List<ScheduledOperation> free(List<List<ScheduledOperation>> lanes, ScheduledOperation operation) {
        for (List<ScheduledOperation> lane : lanes) {
            if (!lane.getLast().placed().end().isAfter(operation.placed().start())) {
                return lane;
            }
        }
        List<ScheduledOperation> lane = new ArrayList<>();
        lanes.add(lane);
        return lane;
    }
}
