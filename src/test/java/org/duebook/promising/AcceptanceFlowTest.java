package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingSamples.numbered;
import static org.duebook.promising.PromisingSamples.pieces;
import static org.duebook.promising.PromisingSamples.release;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.FLANGE;
import static org.duebook.promising.PromisingTestConfiguration.VERDICT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CancelOutcome;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.Resolution;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(PromisingTestConfiguration.class)
class AcceptanceFlowTest {

    private static final Actor SELLER = new Actor("seller");
    private static final OrderLineId LINE = new OrderLineId(new OrderNumber("SO-1"), 1);

    @Autowired
    private Promising promising;

    @Autowired
    private Production production;

    @Autowired
    private Planning planning;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void anEmptyPlant() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
    }

    @Test
    void anAcceptedOrderIsPromisedFromThePublishedPlan() {
        publish();

        PromiseView promise = enter(flanges(100, "2026-02-02")).promises().getFirst();

        assertThat(promise.current()).isEqualTo("2026-02-02");
        assertThat(promise.revisions().getFirst().reason()).isEqualTo("requested date kept");
        // Three days on the road leave Friday 30 January, 18 hours of it: six follow production.
        assertThat(production.open())
                .singleElement()
                .extracting(ProductionOrder::promisedEnd)
                .isEqualTo(Instant.parse("2026-01-30T16:59:00Z"));
    }

    @Test
    void aRequestThePlanCannotKeepIsPromisedOnTheEarliestLaterDay() {
        publish();

        PromiseView promise = enter(flanges(100, "2026-01-08")).promises().getFirst();

        assertThat(promise.requested()).isEqualTo("2026-01-08");
        assertThat(promise.current()).isEqualTo("2026-01-11");
        assertThat(promise.revisions().getFirst().reason()).isEqualTo("earliest day the plan allows");
    }

    @Test
    void exWorksNothingIsOnTheRoad() {
        publish();

        PromiseView promise =
                enter(numbered("SO-1", exWorks(100, "2026-01-08"))).promises().getFirst();

        assertThat(promise.current()).isEqualTo("2026-01-08");
    }

    @Test
    void anOrderEnteredBeforeThereIsAPlanIsPromisedByTheFirst() {
        TakenOrder taken = enter(flanges(100, "2026-01-08"));

        publish();

        assertThat(taken.promises()).isEmpty();
        assertThat(promise().current()).isEqualTo("2026-01-11");
        assertThat(promise().revisions().getFirst().reason()).isEqualTo("first plan");
        assertThat(production.open().getFirst().promisedEnd()).isNotNull();
    }

    @Test
    void publishingAgainMovesNoPromise() {
        enter(flanges(100, "2026-01-08"));
        publish();
        PromiseView first = promise();

        publish();

        assertThat(promise()).isEqualTo(first);
    }

    @Test
    void whatStockCoversIsPromisedWithoutProduction() {
        inventory.putStock(new ItemNumber(FLANGE), pieces(100));
        publish();

        PromiseView promise = enter(flanges(100, "2026-01-08")).promises().getFirst();

        assertThat(promise.current()).isEqualTo("2026-01-10");
        assertThat(production.open()).isEmpty();
        assertThat(inventory.stock(new ItemNumber(FLANGE)).orElseThrow().free()).isEqualTo(pieces(0));
    }

    @Test
    void enteringTheSameOrderTwiceChangesNothing() {
        publish();
        TakenOrder first = enter(flanges(100, "2026-02-02"));

        TakenOrder second = enter(flanges(100, "2026-02-02"));

        assertThat(second.promises()).isEqualTo(first.promises());
        assertThat(production.open()).hasSize(1);
    }

    @Test
    void datesOfAnotherSystemBecomeFirstPromisesAndItsDeliveriesAreNotMadeAgain() {
        OrderDraft draft = numbered(
                "SO-1",
                draft(
                        CUSTOMER,
                        DeliveryTerm.DELIVERED,
                        line(
                                1,
                                FLANGE,
                                60,
                                "2026-02-02",
                                release("2026-01-19", 20),
                                release("2026-02-02", 20),
                                release("2026-02-16", 20)),
                        line(2, FLANGE, 10, "2026-01-19"),
                        line(3, FLANGE, 10, "2026-01-19")));

        carryOver(draft);
        carryOver(draft);
        publish();

        assertThat(production.open())
                .extracting(order -> order.orderLine().line(), ProductionOrder::release, ProductionOrder::quantity)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(1, 2, pieces(15)), Tuple.tuple(1, 3, pieces(20)), Tuple.tuple(3, 1, pieces(10)));
        assertThat(promise().current()).isEqualTo("2026-02-20");
        assertThat(promise().revisions())
                .extracting(PromiseView.Revision::reason)
                .containsExactly("carried over");
        assertThat(promiseOf(2)).isEmpty();
        assertThat(promiseOf(3).orElseThrow().revisions())
                .extracting(PromiseView.Revision::reason)
                .containsExactly("first plan");
    }

    @Test
    void aHeldOrderIsPromisedWhenItsLastHoldIsGranted() {
        publish();
        VERDICT.set(PromisingTestConfiguration.heldForCredit());

        TakenOrder held = enter(flanges(100, "2026-02-02"));
        List<ProductionOrder> whileHeld = production.open();
        ApprovalOutcome outcome = promising.resolve(held.order().number(), 1, Resolution.GRANTED, "paid", SELLER);

        assertThat(held.promises()).isEmpty();
        assertThat(whileHeld).isEmpty();
        assertThat(outcome).isInstanceOf(ApprovalOutcome.Accepted.class);
        assertThat(promise().current()).isEqualTo("2026-02-02");
    }

    @Test
    void aRejectedOrderMakesAndPromisesNothing() {
        publish();
        VERDICT.set(PromisingTestConfiguration.rejected());

        TakenOrder rejected = enter(flanges(100, "2026-02-02"));

        assertThat(rejected.promises()).isEmpty();
        assertThat(production.open()).isEmpty();
    }

    @Test
    void cancellingAnOrderEndsItsProductionAndFreesItsCapacity() {
        publish();
        enter(flanges(300, "2026-01-08"));

        CancelOutcome outcome = promising.cancelOrder(LINE.order(), "changed his mind", SELLER);

        assertThat(outcome).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(production.open()).isEmpty();
        assertThat(jdbc.sql("select count(*) from plan_operation")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(promising.cancelOrder(LINE.order(), "again", SELLER)).isInstanceOf(CancelOutcome.NotAllowed.class);
    }

    @Test
    void deliveryDaysAddWhatFollowsProduction() {
        enter(flanges(10, "2026-02-02"));

        Map<OrderLineId, LocalDate> days = promising.deliveryDays(Map.of(
                LINE,
                Instant.parse("2026-01-09T16:59:00Z"),
                new OrderLineId(new OrderNumber("SO-9"), 1),
                Instant.parse("2026-01-09T16:59:00Z")));

        assertThat(days).containsExactly(Map.entry(LINE, LocalDate.parse("2026-01-12")));
    }

    private static OrderDraft flanges(int pieces, String requested) {
        return numbered("SO-1", draft(CUSTOMER, DeliveryTerm.DELIVERED, line(1, FLANGE, pieces, requested)));
    }

    private static OrderDraft exWorks(int pieces, String requested) {
        return draft(CUSTOMER, DeliveryTerm.EX_WORKS, line(1, FLANGE, pieces, requested));
    }

    private TakenOrder enter(OrderDraft draft) {
        EntryResult result = promising.enter(draft, SELLER);
        assertThat(result).isInstanceOf(EntryResult.Taken.class);
        return ((EntryResult.Taken) result).order();
    }

    /** Line 1 was promised for 20 February with 25 pieces delivered, line 2 is delivered in full, line 3 is new. */
    private void carryOver(OrderDraft draft) {
        OrderBefore earlier = new OrderBefore(
                draft, null, Map.of(1, LocalDate.parse("2026-02-20")), Map.of(), Map.of(1, pieces(25), 2, pieces(10)));
        assertThat(promising.enterCarriedOver(List.of(earlier), SELLER))
                .singleElement()
                .isInstanceOf(EntryOutcome.Taken.class);
    }

    private void publish() {
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
    }

    private PromiseView promise() {
        return promiseOf(1).orElseThrow();
    }

    private Optional<PromiseView> promiseOf(int number) {
        OrderLineId line = new OrderLineId(LINE.order(), number);
        return Optional.ofNullable(promising.promises(List.of(line)).get(line));
    }
}
