package org.duebook.customers;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of many credit accounts at once. */
@Repository
class AccountRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    AccountRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Accounts lock(Collection<CustomerNumber> customers) {
        String[] wanted =
                customers.stream().map(CustomerNumber::value).distinct().toArray(String[]::new);
        Map<CustomerNumber, Money> limits = new HashMap<>();
        jdbc.sql("""
                select number, credit_limit, currency from customer where number = any(:customers)
                order by number for no key update""").param("customers", wanted).query(row -> {
            limits.put(
                    new CustomerNumber(row.getString("number")), CustomerRows.money(row, "credit_limit", "currency"));
        });
        Map<CustomerNumber, Money> open = new HashMap<>();
        jdbc.sql("""
                select credit_exposure.customer, sum(open) as open, min(currency) as currency
                from credit_exposure join customer on customer.number = credit_exposure.customer
                where credit_exposure.customer = any(:customers) group by credit_exposure.customer""").param("customers", wanted).query(row -> {
            open.put(new CustomerNumber(row.getString("customer")), CustomerRows.money(row, "open", "currency"));
        });
        Map<CustomerNumber, List<OpenInvoice>> invoices = jdbc
                .sql("select * from open_invoice where customer = any(:customers)")
                .param("customers", wanted)
                .query((row, n) -> new OpenInvoice(
                        new CustomerNumber(row.getString("customer")),
                        row.getString("number"),
                        CustomerRows.money(row, "amount", "currency"),
                        row.getObject("due", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(OpenInvoice::customer));
        return new Accounts(limits, open, invoices);
    }

    void post(List<Exposure> exposures) {
        batch.batchUpdate(
                """
                insert into credit_exposure (customer, document, open) values (?, ?, ?)
                on conflict (customer, document) do update set open = excluded.open""",
                exposures.stream()
                        .filter(posted -> posted.open().amount().signum() > 0)
                        .map(posted -> new Object[] {
                            posted.customer().value(),
                            posted.document(),
                            posted.open().amount()
                        })
                        .toList());
        batch.batchUpdate(
                "delete from credit_exposure where customer = ? and document = ?",
                exposures.stream()
                        .filter(posted -> posted.open().amount().signum() <= 0)
                        .map(posted -> new Object[] {posted.customer().value(), posted.document()})
                        .toList());
    }
}
