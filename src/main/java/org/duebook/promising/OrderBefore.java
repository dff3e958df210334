package org.duebook.promising;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.orders.CarriedOrder;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order that another system took before it came here.
 *
 * @param standing where it stands; null when the rules shall decide as on a new one
 * @param promised dates by line; lines without one are promised by the next published plan
 * @param releasesPromised dates by line and release (counted from 1), where a release has one of its own
 * @param delivered what was delivered before, by line; only the rest is produced
 */
public record OrderBefore(
        OrderDraft draft,
        @Nullable OrderStatus standing,
        Map<Integer, LocalDate> promised,
        Map<Integer, Map<Integer, LocalDate>> releasesPromised,
        Map<Integer, Quantity> delivered) {

    public OrderBefore {
        promised = Map.copyOf(promised);
        releasesPromised = Map.copyOf(releasesPromised);
        delivered = Map.copyOf(delivered);
    }

    /** Whether the plant ever owed it: then it has promises or deliveries, even when it was cancelled since. */
    boolean wasAccepted() {
        return !promised.isEmpty() || !releasesPromised.isEmpty() || !delivered.isEmpty();
    }

    CarriedOrder carried() {
        boolean cancelledLater = standing == OrderStatus.CANCELLED && wasAccepted();
        return new CarriedOrder(draft, cancelledLater ? OrderStatus.ACCEPTED : standing, cancelledLater, delivered);
    }

    List<CarriedOver> lines() {
        return draft.lines().stream()
                .map(line -> new CarriedOver(
                        line.line(),
                        promised.get(line.line()),
                        releasesPromised.getOrDefault(line.line(), Map.of()),
                        Optional.ofNullable(delivered.get(line.line()))
                                .map(Quantity::amount)
                                .orElse(null)))
                .toList();
    }
}
