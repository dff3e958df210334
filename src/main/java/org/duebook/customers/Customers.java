package org.duebook.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Remembered;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Door to the customers and their credit accounts. */
@Service
public class Customers {

    private final Remembered<CustomerNumber, Customer> lately = new Remembered<>(Remembered.MASTER_DATA);
    private final Remembered<AccountOn, CreditPosition> accountsLately = new Remembered<>(Remembered.MASTER_DATA);
    private final CustomerRows rows;
    private final AccountRows accounts;
    private final JdbcClient jdbc;

    Customers(CustomerRows rows, AccountRows accounts, JdbcClient jdbc) {
        this.rows = rows;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Customer> find(CustomerNumber number) {
        return rows.load(List.of(number)).stream().findFirst();
    }

    private record AccountOn(CustomerNumber customer, LocalDate on) {}

    /** A customer as it was a moment ago, for those who only ask. */
    public Optional<Customer> findLately(CustomerNumber number) {
        return lately.find(number, this::find);
    }

    /** Customers by number in one read; unknown ones are absent. */
    @Transactional(readOnly = true)
    public Map<CustomerNumber, Customer> findAll(Collection<CustomerNumber> numbers) {
        return CustomerRows.byNumber(rows.load(numbers));
    }

    /** Customers by number, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Customer> list(@Nullable CustomerNumber after, int limit) {
        return rows.load(rows.page(after == null ? "" : after.value(), limit));
    }

    /** Customers whose number or name holds what was typed, those whose number begins with it first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Customer> matching(String typed, int limit) {
        List<CustomerNumber> numbers = rows.matching(typed, limit);
        return rows.load(numbers).stream()
                .sorted(Comparator.comparingInt(customer -> numbers.indexOf(customer.number())))
                .toList();
    }

    @Transactional
    public Saved put(Customer customer) {
        lately.forget();
        accountsLately.forget();
        return rows.put(customer);
    }

    /** Puts an invoice of a known customer, in the currency of the customer's limit; an amount of zero means it is paid. */
    @Transactional
    public Saved putInvoice(OpenInvoice invoice) {
        accountsLately.forget();
        checkCurrency(limitOf(invoice.customer()), invoice.amount(), "invoice " + invoice.number());
        return Saved.of(jdbc.sql("""
                insert into open_invoice (number, customer, amount, currency, due)
                values (:number, :customer, :amount, :currency, :due)
                on conflict (number) do update
                set customer = excluded.customer, amount = excluded.amount, currency = excluded.currency, due = excluded.due
                where (open_invoice.customer, open_invoice.amount, open_invoice.currency, open_invoice.due)
                    is distinct from (excluded.customer, excluded.amount, excluded.currency, excluded.due)
                returning xmax = 0""")
                .param("number", invoice.number())
                .param("customer", invoice.customer().value())
                .param("amount", invoice.amount().amount())
                .param("currency", invoice.amount().currency().getCurrencyCode())
                .param("due", invoice.due())
                .query(Boolean.class)
                .optional());
    }

    /** Invoices that are not paid, by number, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<OpenInvoice> openInvoices(String after, int limit) {
        return jdbc.sql("""
                select * from open_invoice where number > :after and amount > 0 order by number limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new OpenInvoice(
                        new CustomerNumber(row.getString("customer")),
                        row.getString("number"),
                        CustomerRows.money(row, "amount", "currency"),
                        row.getObject("due", LocalDate.class)))
                .list();
    }

    /** Where the account of a known customer stands on a day, in the currency of the limit. */
    @Transactional(readOnly = true)
    public CreditPosition creditPosition(CustomerNumber customer, LocalDate on) {
        Money limit = limitOf(customer);
        BigDecimal orders = jdbc.sql("select coalesce(sum(open), 0) from credit_exposure where customer = :customer")
                .param("customer", customer.value())
                .query(BigDecimal.class)
                .single();
        return jdbc.sql("""
                select coalesce(sum(amount), 0) as invoiced,
                       coalesce(sum(amount) filter (where due < :on), 0) as overdue,
                       min(due) filter (where due < :on and amount > 0) as oldest
                from open_invoice where customer = :customer""")
                .param("customer", customer.value())
                .param("on", on)
                .query((row, n) -> new CreditPosition(
                        limit,
                        Money.of(orders, limit.currency()),
                        Money.of(row.getBigDecimal("invoiced"), limit.currency()),
                        Money.of(row.getBigDecimal("overdue"), limit.currency()),
                        daysSince(row.getObject("oldest", LocalDate.class), on)))
                .single();
    }

    /** The same as it was a moment ago, for those who only ask. */
    public CreditPosition creditPositionLately(CustomerNumber customer, LocalDate on) {
        return accountsLately.get(new AccountOn(customer, on), each -> creditPosition(each.customer(), each.on()));
    }

    /**
     * Sets how much of a document (an order's number) counts as open order value, in the currency of the customer's limit;
     * zero clears it. Idempotent.
     */
    @Transactional
    public void postExposure(CustomerNumber customer, String document, Money open) {
        accountsLately.forget();
        checkCurrency(limitOf(customer), open, "exposure of " + document);
        if (open.amount().signum() <= 0) {
            jdbc.sql("delete from credit_exposure where customer = :customer and document = :document")
                    .param("customer", customer.value())
                    .param("document", document)
                    .update();
            return;
        }
        jdbc.sql("""
                insert into credit_exposure (customer, document, open) values (:customer, :document, :open)
                on conflict (customer, document) do update set open = excluded.open""")
                .param("customer", customer.value())
                .param("document", document)
                .param("open", open.amount())
                .update();
    }

    /** Posts many as {@link #postExposure} does one; each document once. */
    @Transactional
    public void postExposures(List<Exposure> exposures) {
        accountsLately.forget();
        accounts.post(exposures);
    }

    /** Locks the accounts of many customers, in one order for everybody, and reads them; unknown customers have none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Accounts lockAccounts(Collection<CustomerNumber> customers) {
        return accounts.lock(customers);
    }

    /**
     * Keeps others from deciding on a customer's account until the caller's transaction ends, so that two orders at once
     * do not both take the last of a limit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAccount(CustomerNumber customer) {
        jdbc.sql("select number from customer where number = :number for no key update")
                .param("number", customer.value())
                .query(String.class)
                .list();
    }

    private Money limitOf(CustomerNumber customer) {
        return jdbc.sql("select credit_limit, currency from customer where number = :number")
                .param("number", customer.value())
                .query((row, n) -> CustomerRows.money(row, "credit_limit", "currency"))
                .optional()
                .orElseThrow(() ->
                        new IllegalArgumentException("customer " + customer + " is unknown; put the customer first"));
    }

    static void checkCurrency(Money limit, Money amount, String what) {
        if (!amount.currency().equals(limit.currency())) {
            throw new IllegalArgumentException(what + " is " + amount + ", wanted " + limit.currency()
                    + " as the customer's limit is; convert it first");
        }
    }

    private static int daysSince(@Nullable LocalDate due, LocalDate on) {
        return due == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(due, on));
    }
}
