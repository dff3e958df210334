package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.LATHE_1;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.RoutingStep;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.Planning;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.Emptying;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the small plant: Wednesday 7 January 09:00 in Berlin, five hours before the only shift of the day ends. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class AlternativesTest {

    private static final Actor SELLER = new Actor("seller");
    private static final Actor COLLEAGUE = new Actor("colleague");
    private static final String TODAY = "2026-01-07";

    @Autowired
    private Promising promising;

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

    @BeforeEach
    void smallPlant() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        Emptying.truncate(jdbc, "machine, work_centre, working_calendar, scheduled_receipt");
        SmallPlant.put(plant, catalog);
        priced(SHAFT, "10.00", "0");
        SmallPlant.fillStore(inventory);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
    }

    @Test
    void asMuchAsCanBeMadeByTheDayAskedForGoesFirst() {
        // 100 shafts are turned in 200 minutes and coated in 100 until the shift ends; one more is not.
        Quote late = quoted(5, shafts(250));

        Alternative split = only(Alternative.Kind.SPLIT, offered(late));

        assertThat(late.date()).isEqualTo("2026-01-08");
        assertThat(split.words()).isEqualTo("Split: 100 pcs on Wed 7 Jan, 150 pcs on Thu 8 Jan");
        assertThat(split.parts()).containsExactly(part(100, TODAY), part(150, "2026-01-08"));
        assertThat(split.date()).isEqualTo("2026-01-08");
        assertThat(split.cost()).isEqualTo(euros("0"));
        assertThat(split.needsApproval()).isFalse();
        assertThat(split.delayed()).isEmpty();
    }

    @Test
    void partsAreWholeMultiplesOfWhatMayBeOrdered() {
        inMultiplesOf(30);
        Quote late = quoted(5, shafts(240));

        Alternative split = only(Alternative.Kind.SPLIT, offered(late));

        assertThat(split.parts()).containsExactly(part(90, TODAY), part(150, "2026-01-08"));
    }

    @Test
    void twoLotsOnTwoLathesAreThereOnTheSameDay() {
        Quote late = quoted(5, shafts(150));

        Alternative split = only(Alternative.Kind.SPLIT, offered(late));

        assertThat(split.words()).isEqualTo("Made in two lots: 150 pcs on Wed 7 Jan");
        assertThat(split.parts()).containsExactly(part(150, TODAY));
    }

    @Test
    void whatLiesInStockGoesNowAndTheRestLater() {
        inventory.putStock(SHAFT, pieces(30));
        planning.forgetWhatIsKnown();
        Quote late = quoted(5, shafts(200));

        List<Alternative> offered = offered(late);

        assertThat(only(Alternative.Kind.PARTIAL, offered).words())
                .isEqualTo("From stock now: 30 pcs on Wed 7 Jan, 170 pcs on Thu 8 Jan");
        assertThat(only(Alternative.Kind.SPLIT, offered).parts())
                .containsExactly(part(130, TODAY), part(70, "2026-01-08"));
    }

    @Test
    void aClosedMachineWorksLongerForItsPrice() {
        Quote late = quoted(5, shafts(150));

        Alternative overtime = only(Alternative.Kind.OVERTIME, offered(late));

        assertThat(overtime.words())
                .isEqualTo("Overtime on Coating line COATER on Wed 7 Jan 14:00–18:00 (4 h): "
                        + "there on Wed 7 Jan instead of Thu 8 Jan");
        assertThat(overtime.date()).isEqualTo(TODAY);
        assertThat(overtime.parts()).containsExactly(part(150, TODAY));
        assertThat(overtime.cost()).isEqualTo(euros("240"));
        assertThat(overtime.needsApproval()).isFalse();
    }

    @Test
    void aFreeSaturdayIsWorkedLikeTheDayBefore() {
        // 390 shafts are turned in 780 minutes, 300 of them on Friday, and coated in a day.
        clock.set(TestClock.START.plus(Duration.ofDays(2)));
        Quote late = quoted(5, shafts("2026-01-12", 390));

        Alternative overtime = only(Alternative.Kind.OVERTIME, offered(late));

        assertThat(late.date()).isEqualTo("2026-01-13");
        assertThat(overtime.words())
                .isEqualTo("Overtime on Lathe 1 LATHE-1 on Sat 10 Jan 06:00–14:00 (8 h): "
                        + "there on Mon 12 Jan instead of Tue 13 Jan");
        assertThat(overtime.cost()).isEqualTo(euros("480"));
    }

    @Test
    void aMachineThatTheRoutingDoesNotNameNeedsApproval() {
        turnedOnTheFirstLatheOnly();
        confirmed(quoted(5, shafts(100)));
        Quote late = quoted(5, shafts(30));

        Alternative substitute = only(Alternative.Kind.SUBSTITUTE_MACHINE, offered(late));

        assertThat(substitute.words())
                .isEqualTo("Lathe 2 LATHE-2 in place of Lathe 1 LATHE-1, in the same time: "
                        + "there on Wed 7 Jan instead of Thu 8 Jan");
        assertThat(substitute.parts()).containsExactly(part(30, TODAY));
        assertThat(substitute.needsApproval()).isTrue();
        assertThat(substitute.cost()).isEqualTo(euros("0"));
    }

    @Test
    void boughtMaterialComesInHalfTheTimeAtASurcharge() {
        inventory.putStock(BAR, pieces(0));
        priced(BAR, "0", "2.00");
        planning.forgetWhatIsKnown();
        Quote late = quoted(5, shafts("2026-01-12", 100));

        Alternative expedited = only(Alternative.Kind.EXPEDITE, offered(late));

        assertThat(late.date()).isEqualTo("2026-01-19");
        assertThat(expedited.words())
                .isEqualTo("Expedite 100 pcs BAR in 5 days instead of 10 at a surcharge of 30 %: "
                        + "there on Mon 12 Jan instead of Mon 19 Jan");
        assertThat(expedited.cost()).isEqualTo(euros("60.00"));
    }

    @Test
    void anOrderOfLowerPriorityBecomesLateAtItsPenalty() {
        barsComeOnMonday();
        OrderNumber lower = confirmed(quoted(8, shafts("2026-01-12", 160)));
        Quote late = quoted(2, shafts("2026-01-12", 160));

        Alternative delay = only(Alternative.Kind.DELAY_OTHERS, offered(late));

        assertThat(late.date()).isEqualTo("2026-01-13");
        assertThat(delay.words())
                .isEqualTo("Delay " + lower + " line 1 from Mon 12 Jan to Tue 13 Jan: "
                        + "there on Mon 12 Jan instead of Tue 13 Jan");
        assertThat(delay.parts()).containsExactly(part(160, "2026-01-12"));
        assertThat(delay.delayed())
                .containsExactly(new Alternative.Delayed(
                        new OrderLineId(lower, 1),
                        LocalDate.parse("2026-01-12"),
                        LocalDate.parse("2026-01-13"),
                        euros("32.00")));
        assertThat(delay.cost()).isEqualTo(euros("32.00"));
        assertThat(delay.needsApproval()).isTrue();
    }

    @Test
    void nobodyOfTheSamePriorityIsDelayed() {
        barsComeOnMonday();
        confirmed(quoted(2, shafts("2026-01-12", 160)));
        Quote late = quoted(2, shafts("2026-01-12", 160));

        assertThat(offered(late)).extracting(Alternative::kind).doesNotContain(Alternative.Kind.DELAY_OTHERS);
    }

    @Test
    void askingChangesNothingOfThePlan() {
        confirmed(quoted(8, shafts(100)));
        Quote late = quoted(2, shafts(150));
        List<ScheduledOperation> before = planning.published().orElseThrow().operations();
        Quote probe = quoted(2, shafts(150));

        offered(late);

        assertThat(planning.published().orElseThrow().operations()).isEqualTo(before);
        assertThat(quoted(2, shafts(150)).lines()).isEqualTo(probe.lines());
        assertThat(offered(late)).isEqualTo(offered(late));
    }

    @Test
    void aHeldQuoteIsNotInItsOwnWay() {
        Quote inquiry = quoted(5, shafts(150));
        List<Alternative> before = offered(inquiry);

        promising.hold(inquiry.id(), SELLER);

        assertThat(offered(inquiry)).isEqualTo(before);
    }

    @Test
    void aQuoteThatIsInTimeNeedsNothing() {
        assertThat(offered(quoted(5, shafts(100)))).isEmpty();
    }

    @Test
    void onlyTheAuthorAndPlannersMayAskAndOnlyOfOpenQuotes() {
        Quote late = quoted(5, shafts(150));
        UUID nobodys = UUID.randomUUID();

        assertThat(promising.alternatives(nobodys, SELLER, false)).isEqualTo(new AlternativesOutcome.Unknown());
        assertThat(refusal(late, COLLEAGUE).found()).isEqualTo("asked for by seller");
        assertThat(promising.alternatives(late.id(), COLLEAGUE, true))
                .isEqualTo(promising.alternatives(late.id(), SELLER, false));
        clock.advance(Duration.ofMinutes(30));
        assertThat(refusal(late, SELLER).found()).startsWith("expired at ");
        promising.cancel(late.id(), SELLER);
        assertThat(refusal(late, SELLER).wanted()).isEqualTo("a quote that is still open");
    }

    private Fault refusal(Quote quote, Actor by) {
        return ((AlternativesOutcome.Refused) promising.alternatives(quote.id(), by, false))
                .faults()
                .getFirst();
    }

    private List<Alternative> offered(Quote quote) {
        return ((AlternativesOutcome.Offered) promising.alternatives(quote.id(), SELLER, false)).alternatives();
    }

    private static Alternative only(Alternative.Kind kind, List<Alternative> offered) {
        List<Alternative> found =
                offered.stream().filter(each -> each.kind() == kind).toList();
        assertThat(found).as("%s of %s", kind, offered).hasSize(1);
        return found.getFirst();
    }

    private Quote quoted(int priority, OrderDraft.Line... lines) {
        OrderDraft draft = draft(CUSTOMER, DeliveryTerm.EX_WORKS, lines);
        OrderDraft wanted = new OrderDraft(
                null,
                draft.customer(),
                draft.shipTo(),
                draft.type(),
                draft.channel(),
                priority,
                null,
                "",
                "",
                "",
                draft.deliveryTerm(),
                draft.currency(),
                null,
                BigDecimal.ZERO,
                draft.lines());
        return ((QuoteOutcome.Quoted) promising.quote(wanted, SELLER)).quote();
    }

    private OrderNumber confirmed(Quote quote) {
        return ((ConfirmOutcome.Confirmed) promising.confirm(quote.id(), SELLER))
                .taken()
                .order()
                .number();
    }

    private void barsComeOnMonday() {
        inventory.putStock(BAR, pieces(0));
        inventory.putReceipt(SmallPlant.receipt("R-1", BAR, 1000, "2026-01-12"));
        planning.forgetWhatIsKnown();
    }

    private static OrderDraft.Line shafts(long pieces) {
        return shafts(TODAY, pieces);
    }

    private static OrderDraft.Line shafts(String requested, long pieces) {
        return line(1, SHAFT.value(), pieces, requested);
    }

    private static Alternative.Part part(long pieces, String day) {
        return new Alternative.Part(1, pieces(pieces), LocalDate.parse(day));
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    private void priced(ItemNumber number, String price, String cost) {
        Item item = catalog.find(number).orElseThrow();
        catalog.put(new Item(
                number,
                item.name(),
                item.shortDescription(),
                item.type(),
                item.unit(),
                euros(price),
                euros(cost),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                item.specification()));
    }

    private void inMultiplesOf(long pieces) {
        Item item = catalog.find(SHAFT).orElseThrow();
        catalog.put(new Item(
                SHAFT,
                item.name(),
                item.shortDescription(),
                item.type(),
                item.unit(),
                item.price(),
                item.cost(),
                item.leadTimeDays(),
                item.supplier(),
                pieces(pieces),
                pieces(pieces),
                item.specification()));
    }

    private void turnedOnTheFirstLatheOnly() {
        List<RoutingStep> steps = catalog.routing(SHAFT);
        RoutingStep turning = steps.getFirst();
        catalog.putRouting(
                SHAFT,
                List.of(
                        new RoutingStep(
                                turning.sequence(),
                                turning.name(),
                                turning.workCentre(),
                                turning.setupState(),
                                turning.runPerUnit(),
                                turning.runPerBatch(),
                                turning.transfer(),
                                List.of(new RoutingStep.Alternate(LATHE_1, 1)),
                                null),
                        steps.getLast()));
        planning.forgetWhatIsKnown();
    }
}
