package org.duebook.keeping;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.duebook.fulfilment.Delivery;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Release;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.Quantity;

/** What of the releases of lines is still owed, and when what is made of them was done. */
final class OwedReleases {

    private OwedReleases() {}

    /** Deliveries serve the earliest release first; what is delivered is absent. */
    static Map<ReleaseId, Quantity> of(OrderLine line, Collection<Delivery> deliveries) {
        Quantity left = deliveries.stream()
                .map(Delivery::quantity)
                .reduce(Quantity.zero(line.quantity().unit()), Quantity::plus);
        List<Release> releases = line.releases();
        List<Integer> earliestFirst = IntStream.range(0, releases.size())
                .boxed()
                .sorted(Comparator.comparing(index -> releases.get(index).requested()))
                .toList();
        Map<ReleaseId, Quantity> owed = new HashMap<>();
        for (int index : earliestFirst) {
            Quantity wanted = releases.get(index).quantity();
            Quantity open = wanted.minusUpTo(left);
            left = left.minusUpTo(wanted);
            if (!open.isZero()) {
                owed.put(new ReleaseId(line.id(), index + 1), open);
            }
        }
        return owed;
    }

    /**
     * When production of a release was done; now where stock covers it, empty while anything of it is still to be made.
     *
     * @param ofLine production orders of its line
     */
    static Optional<Instant> done(int release, List<ProductionOrder> ofLine, Instant now) {
        List<Operation> last = ofLine.stream()
                .filter(order -> order.parent() == null
                        && order.release() == release
                        && order.status() != ProductionOrder.Status.CLOSED
                        && !order.operations().isEmpty())
                .map(order -> order.operations().getLast())
                .toList();
        if (last.stream().anyMatch(operation -> operation.status() != OperationStatus.FINISHED)) {
            return Optional.empty();
        }
        return Optional.of(last.stream()
                .map(Operation::finishedAt)
                .filter(finished -> finished != null)
                .max(Comparator.naturalOrder())
                .orElse(now));
    }
}
