package org.duebook.customers;

import org.duebook.shared.Money;

/** What a customer may owe and does owe on a day; {@code oldestOverdueDays} is 0 when nothing is overdue. */
public record CreditPosition(Money limit, Money openOrders, Money openInvoices, Money overdue, int oldestOverdueDays) {

    /** Open orders plus unpaid invoices. */
    public Money exposure() {
        return openOrders.plus(openInvoices);
    }
}
