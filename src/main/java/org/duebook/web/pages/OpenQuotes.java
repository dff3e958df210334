package org.duebook.web.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteStatus;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A seller's open quotes as the quote page lists them: what is held first, what ends soonest at its top. */
@Component
class OpenQuotes {

    private static final int KEYS = 9;

    private final Promising promising;
    private final Customers customers;
    private final Clock clock;

    OpenQuotes(Promising promising, Customers customers, Clock clock) {
        this.promising = promising;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param customer what the customer is called, else its number
     * @param key the digit that opens it, from 1; null behind the ninth
     */
    record Row(Quote quote, String customer, @Nullable Integer key) {}

    List<Row> of(Actor seller) {
        Instant now = clock.instant();
        List<Quote> open = promising.openQuotes(seller).stream()
                .filter(quote -> quote.expires().isAfter(now))
                .sorted(Comparator.comparing((Quote quote) -> quote.status() != QuoteStatus.HELD)
                        .thenComparing(Quote::expires))
                .toList();
        Set<CustomerNumber> numbers =
                open.stream().map(quote -> quote.draft().customer()).collect(Collectors.toSet());
        Map<CustomerNumber, Customer> known = customers.findAll(numbers);
        List<Row> rows = new ArrayList<>();
        for (Quote quote : open) {
            CustomerNumber number = quote.draft().customer();
            Customer customer = known.get(number);
            Integer key = rows.size() < KEYS ? rows.size() + 1 : null;
            rows.add(new Row(quote, customer == null ? number.value() : customer.name(), key));
        }
        return rows;
    }
}
