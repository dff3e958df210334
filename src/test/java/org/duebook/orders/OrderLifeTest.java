package org.duebook.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.orders.OrderDrafts.order;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.orders.EntryOutcome.Taken;
import org.duebook.orders.OrderHold.Kind;
import org.duebook.plant.Plant;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@RecordApplicationEvents
@Import(OrdersTestConfiguration.class)
class OrderLifeTest {

    private static final Actor SELLER = new Actor("seller");
    private static final Actor BOSS = new Actor("boss");
    private static final OrderNumber NUMBER = new OrderNumber("SO-25-1");

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private RulesOnPaper rules;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void freshBooks() {
        OrdersTestConfiguration.freshBooks(jdbc, customers, catalog, plant);
    }

    @Test
    void holdsSayWhatIsAwaitedFromWhomAndUntilWhen() {
        enter(RulesOnPaper.heldForDepositAndTwoApprovals());

        List<OrderHold> holds = orders.holds(NUMBER);

        assertThat(holds)
                .extracting(OrderHold::kind, OrderHold::approver, OrderHold::ruleId)
                .containsExactly(
                        tuple(Kind.DEPOSIT, "", "DE-010"),
                        tuple(Kind.APPROVAL, "SALES_MANAGER", "AP-010"),
                        tuple(Kind.APPROVAL, "DEPUTY_GM", "AP-010"));
        assertThat(holds.getFirst().deposit()).isEqualTo(Money.of("300.00", "EUR"));
        assertThat(holds.getFirst().deadline()).isEqualTo(TestClock.START.plus(Duration.ofDays(7)));
        assertThat(holds.getLast().deadline()).isEqualTo(TestClock.START.plus(Duration.ofHours(8)));
        assertThat(holds).allMatch(OrderHold::isOpen);
    }

    @Test
    void lastGrantedHoldAcceptsTheOrder() {
        enter(RulesOnPaper.heldForDepositAndTwoApprovals());

        assertThat(resolve(2, Resolution.GRANTED)).isInstanceOf(ApprovalOutcome.StillHeld.class);
        assertThat(resolve(1, Resolution.GRANTED)).isInstanceOf(ApprovalOutcome.StillHeld.class);
        assertThat(resolve(3, Resolution.GRANTED))
                .isInstanceOfSatisfying(
                        ApprovalOutcome.Accepted.class,
                        accepted -> assertThat(accepted.order().status()).isEqualTo(OrderStatus.ACCEPTED));
        assertThat(history())
                .containsExactly(
                        "ENTERED", "HELD", "APPROVAL_GRANTED", "DEPOSIT_GRANTED", "APPROVAL_GRANTED", "ACCEPTED");
        assertThat(orders.holds(NUMBER))
                .allSatisfy(hold -> assertThat(hold.resolved())
                        .isEqualTo(new OrderHold.Resolved(Resolution.GRANTED, BOSS, TestClock.START, "fine")));
    }

    @Test
    void laterApproverWaitsForTheEarlierOne() {
        enter(RulesOnPaper.heldForDepositAndTwoApprovals());

        assertThat(resolve(3, Resolution.GRANTED))
                .isInstanceOfSatisfying(
                        ApprovalOutcome.NotAllowed.class,
                        no -> assertThat(no.fault().wanted()).isEqualTo("the approval of SALES_MANAGER first"));
    }

