package org.duebook.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Door to the customers and their credit accounts. */
@Service
public class Customers {

    public Optional<Customer> find(CustomerNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Customers by number, after the given one, at most {@code limit}. */
    public List<Customer> list(@Nullable CustomerNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    public Saved put(Customer customer) {
        throw new UnsupportedOperationException();
    }

    public Saved putInvoice(OpenInvoice invoice) {
        throw new UnsupportedOperationException();
    }

    /** Where the account stands on a day, in the currency of the limit. */
    public CreditPosition creditPosition(CustomerNumber customer, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** Sets how much of a document (an order's number) counts as open order value; zero clears it. Idempotent. */
    public void postExposure(CustomerNumber customer, String document, Money open) {
        throw new UnsupportedOperationException();
    }
}
