package org.duebook.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;

/**
 * Credit accounts of some customers, locked and read once to decide on many orders: what is counted here counts for the
 * next order asked about, as if each had been posted by itself. Belongs to one transaction and one thread.
 */
public final class Accounts {

    private final Map<CustomerNumber, Money> limits;
    private final Map<CustomerNumber, Money> openOrders;
    private final Map<CustomerNumber, List<OpenInvoice>> invoices;

    Accounts(
            Map<CustomerNumber, Money> limits,
            Map<CustomerNumber, Money> openOrders,
            Map<CustomerNumber, List<OpenInvoice>> invoices) {
        this.limits = Map.copyOf(limits);
        this.openOrders = new HashMap<>(openOrders);
        this.invoices = Map.copyOf(invoices);
    }

    /** Where the account of a known customer stands on a day, in the currency of the limit. */
    public CreditPosition position(CustomerNumber customer, LocalDate on) {
        Money limit = limit(customer);
        BigDecimal invoiced = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        LocalDate oldest = on;
        for (OpenInvoice invoice : invoices.getOrDefault(customer, List.of())) {
            invoiced = invoiced.add(invoice.amount().amount());
            if (invoice.due().isBefore(on)) {
                overdue = overdue.add(invoice.amount().amount());
                boolean older =
                        invoice.amount().amount().signum() > 0 && invoice.due().isBefore(oldest);
                oldest = older ? invoice.due() : oldest;
            }
        }
        return new CreditPosition(
                limit,
                openOrders.getOrDefault(customer, Money.zero(limit.currency())),
                Money.of(invoiced, limit.currency()),
                Money.of(overdue, limit.currency()),
                Math.toIntExact(ChronoUnit.DAYS.between(oldest, on)));
    }

    /** Counts open order value of a known customer, in the currency of the limit; nothing is stored by this. */
    public void count(CustomerNumber customer, Money open) {
        Customers.checkCurrency(limit(customer), open, "open orders of " + customer);
        openOrders.merge(customer, open, Money::plus);
    }

    private Money limit(CustomerNumber customer) {
        Money limit = limits.get(customer);
        if (limit == null) {
            throw new IllegalArgumentException("customer " + customer + " is unknown; put the customer first");
        }
        return limit;
    }
}
