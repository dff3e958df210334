package org.duebook.orders;

import java.time.LocalDate;
import java.util.Optional;
import org.duebook.customers.CreditPosition;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;

/** What stands in the books when an order is judged: of its customer, and of what the plant can make. */
interface Standing {

    /** Another order of the customer that asks for the same. */
    Optional<OrderNumber> sameAs(CustomerOrder order);

    CreditPosition account(CustomerNumber customer, LocalDate on);

    /** Whether an order of the customer was ever delivered in full. */
    boolean hasDelivered(CustomerNumber customer);

    boolean hasRouting(ItemNumber item);
}
