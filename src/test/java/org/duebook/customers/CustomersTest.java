package org.duebook.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Saved;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Customers.class, CustomerRows.class, AccountRows.class})
class CustomersTest {

    private static final CustomerNumber NORDHAVEN = new CustomerNumber("K-1003");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noCustomers() {
        jdbc.sql("truncate customer cascade").update();
    }

    @Test
    void customerComesBackAsItWasPutWithShipTosInTheirOrder() {
        Customer nordhaven = customer("K-1003", "50000.00", place("WORKS", 3), place("DEPOT", 1));

        Saved saved = customers.put(nordhaven);

        assertThat(saved).isEqualTo(Saved.CREATED);
        assertThat(customers.find(NORDHAVEN)).contains(nordhaven);
    }

    @Test
    void customersAreFoundByAPieceOfTheirNumberOrNameAndThoseThatBeginWithItComeFirst() {
        customers.put(customer("A-K-10", "1.00"));
        customers.put(customer("K-1003", "1.00"));
        customers.put(customer("K-2001", "1.00"));

        assertThat(customers.matching("k-10", 10))
                .extracting(found -> found.number().value())
                .containsExactly("K-1003", "A-K-10");
        assertThat(customers.matching(
                        customers.find(NORDHAVEN).orElseThrow().name().toLowerCase(Locale.ROOT), 2))
                .hasSize(2);
        assertThat(customers.matching("%", 10)).isEmpty();
    }

    @Test
    void puttingSaysTruthfullyWhetherAnythingChanged() {
        customers.put(customer("K-1003", "50000.00", place("WORKS", 3)));

        assertThat(customers.put(customer("K-1003", "50000.00", place("WORKS", 3))))
                .isEqualTo(Saved.UNCHANGED);
        assertThat(customers.put(customer("K-1003", "60000.00", place("WORKS", 3))))
                .isEqualTo(Saved.CHANGED);
        assertThat(customers.put(customer("K-1003", "60000.00", place("WORKS", 4))))
                .isEqualTo(Saved.CHANGED);
        assertThat(customers.put(customer("K-1003", "60000.00"))).isEqualTo(Saved.CHANGED);
        assertThat(customers.put(customer("K-1003", "60000.00"))).isEqualTo(Saved.UNCHANGED);
    }

    @Test
    void listGoesOnAfterTheLastOne() {
        for (String number : List.of("K-3", "K-1", "K-2", "K-10")) {
            customers.put(customer(number, "1.00"));
        }

        assertThat(customers.list(null, 2)).extracting(Customer::number).containsExactly(number("K-1"), number("K-10"));
        assertThat(customers.list(number("K-10"), 5))
                .extracting(Customer::number)
                .containsExactly(number("K-2"), number("K-3"));
    }

    @Test
    void accountAddsOpenOrdersAndInvoicesAndTellsWhatIsOverdue() {
        customers.put(customer("K-1003", "50000.00"));
        customers.postExposure(NORDHAVEN, "SO-1", Money.of("1000.00", "EUR"));
        customers.postExposure(NORDHAVEN, "SO-2", Money.of("250.50", "EUR"));
        customers.putInvoice(invoice("INV-1", "300.00", TODAY.minusDays(10)));
        customers.putInvoice(invoice("INV-2", "40.00", TODAY.minusDays(1)));
        customers.putInvoice(invoice("INV-3", "5.00", TODAY));

        CreditPosition position = customers.creditPosition(NORDHAVEN, TODAY);

        assertThat(position.limit()).isEqualTo(Money.of("50000.00", "EUR"));
        assertThat(position.openOrders()).isEqualTo(Money.of("1250.50", "EUR"));
        assertThat(position.openInvoices()).isEqualTo(Money.of("345.00", "EUR"));
        assertThat(position.overdue()).isEqualTo(Money.of("340.00", "EUR"));
        assertThat(position.oldestOverdueDays()).isEqualTo(10);
        assertThat(position.exposure()).isEqualTo(Money.of("1595.50", "EUR"));
    }

    @Test
    void exposureOfADocumentIsReplacedNotAddedAndZeroClearsIt() {
        customers.put(customer("K-1003", "50000.00"));
        customers.postExposure(NORDHAVEN, "SO-1", Money.of("1000.00", "EUR"));
        customers.postExposure(NORDHAVEN, "SO-1", Money.of("400.00", "EUR"));

        assertThat(customers.creditPosition(NORDHAVEN, TODAY).openOrders()).isEqualTo(Money.of("400.00", "EUR"));

        customers.postExposure(NORDHAVEN, "SO-1", Money.of("0.00", "EUR"));

        assertThat(customers.creditPosition(NORDHAVEN, TODAY).openOrders()).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void paidInvoiceIsNoLongerOverdue() {
        customers.put(customer("K-1003", "50000.00"));
        customers.putInvoice(invoice("INV-1", "300.00", TODAY.minusDays(10)));

        assertThat(customers.putInvoice(invoice("INV-1", "0.00", TODAY.minusDays(10))))
                .isEqualTo(Saved.CHANGED);
        assertThat(customers.creditPosition(NORDHAVEN, TODAY).oldestOverdueDays())
                .isZero();
    }

    @Test
    void foreignMoneyIsNotPostedToAnAccount() {
        customers.put(customer("K-1003", "50000.00"));

        assertThatThrownBy(() -> customers.postExposure(NORDHAVEN, "SO-1", Money.of("1.00", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted EUR");
    }

    private static Customer customer(String number, String limit, ShipTo... places) {
        return new Customer(
                number(number),
                "Nordhaven Pumps ApS",
                "DK",
                CustomerStatus.ACTIVE,
                "A",
                Money.of(limit, "EUR"),
                30,
                "purchasing@nordhaven.example",
                List.of(places));
    }

    private static ShipTo place(String code, int transitDays) {
        return new ShipTo(code, "Nordhaven, " + code, "Havnegade 12, 8000 Aarhus", "DK", transitDays);
    }

    private static OpenInvoice invoice(String number, String amount, LocalDate due) {
        return new OpenInvoice(NORDHAVEN, number, Money.of(amount, "EUR"), due);
    }

    private static CustomerNumber number(String number) {
        return new CustomerNumber(number);
    }
}
