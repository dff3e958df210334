package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.FLANGE;
import static org.duebook.promising.PromisingTestConfiguration.RELEASES;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customers;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.planning.Planning;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkingCalendar;
import org.duebook.policy.OrderFacts.Type;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.ReleaseRules.Requirement;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wednesday 7 January 2026, nine o'clock in Berlin, by rules that release work on Monday and Thursday. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class ReleaseDayTest {

    private static final Actor SELLER = new Actor("seller");

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
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void publishAnEmptyPlan() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
        RELEASES.set(new ReleaseRules(
                "paper-1",
                Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                Set.of(Type.RUSH),
                List.of(
                        new Requirement("RD-1", Set.of(Type.CUSTOM), "-", List.of(), "engineering", 2),
                        new Requirement(
                                "RD-2", Set.of(Type.values()), "yes", List.of("ppap"), "approval of documents", 1))));
    }

    @Test
    void quoteWaitsForTheNextDayOfRelease() {
        QuotedLine line = quoted(OrderType.STANDARD, null).lines().getFirst();

        // Ten flanges take ten minutes on the lathe and an hour of coating: from six o'clock on Thursday.
        assertThat(line.productionEnd()).isEqualTo("2026-01-08T06:10:00Z");
        assertThat(line.causes())
                .extracting(QuotedLine.Cause::kind, QuotedLine.Cause::text)
                .contains(tuple("RELEASE_DAY", "release day: next is Thu 8 Jan"));
    }

    @Test
    void onADayOfReleaseWorkBeginsAtOnce() {
        clock.set(Instant.parse("2026-01-08T08:00:00Z"));

        QuotedLine line = quoted(OrderType.STANDARD, null).lines().getFirst();

        assertThat(line.productionEnd()).isEqualTo("2026-01-08T09:10:00Z");
        assertThat(line.causes()).extracting(QuotedLine.Cause::kind).doesNotContain("RELEASE_DAY");
    }

    @Test
    void dayOfReleaseMovesBehindAPublicHoliday() {
        WorkingCalendar calendar = plant.calendars().getFirst();
        plant.putCalendar(new WorkingCalendar(
                calendar.code(),
                calendar.name(),
                calendar.shifts(),
                new TreeSet<>(Set.of(LocalDate.parse("2026-01-08")))));

        QuotedLine line = quoted(OrderType.STANDARD, null).lines().getFirst();

        assertThat(line.productionEnd()).isEqualTo("2026-01-09T06:10:00Z");
        assertThat(line.causes()).extracting(QuotedLine.Cause::text).contains("release day: next is Fri 9 Jan");
    }

    @Test
    void rushIsReleasedAtOnce() {
        QuotedLine line = quoted(OrderType.RUSH, null).lines().getFirst();

        assertThat(line.productionEnd()).isEqualTo("2026-01-07T09:10:00Z");
    }

    @Test
    void customOrderIsEngineeredBeforeItIsReleased() {
        QuotedLine line = quoted(OrderType.CUSTOM, null).lines().getFirst();

        // Thursday and Friday for the drawing, then Monday's release.
        assertThat(line.productionEnd()).isEqualTo("2026-01-12T06:10:00Z");
        assertThat(line.causes())
                .extracting(QuotedLine.Cause::text)
                .contains("engineering takes 2 working days: ready on Fri 9 Jan", "release day: next is Mon 12 Jan");
    }

    @Test
    void wordsOfTheCustomersOwnSpecificationAddTheirDays() {
        QuotedLine line =
                quoted(OrderType.CUSTOM, specification("PPAP level 3")).lines().getFirst();

        assertThat(line.causes())
                .extracting(QuotedLine.Cause::text)
                .contains("engineering takes 2 working days, then approval of documents takes 1 working day: ready on"
                        + " Mon 12 Jan");
        assertThat(line.productionEnd()).isEqualTo("2026-01-12T06:10:00Z");
    }

    @Test
    void whatIsConfirmedKeepsItsDayOfReleaseInProductionAndInThePlan() {
        Quote quote = quoted(OrderType.STANDARD, null);

        promising.hold(quote.id(), SELLER);
        ConfirmOutcome outcome = promising.confirm(quote.id(), SELLER);

        assertThat(outcome).isInstanceOf(ConfirmOutcome.Confirmed.class);
        Instant thursday = Instant.parse("2026-01-07T23:00:00Z");
        assertThat(production.open())
                .allSatisfy(order -> assertThat(order.notBefore()).isEqualTo(thursday));
        assertThat(planning.published().orElseThrow().operations())
                .extracting(ScheduledOperation::placed)
                .allSatisfy(placed -> assertThat(placed.start()).isAfterOrEqualTo(thursday));
    }

    private Quote quoted(OrderType type, @Nullable Specification own) {
        OrderDraft plain = draft(CUSTOMER, DeliveryTerm.EX_WORKS, line(1, FLANGE, 10, "2026-01-08"));
        OrderDraft.Line asked = plain.lines().getFirst();
        OrderDraft draft = new OrderDraft(
                null,
                plain.customer(),
                plain.shipTo(),
                type,
                plain.channel(),
                plain.priority(),
                null,
                plain.clerk(),
                plain.region(),
                plain.customerReference(),
                DeliveryTerm.EX_WORKS,
                plain.currency(),
                null,
                plain.depositPaidPercent(),
                List.of(new OrderDraft.Line(
                        1,
                        new ItemNumber(FLANGE),
                        asked.quantity(),
                        asked.unitPrice(),
                        asked.requested(),
                        List.of(),
                        own,
                        true)));
        QuoteOutcome outcome = promising.quote(draft, SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        return ((QuoteOutcome.Quoted) outcome).quote();
    }

    private static Specification specification(String quality) {
        return new Specification("", "", "", "", "", quality, "", "", "", "");
    }
}