    @Test
    void refusedHoldRejectsTheOrderAndClearsTheAccount() {
        enter(RulesOnPaper.heldForCredit());
        assertThat(exposure()).isEqualTo(Money.of("845.00", "EUR"));

        assertThat(resolve(1, Resolution.REFUSED)).isInstanceOf(ApprovalOutcome.Rejected.class);

        assertThat(status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(exposure()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(resolve(1, Resolution.GRANTED)).isInstanceOf(ApprovalOutcome.NotAllowed.class);
    }

    @Test
    void holdIsAnsweredOnce() {
        enter(RulesOnPaper.heldForDepositAndTwoApprovals());
        resolve(1, Resolution.GRANTED);

        assertThat(resolve(1, Resolution.REFUSED))
                .isInstanceOfSatisfying(
                        ApprovalOutcome.NotAllowed.class,
                        no -> assertThat(no.fault().found()).isEqualTo("GRANTED by boss"));
        assertThat(status()).isEqualTo(OrderStatus.HELD);
    }

    @Test
    void unknownOrderAndUnknownHoldAreUnknown() {
        enter(RulesOnPaper.heldForCredit());

        assertThat(resolve(9, Resolution.GRANTED)).isEqualTo(new ApprovalOutcome.Unknown());
        assertThat(orders.resolve(new OrderNumber("SO-X"), 1, Resolution.GRANTED, "", BOSS))
                .isEqualTo(new ApprovalOutcome.Unknown());
        assertThat(orders.cancel(new OrderNumber("SO-X"), "", BOSS)).isEqualTo(new CancelOutcome.Unknown());
    }

    @Test
    void cancelledOrderFreesTheAccountTellsOthersAndStaysCancelled() {
        enter(RulesOnPaper.accepted());

        assertThat(orders.cancel(NUMBER, "customer closed", SELLER)).isInstanceOf(CancelOutcome.Cancelled.class);

        assertThat(exposure()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(events.stream(OrderCancelled.class))
                .singleElement()
                .satisfies(told -> assertThat(told.from()).isEqualTo(OrderStatus.ACCEPTED));
        assertThat(orders.cancel(NUMBER, "again", SELLER)).isInstanceOf(CancelOutcome.NotAllowed.class);
        assertThat(history()).containsExactly("ENTERED", "ACCEPTED", "CANCELLED");
    }

    @Test
    void deliveriesLowerTheAccountAndTheLastOneCompletesTheOrder() {
        enter(RulesOnPaper.accepted());

        orders.markDelivered(NUMBER, Money.of("500.00", "EUR"), false, SELLER, "4 pcs");
        assertThat(status()).isEqualTo(OrderStatus.PARTLY_DELIVERED);
        assertThat(exposure()).isEqualTo(Money.of("500.00", "EUR"));

        orders.markDelivered(NUMBER, Money.of("100.00", "EUR"), false, SELLER, "5 pcs");
        assertThat(exposure()).isEqualTo(Money.of("100.00", "EUR"));

        orders.markDelivered(NUMBER, Money.of("0.00", "EUR"), true, SELLER, "1 pcs");
        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(exposure()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(events.stream(OrderCompleted.class)).hasSize(1);
        assertThat(orders.find(NUMBER).orElseThrow().version()).isEqualTo(5);
        assertThat(orders.cancel(NUMBER, "late", SELLER)).isInstanceOf(CancelOutcome.NotAllowed.class);
    }

    @Test
    void nothingIsDeliveredOnAnOrderThatIsHeld() {
        enter(RulesOnPaper.heldForCredit());

        assertThat(orders.markDelivered(NUMBER, Money.of("0.00", "EUR"), true, SELLER, "all"))
                .isInstanceOf(DeliveryStep.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update customer_order set priority = 1",
                "update customer_order set customer = 'K-1'",
                "delete from customer_order",
                "update order_line set quantity = 1",
                "delete from order_line",
                "insert into order_line select order_number, 2, item, item_name, short_description, specification,"
                        + " quantity, unit, unit_price, requested, tolerances_accepted from order_line",
                "update order_release set requested = requested + 1",
                "delete from order_release",
                "update order_history set text = ''",
                "delete from order_history",
                "update order_decision set message = ''",
                "delete from order_decision"
            })
    void databaseItselfRefusesToRewriteWhatIsBinding(String sql) {
        enter(RulesOnPaper.heldForCredit());
        resolve(1, Resolution.GRANTED);

        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(change order|append-only|kept for good).*");
    }

    @RepeatedTest(5)
    void approvingAndCancellingAtOnceMakesOneLegalHistory() throws Exception {
        enter(RulesOnPaper.heldForCredit());
        List<Callable<Object>> calls = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            calls.add(() -> resolve(1, Resolution.GRANTED));
            calls.add(() -> orders.cancel(NUMBER, "changed mind", SELLER));
            calls.add(() -> resolve(1, Resolution.REFUSED));
        }

        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<Object> done : eight.invokeAll(calls)) {
                assertThat(done.get()).isNotNull();
            }
        }

        assertThat(history())
                .isIn(
                        List.of("ENTERED", "HELD", "CREDIT_GRANTED", "ACCEPTED", "CANCELLED"),
                        List.of("ENTERED", "HELD", "CREDIT_REFUSED", "REJECTED"),
                        List.of("ENTERED", "HELD", "CANCELLED"));
        assertThat(exposure()).isEqualTo(Money.of("0.00", "EUR"));
    }

    private void enter(OrderVerdict verdict) {
        rules.say(verdict);
        assertThat(orders.enter(order("SO-25-1").draft(), SELLER)).isInstanceOf(Taken.class);
    }

    private ApprovalOutcome resolve(int hold, Resolution resolution) {
        return orders.resolve(NUMBER, hold, resolution, "fine", BOSS);
    }

    private OrderStatus status() {
        return orders.find(NUMBER).orElseThrow().status();
    }

    private List<String> history() {
        return orders.history(NUMBER).stream().map(HistoryEntry::event).toList();
    }

    private Money exposure() {
        return customers
                .creditPosition(new CustomerNumber("K-1003"), LocalDate.of(2026, 1, 7))
                .openOrders();
    }
}
