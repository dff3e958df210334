package org.duebook.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.orders.OrderDrafts.order;
import static org.duebook.orders.OrderDrafts.pieces;
import static org.duebook.orders.OrdersTestConfiguration.customer;
import static org.duebook.orders.OrdersTestConfiguration.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Specification;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.orders.EntryOutcome.Refused;
import org.duebook.orders.EntryOutcome.Taken;
import org.duebook.plant.Plant;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Saved;
import org.duebook.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(OrdersTestConfiguration.class)
class OrderEntryTest {

    private static final Actor SELLER = new Actor("seller");
    private static final CustomerNumber NORDHAVEN = new CustomerNumber("K-1003");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

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
    private JdbcClient jdbc;

    @BeforeEach
    void freshBooks() {
        OrdersTestConfiguration.freshBooks(jdbc, customers, catalog, plant);
        rules.say(RulesOnPaper.accepted());
    }

    @Test
    void acceptedOrderIsKeptWithNamesPricesAndShipToFilledIn() {
        CustomerOrder order = taken(order().draft()).order();

        assertThat(order.number().value()).matches("SO-\\d+");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.shipTo()).isEqualTo("MAIN");
        assertThat(order.amount()).isEqualTo(Money.of("845.00", "EUR"));
        OrderLine line = order.lines().getFirst();
        assertThat(line.itemName()).isEqualTo("Drive shaft");
        assertThat(line.specification().sheet()).isEqualTo("DRW 1010");
        assertThat(line.releases()).containsExactly(new Release(OrderDrafts.WANTED, pieces(10)));
        assertThat(orders.find(order.number())).contains(order);
        assertThat(events(order.number())).containsExactly("ENTERED", "ACCEPTED");
    }

    @Test
    void rejectedOrderIsKeptWithItsReasonsButCountsNothing() {
        rules.say(RulesOnPaper.rejected());

        CustomerOrder order = taken(order().draft()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(events(order.number())).containsExactly("ENTERED", "REJECTED");
        assertThat(orders.history(order.number()).getLast().text()).isEqualTo("VA-010: limit is used up");
        assertThat(exposure()).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void decisionIsKeptWithRuleFileRowAndFacts() {
        OrderVerdict verdict = RulesOnPaper.heldForCredit();
        rules.say(verdict);

        CustomerOrder order = taken(order().draft()).order();

        assertThat(orders.decisions(order.number())).singleElement().satisfies(kept -> {
            assertThat(kept.ruleSet()).isEqualTo("paper-1");
            assertThat(kept.decision()).isEqualTo(verdict.decisions().getFirst());
        });
        assertThat(orders.decisionsOf(List.of(order.number()))).containsOnlyKeys(order.number());
    }

    @Test
    void acceptedAndHeldOrdersCountOnTheAccount() {
        taken(order().draft());
        rules.say(RulesOnPaper.heldForCredit());
        taken(order().draft());

        assertThat(exposure()).isEqualTo(Money.of("1690.00", "EUR"));
    }

    @Test
    void sameOrderAgainIsTheOneOnTheBooks() {
        for (OrderVerdict verdict : List.of(
                RulesOnPaper.accepted(),
                RulesOnPaper.rejected(),
                RulesOnPaper.heldForCredit(),
                RulesOnPaper.heldForDepositAndTwoApprovals())) {
            rules.say(verdict);
            String number = "SO-25-" + verdict.getClass().getSimpleName().toUpperCase(Locale.ROOT)
                    + verdict.decisions().size();
            Taken first = taken(order(number).draft());
            rules.say(RulesOnPaper.accepted());

            Taken again = taken(order(number).draft());

            assertThat(first.saved()).isEqualTo(Saved.CREATED);
            assertThat(again).isEqualTo(new Taken(first.order(), verdict, Saved.UNCHANGED));
        }
    }

    @Test
    void sameOrderAgainIsKnownAfterTheListPriceMoved() {
        Taken first = taken(order("SO-25-1").draft());
        catalog.put(item("AV-1010", "99.00", "49.20"));

        Taken again = taken(order("SO-25-1").draft());

        assertThat(again.order()).isEqualTo(first.order());
    }

    @Test
    void numberWithOtherContentIsRefusedAndNamesTheField() {
        taken(order("SO-25-1").draft());

        assertThat(faults(order("SO-25-1").line("AV-1010", 11, null).draft()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("lines[0].quantity");
                    assertThat(fault.found()).isEqualTo("11 pcs");
                    assertThat(fault.wanted()).contains("10 pcs", "SO-25-1");
                });
    }

    @Test
    void drawnNumberLeavesOutThoseAnImportHasUsed() {
        long next = jdbc.sql("select last_value from customer_order_number")
                .query(Long.class)
                .single();
        taken(order("SO-" + (next + 1)).draft());

        OrderNumber drawn = taken(order().draft()).order().number();

        assertThat(drawn.value()).isNotEqualTo("SO-" + (next + 1));
    }

    @Test
    void brokenFormIsRefusedWithEveryFaultAndNothingIsStored() {
        OrderDraft broken = order().priority(0)
                .depositPaid("101")
                .line("AV-1010", 1, "-1.00")
                .released(
                        "AV-1010",
                        10,
                        new Release(OrderDrafts.WANTED, pieces(4)),
                        new Release(OrderDrafts.WANTED.plusDays(7), pieces(5)))
                .draft();

        assertThat(faults(broken))
                .extracting(Fault::field)
                .containsExactly("priority", "depositPaidPercent", "lines[0].unitPrice", "lines[1].releases");
        assertThat(orders.list(OrderFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void orderWithoutLinesOrWithTooManyIsRefused() {
        OrderDrafts many = order();
        IntStream.range(0, 501).forEach(line -> many.line("AV-1010", 1, null));

        assertThat(faults(order().empty())).extracting(Fault::found).containsExactly("no lines");
        assertThat(faults(many.draft())).extracting(Fault::found).containsExactly("501 lines");
    }

    @Test
    void currencyWithoutExchangeRateIsRefused() {
        assertThat(faults(order().in("USD").draft())).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("currency");
            assertThat(fault.cure()).contains("duebook.orders.exchange-rates.USD");
        });
    }

    @Test
    void mixedCurrenciesAreRefused() {
        OrderDraft mixed = order().line(new OrderDraft.Line(
                        1,
                        new ItemNumber("AV-1010"),
                        pieces(1),
                        Money.of("5.00", "USD"),
                        OrderDrafts.WANTED,
                        List.of(),
                        null,
                        true))
                .draft();

        assertThat(faults(mixed)).extracting(Fault::field).containsExactly("lines[0].unitPrice");
    }

    @Test
    void rulesSeeTheAccountWithoutThisOrder() {
        taken(order().line("AV-1010", 10, "100.00").draft());

        taken(order().reference("PO 2").draft());

        OrderFacts facts = rules.lastAsked();
        assertThat(facts.amount()).isEqualTo(Money.of("845.00", "EUR"));
        assertThat(facts.marginPercent()).isEqualByComparingTo("41.78");
        assertThat(facts.customer().openExposure()).isEqualTo(Money.of("1000.00", "EUR"));
        assertThat(facts.customer().creditLimit()).isEqualTo(Money.of("10000.00", "EUR"));
        assertThat(facts.customer().shipToKnown()).isTrue();
        assertThat(facts.lines()).singleElement().satisfies(line -> {
            assertThat(line.itemKnown()).isTrue();
            assertThat(line.sellable()).isTrue();
            assertThat(line.hasRouting()).isTrue();
            assertThat(line.specificationPresent()).isTrue();
            assertThat(line.finishPresent()).isFalse();
            assertThat(line.minimumQuantity()).isEqualByComparingTo("1");
            assertThat(line.multipleQuantity()).isNull();
        });
    }

    @Test
    void unknownCustomerAndItemAreForTheRulesToJudge() {
        rules.say(RulesOnPaper.rejected());

        Taken outcome = taken(order().of("K-9999").line("AV-9999", 3, null).draft());

        OrderFacts facts = rules.lastAsked();
        assertThat(facts.customer().known()).isFalse();
        assertThat(facts.lines().getFirst().itemKnown()).isFalse();
        assertThat(facts.lines().getFirst().unitPrice()).isNull();
        assertThat(facts.marginPercent()).isNull();
        assertThat(outcome.order().status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void equalOrderWithinDaysLooksLikeADuplicateUnlessItsReferenceDiffers() {
        OrderNumber first = taken(order().reference("PO 1").draft()).order().number();

        taken(order().draft());
        assertThat(rules.lastAsked().duplicateOf()).isEqualTo(first.value());

        jdbc.sql("truncate customer_order cascade").update();
        taken(order().reference("PO 1").draft());
        taken(order().reference("PO 2").draft());
        assertThat(rules.lastAsked().duplicateOf()).isNull();
        taken(order().line("AV-1010", 9, null).draft());
        assertThat(rules.lastAsked().duplicateOf()).isNull();
    }

    @Test
    void contradictionsAreToldInWords() {
        taken(order().project(new Project("Lock gate", OrderDrafts.WANTED.minusDays(1), true))
                .draft());

        assertThat(rules.lastAsked().contradictions())
                .containsExactly(
                        "a project is named but the order is STANDARD",
                        "line 1 is wanted on 2026-01-20, after the project's term 2026-01-19");
    }

    @Test
    void customOrderNeedsTheCustomersOwnSheet() {
        Specification own = new Specification("NH-7741 rev 2", "", "", "", "blasted", "", "", "", "", "");

        taken(order().type(OrderType.CUSTOM).line("AV-1010", 1, null).draft());
        assertThat(rules.lastAsked().lines().getFirst().specificationPresent()).isFalse();

        OrderLine line = taken(order().type(OrderType.CUSTOM)
                        .specified("AV-1010", 1, own)
                        .draft())
                .order()
                .lines()
                .getFirst();
        assertThat(rules.lastAsked().lines().getFirst().specificationPresent()).isTrue();
        assertThat(line.specification().sheet()).isEqualTo("NH-7741 rev 2");
        assertThat(line.specification().finish()).isEqualTo("blasted");
        assertThat(line.specification().material()).isEqualTo("42CrMo4");
    }

    @Test
    void newCustomerIsNewUntilAnOrderIsDeliveredInFull() {
        customers.put(customer("K-2001", CustomerStatus.NEW, "500.00"));

        OrderNumber first = taken(order().of("K-2001").draft()).order().number();
        assertThat(rules.lastAsked().customer().isNew()).isTrue();

        orders.markDelivered(first, Money.of("0.00", "EUR"), true, SELLER, "all");
        taken(order().of("K-2001").draft());
        assertThat(rules.lastAsked().customer().isNew()).isFalse();
    }

    @Test
    void judgingStoresNothing() {
        rules.say(RulesOnPaper.heldForCredit());

        assertThat(orders.judge(order().draft())).isEqualTo(RulesOnPaper.heldForCredit());
        assertThat(orders.list(OrderFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void sameNumberEnteredByManyAtOnceIsOneOrder() throws Exception {
        List<EntryOutcome> outcomes =
                atOnce(16, run -> orders.enter(order("SO-25-7").draft(), SELLER));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Taken taken && taken.saved() == Saved.CREATED)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Taken taken && taken.saved() == Saved.UNCHANGED)
                .hasSize(15);
        assertThat(events(new OrderNumber("SO-25-7"))).containsExactly("ENTERED", "ACCEPTED");
    }

    @Test
    void creditLimitIsNotSoldTwiceByOrdersAtOnce() throws Exception {
        rules.say(facts -> facts.customer()
                                .openExposure()
                                .plus(facts.amount())
                                .compareTo(facts.customer().creditLimit())
                        <= 0
                ? RulesOnPaper.accepted()
                : RulesOnPaper.rejected());

        List<EntryOutcome> outcomes = atOnce(
                16,
                run -> orders.enter(
                        order("SO-26-" + run).line("AV-1010", 10, "300.00").draft(), SELLER));

        assertThat(outcomes)
                .filteredOn(outcome ->
                        outcome instanceof Taken taken && taken.order().status() == OrderStatus.ACCEPTED)
                .hasSize(3);
        assertThat(exposure()).isEqualTo(Money.of("9000.00", "EUR"));
    }

    @Test
    void listFiltersByCustomerAndStatusAndGoesOnAfterTheLastOne() {
        customers.put(customer("K-2001", CustomerStatus.ACTIVE, "500.00"));
        taken(order("SO-1").draft());
        taken(order("SO-2").of("K-2001").draft());
        rules.say(RulesOnPaper.heldForCredit());
        taken(order("SO-3").draft());

        assertThat(numbers(OrderFilter.ALL, null, 2)).containsExactly("SO-1", "SO-2");
        assertThat(numbers(OrderFilter.ALL, new OrderNumber("SO-2"), 2)).containsExactly("SO-3");
        assertThat(numbers(new OrderFilter(NORDHAVEN, Set.of()), null, 9)).containsExactly("SO-1", "SO-3");
        assertThat(numbers(new OrderFilter(null, Set.of(OrderStatus.HELD)), null, 9))
                .containsExactly("SO-3");
        assertThat(orders.openOrders())
                .extracting(order -> order.number().value())
                .containsExactly("SO-1", "SO-2");
    }

    @Test
    void newestListsTheLastOrderedFirstAndGoesOnWithOlderOnes() {
        taken(order("SO-1").draft());
        taken(order("SO-2").draft());
        taken(order("SO-3").draft());

        assertThat(orders.newest(OrderFilter.ALL, null, 2))
                .extracting(order -> order.number().value())
                .containsExactly("SO-3", "SO-2");
        assertThat(orders.newest(OrderFilter.OPEN, new OrderNumber("SO-2"), 2))
                .extracting(order -> order.number().value())
                .containsExactly("SO-1");
    }

    @Test
    void linesOfManyOrdersComeInOneReadAndUnknownOnesAreAbsent() {
        taken(order("SO-1").line("AV-1010", 1, null).line("AV-1010", 2, null).draft());
        taken(order("SO-2").draft());

        assertThat(orders.findLines(List.of(line("SO-2", 1), line("SO-1", 2), line("SO-9", 1))))
                .extracting(OrderLine::id, OrderLine::quantity)
                .containsExactly(tuple(line("SO-1", 2), pieces(2)), tuple(line("SO-2", 1), pieces(10)));
    }

    private Taken taken(OrderDraft draft) {
        return (Taken) orders.enter(draft, SELLER);
    }

    private List<Fault> faults(OrderDraft draft) {
        return ((Refused) orders.enter(draft, SELLER)).faults();
    }

    private List<String> events(OrderNumber number) {
        return orders.history(number).stream().map(HistoryEntry::event).toList();
    }

    private List<String> numbers(OrderFilter filter, @Nullable OrderNumber after, int limit) {
        return orders.list(filter, after, limit).stream()
                .map(order -> order.number().value())
                .toList();
    }

    private Money exposure() {
        return customers.creditPosition(NORDHAVEN, TODAY).openOrders();
    }

    private static OrderLineId line(String order, int line) {
        return new OrderLineId(new OrderNumber(order), line);
    }

    private static List<EntryOutcome> atOnce(int times, IntFunction<EntryOutcome> call) throws Exception {
        List<Callable<EntryOutcome>> calls = IntStream.range(0, times)
                .<Callable<EntryOutcome>>mapToObj(run -> () -> call.apply(run))
                .toList();
        List<EntryOutcome> outcomes = new ArrayList<>();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<EntryOutcome> outcome : eight.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
