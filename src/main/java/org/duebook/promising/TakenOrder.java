package org.duebook.promising;

import java.util.List;
import org.duebook.orders.CustomerOrder;
import org.duebook.policy.OrderVerdict;

/** An order on the books with what the rules said and what was promised; no promises while it is held, rejected or nothing is planned yet. */
public record TakenOrder(CustomerOrder order, OrderVerdict verdict, List<PromiseView> promises) {

    public TakenOrder {
        promises = List.copyOf(promises);
    }
}
