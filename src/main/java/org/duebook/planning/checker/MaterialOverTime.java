package org.duebook.planning.checker;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duebook.planning.checker.PlantDescription.Material;
import org.duebook.planning.checker.PlantDescription.Scheduled;

/** Follows the stock of one component through the schedule. */
final class MaterialOverTime {
    private record Change(Instant at, BigDecimal quantity, String what) {}

    private MaterialOverTime() {}

    /** What comes at an instant is there for what starts at that instant. Reports the first minute below zero. */
    static void check(Material material, Map<String, Scheduled> scheduled, List<Violation> violations) {
        List<Change> changes = new ArrayList<>();
        material.receipts().forEach(r -> changes.add(new Change(r.at(), r.quantity(), "a receipt")));
        material.takenBy().forEach((operation, quantity) -> {
            Scheduled taker = scheduled.get(operation);
            if (taker != null) {
                changes.add(new Change(taker.start(), quantity.negate(), operation));
            }
        });
        changes.sort(Comparator.comparing(Change::at)
                .thenComparing(Change::quantity, Comparator.reverseOrder())
                .thenComparing(Change::what));
        BigDecimal stock = material.onHand();
        for (Change change : changes) {
            stock = stock.add(change.quantity);
            if (stock.signum() < 0 && change.quantity.signum() < 0) {
                violations.add(new Violation(
                        Violation.Kind.MATERIAL,
                        material.item(),
                        material.item() + " is short by " + stock.negate().toPlainString() + " when " + change.what
                                + " starts at " + change.at));
                return;
            }
        }
    }
}
