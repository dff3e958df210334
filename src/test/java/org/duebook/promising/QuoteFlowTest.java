package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingSamples.pieces;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.FLANGE;
import static org.duebook.promising.PromisingTestConfiguration.VERDICT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.inventory.Inventory;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.Resolution;
import org.duebook.planning.DayEntry;
import org.duebook.planning.Planning;
import org.duebook.plant.Downtime;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.TimeWindow;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(PromisingTestConfiguration.class)
class QuoteFlowTest {

    private static final Actor SELLER = new Actor("seller");
    private static final Actor COLLEAGUE = new Actor("colleague");

    @Autowired
    private Promising promising;

    @Autowired
    private QuoteDesk desk;

    @Autowired
    private Orders orders;

    @Autowired
    private Production production;

    @Autowired
    private Planning planning;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Plant plant;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void publishAnEmptyPlan() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
    }

    @Test
    void anInquiryReservesNothing() {
        Quote first = quoted(flanges(100, "2026-01-08"));

        Quote second = quoted(flanges(100, "2026-01-08"));

        assertThat(first.status()).isEqualTo(QuoteStatus.INQUIRY);
        assertThat(second.lines().getFirst().productionEnd())
                .isEqualTo(first.lines().getFirst().productionEnd());
        assertThat(journal()).containsExactly("Published");
    }

    @Test
    void aRequestedDateIsKeptWhenFeasibleElseMovedToTheEarliestLaterOne() {
        Quote feasible = quoted(flanges(100, "2026-02-02"));
        Quote tooSoon = quoted(flanges(100, "2026-01-08"));

        LocalDate earliest = tooSoon.lines().getFirst().earliest();
        assertThat(feasible.date()).isEqualTo("2026-02-02");
        assertThat(feasible.lines().getFirst().earliest()).isEqualTo(earliest);
        assertThat(tooSoon.date()).isEqualTo(earliest).isAfter("2026-01-08");
        assertThat(tooSoon.lines().getFirst().meetsRequest()).isFalse();
        assertThat(tooSoon.lines().getFirst().causes())
                .extracting(QuotedLine.Cause::text)
                .contains("inspection, packing and dispatch take 6 h", "3 days on the road");
    }

    @Test
    void aMachineThatIsDownForHalfAYearIsWaitedFor() {
        plant.putDowntime(new Downtime(
                new MachineCode("COAT-2"),
                new TimeWindow(Instant.parse("2026-01-07T06:00:00Z"), Instant.parse("2026-07-06T10:00:00Z")),
                "Rebuilt"));

        Quote quote = quoted(flanges(10, "2026-01-08"));

        // Back on a Monday at noon in Berlin; coating takes an hour.
        assertThat(quote.lines().getFirst().productionEnd()).isEqualTo("2026-07-06T11:00:00Z");
    }

    @Test
    void whatWasJustWrittenIsKnownToTheNextInquiry() {
        Quote threeDaysOnTheRoad = quoted(flanges(100, "2026-01-08"));
        Customer customer = customers
                .find(new CustomerNumber(PromisingTestConfiguration.CUSTOMER))
                .orElseThrow();
        customers.put(new Customer(
                customer.number(),
                customer.name(),
                customer.country(),
                customer.status(),
                customer.contractClass(),
                customer.creditLimit(),
                customer.paymentTermsDays(),
                customer.contact(),
                List.of(new ShipTo("MAIN", "Works Aarhus", "Havnegade 12, 8000 Aarhus", "DK", 5))));

        Quote fiveDays = quoted(flanges(100, "2026-01-08"));

        assertThat(fiveDays.date()).isEqualTo(threeDaysOnTheRoad.date().plusDays(2));
    }

    @Test
    void aHeldQuoteKeepsItsCapacityFromOthersUntilItExpires() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        Quote behind = quoted(flanges(100, "2026-01-08"));
        clock.advance(Duration.ofMinutes(30));

        Integer ended = transaction.execute(status -> desk.expireOverdue());

        Quote after = quoted(flanges(100, "2026-01-08"));
        assertThat(held.status()).isEqualTo(QuoteStatus.HELD);
        assertThat(behind.lines().getFirst().productionEnd())
                .isAfter(held.lines().getFirst().productionEnd());
        assertThat(ended).isEqualTo(2);
        assertThat(promising.find(held.id()).orElseThrow().status()).isEqualTo(QuoteStatus.EXPIRED);
        assertThat(after.lines().getFirst().productionEnd())
                .isBefore(behind.lines().getFirst().productionEnd());
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded");
    }

    @Test
    void holdingAHeldQuoteGivesItBack() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));

        Quote again = held(held);

        assertThat(again).isEqualTo(held);
        assertThat(journal()).containsExactly("Published", "Held");
    }

    @Test
    void aQuoteWhoseDatesNoLongerStandIsNotHeldButQuotedAgain() {
        Quote overtaken = quoted(flanges(200, "2026-01-08"));
        confirmed(quoted(flanges(300, "2026-01-08")));

        QuoteOutcome outcome = promising.hold(overtaken.id(), SELLER);

        Quote fresh = ((QuoteOutcome.Quoted) outcome).quote();
        assertThat(fresh.id()).isEqualTo(overtaken.id());
        assertThat(fresh.status()).isEqualTo(QuoteStatus.INQUIRY);
        assertThat(fresh.date()).isAfter(overtaken.date());
    }

    @Test
    void confirmingBindsTheQuotedDateOnceHoweverOftenItIsAsked() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));

        ConfirmOutcome.Confirmed first = confirmed(held);
        ConfirmOutcome.Confirmed second = confirmed(held);

        CustomerOrder order = first.taken().order();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(first.taken().promises()).hasSize(1);
        assertThat(first.taken().promises().getFirst().current()).isEqualTo(held.date());
        assertThat(first.taken().promises().getFirst().revisions().getFirst().reason())
                .isEqualTo("as quoted");
        assertThat(second.taken()).isEqualTo(first.taken());
        assertThat(first.quote().order()).isEqualTo(order.number());
        assertThat(production.open()).hasSize(1);
        assertThat(production.open().getFirst().promisedEnd()).isNotNull();
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded", "Promised");
        assertThat(placed()).allMatch(operation -> operation.startsWith("PO-"));
    }

    @Test
    void anInquiryThatWasOvertakenGetsAFreshDateAndBindsNothing() {
        Quote overtaken = quoted(flanges(200, "2026-01-08"));
        confirmed(quoted(flanges(300, "2026-01-08")));

        ConfirmOutcome outcome = promising.confirm(overtaken.id(), SELLER);
        ConfirmOutcome again = promising.confirm(overtaken.id(), SELLER);

        Quote fresh = ((ConfirmOutcome.DateMoved) outcome).fresh();
        assertThat(fresh.date()).isAfter(overtaken.date());
        assertThat(fresh.id()).isNotEqualTo(overtaken.id());
        assertThat(again).isEqualTo(outcome);
        assertThat(orders.openOrders()).hasSize(1);
        assertThat(confirmed(fresh).taken().promises().getFirst().current()).isEqualTo(fresh.date());
    }

    @Test
    void aHeldQuoteWhoseStockWasCountedAwayIsQuotedAgain() {
        inventory.putStock(new ItemNumber(FLANGE), pieces(300));
        Quote held = held(quoted(flanges(300, "2026-01-08")));
        inventory.putStock(new ItemNumber(FLANGE), pieces(40));

        ConfirmOutcome outcome = promising.confirm(held.id(), SELLER);

        Quote fresh = ((ConfirmOutcome.DateMoved) outcome).fresh();
        assertThat(held.date()).isEqualTo("2026-01-10");
        assertThat(fresh.date()).isAfter(held.date());
        assertThat(orders.list(OrderFilter.ALL, null, 10)).isEmpty();
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded");
        assertThat(confirmed(fresh).taken().promises().getFirst().current()).isEqualTo(fresh.date());
    }

    @Test
    void aHoldThatExpiredCannotBeConfirmedAndEndsByItsEntry() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        clock.advance(Duration.ofMinutes(30));

        ConfirmOutcome outcome = promising.confirm(held.id(), SELLER);

        assertThat(outcome).isInstanceOf(ConfirmOutcome.Refused.class);
        Fault fault = ((ConfirmOutcome.Refused) outcome).faults().getFirst();
        assertThat(fault.found()).startsWith("expired at 2026-01-07T08:30");
        assertThat(fault.cure()).isEqualTo("ask for a new quote");
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded");
        assertThat(orders.openOrders()).isEmpty();
    }

    @Test
    void aHoldSurvivesAPlanPublishedMeanwhileAndTakesNobodysHours() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        ConfirmOutcome.Confirmed urgent = confirmed(quoted(flanges(200, "2026-01-08")));
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
        Map<OrderLineId, Instant> before = planning.projectedEnds(lines(urgent));

        ConfirmOutcome.Confirmed order = confirmed(held);

        assertThat(order.taken().promises().getFirst().current()).isEqualTo(held.date());
        assertThat(planning.projectedEnds(lines(urgent))).isEqualTo(before);
        assertThat(promising.deliveryDays(planning.projectedEnds(lines(order))))
                .allSatisfy((line, day) -> assertThat(day).isBeforeOrEqualTo(held.date()));
    }

    @Test
    void aHoldThatANewPlanCannotKeepIsQuotedAgainAndPushesNobody() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        ConfirmOutcome.Confirmed ahead = confirmed(quoted(flanges(200, "2026-01-08")));
        planningTakesHeldWorkForLessUrgent();
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
        Map<OrderLineId, Instant> before = planning.projectedEnds(lines(ahead));

        ConfirmOutcome outcome = promising.confirm(held.id(), SELLER);

        assertThat(((ConfirmOutcome.DateMoved) outcome).fresh().date()).isAfter(held.date());
        assertThat(planning.projectedEnds(lines(ahead))).isEqualTo(before);
        assertThat(orders.openOrders()).hasSize(1);
    }

    @Test
    void aHoldIsConfirmedWhereItStandsHoweverMuchWasSoldBehindIt() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        ConfirmOutcome.Confirmed behind = confirmed(quoted(flanges(200, "2026-01-08")));
        Map<OrderLineId, Instant> before = planning.projectedEnds(lines(behind));

        ConfirmOutcome.Confirmed order = confirmed(held);

        assertThat(planning.projectedEnds(lines(behind))).isEqualTo(before);
        assertThat(planning.projectedEnds(lines(order)).values())
                .containsExactly(held.lines().getFirst().productionEnd());
    }

    @Test
    void aHoldIsConfirmedUntilItsLastSecond() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));

        assertThat(confirmed(held).quote().status()).isEqualTo(QuoteStatus.CONFIRMED);
    }

    @Test
    void somebodyElsesQuoteIsNeitherHeldNorConfirmedNorCancelled() {
        Quote mine = held(quoted(flanges(100, "2026-01-08")));

        assertThat(promising.hold(mine.id(), COLLEAGUE)).isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(promising.cancel(mine.id(), COLLEAGUE)).isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(promising.confirm(mine.id(), COLLEAGUE)).isInstanceOf(ConfirmOutcome.Refused.class);
        assertThat(promising.openQuotes(COLLEAGUE)).isEmpty();
        assertThat(promising.openQuotes(SELLER)).containsExactly(mine);
    }

    @Test
    void cancellingAHeldQuoteFreesItsCapacity() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));

        QuoteOutcome outcome = promising.cancel(held.id(), SELLER);

        assertThat(((QuoteOutcome.Quoted) outcome).quote().status()).isEqualTo(QuoteStatus.CANCELLED);
        assertThat(promising.cancel(held.id(), SELLER)).isEqualTo(outcome);
        assertThat(quoted(flanges(100, "2026-01-08")).lines().getFirst().productionEnd())
                .isEqualTo(held.lines().getFirst().productionEnd());
        assertThat(promising.confirm(held.id(), SELLER)).isInstanceOf(ConfirmOutcome.Refused.class);
    }

    @Test
    void whatTheRulesRejectLeavesNoTrace() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        VERDICT.set(PromisingTestConfiguration.rejected());

        ConfirmOutcome outcome = promising.confirm(held.id(), SELLER);

        assertThat(((ConfirmOutcome.Refused) outcome).faults())
                .extracting(Fault::cure)
                .containsExactly("limit is used up (rule CR-020)");
        assertThat(orders.list(OrderFilter.ALL, null, 10)).isEmpty();
        assertThat(promising.find(held.id()).orElseThrow().status()).isEqualTo(QuoteStatus.HELD);
    }

    @Test
    void anOrderThatWaitsForCreditKeepsItsCapacityAndIsPromisedAsQuotedOnceReleased() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        VERDICT.set(PromisingTestConfiguration.heldForCredit());

        ConfirmOutcome.Confirmed waiting = confirmed(held);
        OrderNumber order = waiting.taken().order().number();
        clock.advance(Duration.ofHours(6));
        transaction.execute(status -> desk.expireOverdue());
        ApprovalOutcome outcome = promising.resolve(order, 1, Resolution.GRANTED, "paid", COLLEAGUE);

        assertThat(waiting.taken().order().status()).isEqualTo(OrderStatus.HELD);
        assertThat(waiting.taken().promises()).isEmpty();
        assertThat(waiting.quote().expires()).isEqualTo(TestClock.START.plus(Duration.ofDays(2)));
        assertThat(outcome).isInstanceOf(ApprovalOutcome.Accepted.class);
        assertThat(current(order)).isEqualTo(held.date());
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded", "Promised");
    }

    @Test
    void anOrderWhosePlaceWasLostWhileItWaitedIsPromisedForTheDayItsCustomerWasTold() {
        Quote held = held(quoted(flanges(100, "2026-01-08")));
        VERDICT.set(PromisingTestConfiguration.heldForCredit());
        ConfirmOutcome.Confirmed waiting = confirmed(held);
        OrderNumber order = waiting.taken().order().number();
        planning.enter(
                new DayEntry.Down(
                        PromisingSamples.COATER,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(14)),
                        "fire"),
                COLLEAGUE);

        promising.resolve(order, 1, Resolution.GRANTED, "paid", COLLEAGUE);

        assertThat(current(order)).isEqualTo(held.date());
        assertThat(promising.deliveryDays(planning.projectedEnds(lines(waiting))))
                .allSatisfy((line, day) -> assertThat(day).isAfter(held.date()))
                .hasSize(1);
        assertThat(jdbc.sql("select chance from promise").query(Double.class).single())
                .isZero();
    }

    @Test
    void anOrderThatWaitsTooLongIsPromisedFromThePlanOfThatDay() {
        VERDICT.set(PromisingTestConfiguration.heldForCredit());
        Quote quote = quoted(flanges(100, "2026-01-08"));
        ConfirmOutcome.Confirmed waiting = confirmed(quote);
        OrderNumber order = waiting.taken().order().number();
        clock.advance(Duration.ofDays(5));

        transaction.execute(status -> desk.expireOverdue());
        promising.resolve(order, 1, Resolution.GRANTED, "paid", COLLEAGUE);

        assertThat(current(order)).isAfter(quote.date());
        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded", "Promised");
    }

    @Test
    void refusingAWaitingOrderGivesItsCapacityBack() {
        VERDICT.set(PromisingTestConfiguration.heldForCredit());
        Quote quote = quoted(flanges(100, "2026-01-08"));
        OrderNumber order = confirmed(quote).taken().order().number();

        promising.resolve(order, 1, Resolution.REFUSED, "no", COLLEAGUE);

        assertThat(journal()).containsExactly("Published", "Held", "HoldEnded");
        assertThat(placed()).isEmpty();
    }

    @Test
    void whatCannotBeQuotedIsRefusedWithItsPlaceAndCure() {
        OrderDraft broken = draft(
                CUSTOMER,
                DeliveryTerm.DELIVERED,
                line(1, "NO-SUCH", 10, "2026-02-02"),
                line(2, FLANGE, 10, "2026-01-06"));

        QuoteOutcome outcome = promising.quote(broken, SELLER);

        assertThat(((QuoteOutcome.Refused) outcome).faults())
                .extracting(Fault::field)
                .containsExactly("lines[0].item", "lines[1].requested");
        assertThat(promising.quote(draft("K-9", DeliveryTerm.DELIVERED, line(1, FLANGE, 1, "2026-02-02")), SELLER))
                .isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(promising.hold(UUID.randomUUID(), SELLER)).isInstanceOf(QuoteOutcome.Unknown.class);
    }

    @Test
    void withoutAPublishedPlanAQuoteSaysHowToGetOne() {
        jdbc.sql("update plan_head set schedule = null").update();

        QuoteOutcome outcome = promising.quote(flanges(10, "2026-02-02"), SELLER);

        assertThat(((QuoteOutcome.Refused) outcome).faults().getFirst().cure())
                .isEqualTo("start a planning run and publish its schedule");
    }

    @Test
    void moreWorkThanAPlantCanHoldIsRefusedAtQuoteAndAtEntryInsteadOfOverflowing() {
        OrderDraft absurd = flanges(900_000_000, "2026-02-02");

        QuoteOutcome quote = promising.quote(absurd, SELLER);
        EntryResult entry = promising.enter(absurd, SELLER);

        assertThat(quote).isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(((QuoteOutcome.Refused) quote).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("lines[0].quantity");
            assertThat(fault.wanted()).isEqualTo("an order of at most 100,000 machine hours");
        });
        assertThat(entry).isEqualTo(new EntryResult.Refused(((QuoteOutcome.Refused) quote).faults()));
        assertThat(journal()).containsExactly("Published");
    }

    private static OrderDraft flanges(int pieces, String requested) {
        return draft(CUSTOMER, DeliveryTerm.DELIVERED, line(1, FLANGE, pieces, requested));
    }

    private Quote quoted(OrderDraft draft) {
        QuoteOutcome outcome = promising.quote(draft, SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        return ((QuoteOutcome.Quoted) outcome).quote();
    }

    private Quote held(Quote quote) {
        QuoteOutcome outcome = promising.hold(quote.id(), SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        return ((QuoteOutcome.Quoted) outcome).quote();
    }

    private ConfirmOutcome.Confirmed confirmed(Quote quote) {
        ConfirmOutcome outcome = promising.confirm(quote.id(), SELLER);
        assertThat(outcome).isInstanceOf(ConfirmOutcome.Confirmed.class);
        return (ConfirmOutcome.Confirmed) outcome;
    }

    private LocalDate current(OrderNumber order) {
        CustomerOrder stored = orders.find(order).orElseThrow();
        return Optional.ofNullable(promising
                        .promises(List.of(stored.lines().getFirst().id()))
                        .get(stored.lines().getFirst().id()))
                .orElseThrow()
                .current();
    }

    private static List<OrderLineId> lines(ConfirmOutcome.Confirmed confirmed) {
        return confirmed.taken().order().lines().stream().map(OrderLine::id).toList();
    }

    private List<String> journal() {
        return jdbc.sql("select kind from plan_journal order by sequence")
                .query(String.class)
                .list();
    }

    private void planningTakesHeldWorkForLessUrgent() {
        jdbc.sql("update plan_hold set proposals = replace(proposals::text, '2026-01-0', '2026-02-0')::jsonb")
                .update();
    }

    private List<String> placed() {
        return jdbc.sql("select production_order from plan_operation")
                .query(String.class)
                .list();
    }
}
