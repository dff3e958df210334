package org.duebook.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Service;

/** Door to deliveries. What is delivered of a line never exceeds what is owed of it, however many deliver at once. */
@Service
public class Fulfilment {

    /** Books a delivery under the next number. */
    public DeliveryOutcome deliver(OrderLineId line, Quantity quantity, LocalDate on, String note, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Books a delivery under a number of another system; the same number with the same content changes nothing. */
    public DeliveryOutcome deliverAs(
            String number, OrderLineId line, Quantity quantity, LocalDate on, String note, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Deliveries by line, oldest first, in one read; a line without any has an empty list. */
    public Map<OrderLineId, List<Delivery>> deliveries(Collection<OrderLineId> lines) {
        throw new UnsupportedOperationException();
    }
}
