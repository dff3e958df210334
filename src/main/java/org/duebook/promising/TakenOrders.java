package org.duebook.promising;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Component;

/** Joins orders with what their lines were promised. */
@Component
class TakenOrders {

    private final PromiseStore promises;

    TakenOrders(PromiseStore promises) {
        this.promises = promises;
    }

    TakenOrder of(CustomerOrder order, OrderVerdict verdict) {
        List<OrderLineId> lines = order.lines().stream().map(OrderLine::id).toList();
        Map<OrderLineId, PromiseView> given = promises(lines);
        return new TakenOrder(
                order,
                verdict,
                lines.stream().map(given::get).filter(Objects::nonNull).toList());
    }

    Map<OrderLineId, PromiseView> promises(Collection<OrderLineId> lines) {
        return PromiseHistory.of(promises.given(lines));
    }
}
