package org.duebook.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.orders.OrderDrafts.order;
import static org.duebook.orders.OrderDrafts.pieces;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.fulfilment.DeliveryOutcome.Delivered;
import org.duebook.fulfilment.DeliveryOutcome.Refused;
import org.duebook.inventory.Inventory;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.OrdersTestConfiguration;
import org.duebook.orders.RulesOnPaper;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({OrdersTestConfiguration.class, Fulfilment.class, DeliveryRows.class, EarlierDeliveries.class})
class FulfilmentTest {

    private static final Actor STORE = new Actor("store");
    private static final OrderNumber NUMBER = new OrderNumber("SO-25-1");
    private static final OrderLineId LINE = new OrderLineId(NUMBER, 1);
    private static final OrderLineId OTHER_LINE = new OrderLineId(NUMBER, 2);
    private static final ItemNumber SHAFT = new ItemNumber("AV-1010");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Orders orders;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private RulesOnPaper rules;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private Production production;

    @MockitoBean
    private Planning planning;

    @BeforeEach
    void tenShaftsAndFiveMoreAreOrdered() {
        OrdersTestConfiguration.freshBooks(jdbc, customers, catalog, plant);
        rules.say(RulesOnPaper.accepted());
        orders.enter(
                order("SO-25-1")
                        .line("AV-1010", 10, "100.00")
                        .line("AV-1010", 5, "100.00")
                        .draft(),
                STORE);
    }

    @Test
    void partDeliveryLowersBalanceStockAndAccount() {
        inventory.putStock(SHAFT, pieces(20));

        Delivered delivered = (Delivered) deliver(LINE, 4);

        assertThat(delivered.balance()).isEqualTo(pieces(6));
        assertThat(delivered.delivery().number()).matches("DN-\\d+");
        assertThat(status()).isEqualTo(OrderStatus.PARTLY_DELIVERED);
        assertThat(inventory.stock(SHAFT).orElseThrow().onHand()).isEqualTo(pieces(16));
        assertThat(openOrders()).isEqualTo(Money.of("1100.00", "EUR"));
        assertThat(fulfilment.deliveries(List.of(LINE, OTHER_LINE)))
                .containsEntry(LINE, List.of(delivered.delivery()))
                .containsEntry(OTHER_LINE, List.of());
        verify(production, never()).close(any(), any(), any());
    }

    @Test
    void lineInFullEndsItsProductionAndTheLastLineClosesTheOrder() {
        deliver(LINE, 10);
        verify(production).close(LINE, "delivered in full", STORE);
        assertThat(status()).isEqualTo(OrderStatus.PARTLY_DELIVERED);

        deliver(OTHER_LINE, 5);

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(openOrders()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(orders.history(NUMBER).getLast().text()).contains("5 pcs of line 2 on 2026-01-07");
    }

    @Test
    void moreThanIsOwedIsRefused() {
        deliver(LINE, 4);

        assertThat(faults(deliver(LINE, 7))).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("quantity");
            assertThat(fault.wanted()).isEqualTo("at most the 6 pcs still owed of line 1");
        });
        assertThat(((Delivered) deliver(LINE, 6)).balance()).isEqualTo(pieces(0));
    }

    @Test
    void nothingAnotherUnitAndTomorrowAreRefused() {
        assertThat(faults(deliver(LINE, 0))).extracting(Fault::wanted).containsExactly("more than 0");
        assertThat(faults(fulfilment.deliver(LINE, Quantity.of(1, new Unit("kg")), TODAY, "", STORE)))
                .extracting(Fault::wanted)
                .containsExactly("a quantity in pcs");
        assertThat(faults(fulfilment.deliver(LINE, pieces(1), TODAY.plusDays(1), "", STORE)))
                .extracting(Fault::field)
                .containsExactly("on");
    }

    @Test
    void deliveryBeforeTheOrderWasPlacedIsRefused() {
        assertThat(faults(fulfilment.deliver(LINE, pieces(1), LocalDate.of(1970, 1, 1), "", STORE)))
                .extracting(Fault::field, Fault::cure)
                .containsExactly(tuple("on", "check the year; nothing is delivered before it is ordered"));
    }

    @Test
    void cancelledOrderIsNotDelivered() {
        orders.cancel(NUMBER, "closed", STORE);

        assertThat(faults(deliver(LINE, 1))).extracting(Fault::found).containsExactly("SO-25-1 is CANCELLED");
    }

    @Test
    void unknownOrderAndUnknownLineAreUnknown() {
        assertThat(deliver(new OrderLineId(new OrderNumber("SO-X"), 1), 1)).isEqualTo(new DeliveryOutcome.Unknown());
        assertThat(deliver(new OrderLineId(NUMBER, 9), 1)).isEqualTo(new DeliveryOutcome.Unknown());
    }

    @Test
    void carriedOverDeliveryIsBookedOnceAndLeavesTheCountedStockAlone() {
        inventory.putStock(SHAFT, pieces(20));

        assertThat(carryOver("DN-25-1", 3))
                .isInstanceOfSatisfying(
                        Delivered.class, first -> assertThat(first.saved()).isEqualTo(Saved.CREATED));
        assertThat(carryOver("DN-25-1", 3)).isInstanceOfSatisfying(Delivered.class, again -> {
            assertThat(again.saved()).isEqualTo(Saved.UNCHANGED);
            assertThat(again.balance()).isEqualTo(pieces(7));
        });
        assertThat(faults(carryOver("DN-25-1", 4))).extracting(Fault::field).containsExactly("number");
        assertThat(inventory.stock(SHAFT).orElseThrow().onHand()).isEqualTo(pieces(20));
    }

    @Test
    void bookedDeliveryIsNeverChanged() {
        deliver(LINE, 1);

        assertThatThrownBy(() -> jdbc.sql("update delivery set quantity = 2").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from delivery").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @RepeatedTest(3)
    void manyDeliveringAtOnceNeverDeliverMoreThanOrdered() throws Exception {
        List<Callable<DeliveryOutcome>> calls = new ArrayList<>();
        for (int run = 0; run < 24; run++) {
            calls.add(() -> deliver(LINE, 3));
        }

        int booked = 0;
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<DeliveryOutcome> outcome : eight.invokeAll(calls)) {
                booked += outcome.get() instanceof Delivered ? 1 : 0;
            }
        }

        assertThat(booked).isEqualTo(3);
        assertThat(LineBalance.of(
                                pieces(10), fulfilment.deliveries(List.of(LINE)).getOrDefault(LINE, List.of()))
                        .open())
                .isEqualTo(pieces(1));
        assertThat(openOrders()).isEqualTo(Money.of("600.00", "EUR"));
    }

    @Test
    void whatCameBackIsOwedAgain() {
        LineBalance balance = new LineBalance(pieces(10), pieces(10), pieces(2));

        assertThat(balance.open()).isEqualTo(pieces(2));
        assertThat(balance.isComplete()).isFalse();
    }

    private DeliveryOutcome deliver(OrderLineId line, int count) {
        return fulfilment.deliver(line, pieces(count), TODAY, "", STORE);
    }

    private DeliveryOutcome carryOver(String number, int count) {
        return fulfilment
                .carryOver(List.of(new EarlierDelivery(number, LINE, pieces(count), TODAY.minusDays(8), "")), STORE)
                .getFirst();
    }

    private static List<Fault> faults(DeliveryOutcome outcome) {
        return ((Refused) outcome).faults();
    }

    private OrderStatus status() {
        return orders.find(NUMBER).orElseThrow().status();
    }

    private Money openOrders() {
        return customers.creditPosition(new CustomerNumber("K-1003"), TODAY).openOrders();
    }
}
