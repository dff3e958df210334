package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.FLANGE;
import static org.duebook.promising.PromisingTestConfiguration.VARIATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.LikelyEnds;
import org.duebook.planning.Outlook;
import org.duebook.planning.Planning;
import org.duebook.planning.ReleaseOutlook;
import org.duebook.planning.TrackRecord.Came;
import org.duebook.plant.Plant;
import org.duebook.policy.VariationParameters;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Dates of a plant whose runs take up to twice as long as planned. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class ConfidenceTest {

    private static final Actor SELLER = new Actor("seller");
    static final VariationParameters VARYING = new VariationParameters(
            "paper-1", 0.9, 1.0, 0.1, 0.1, Duration.ofHours(40), Duration.ofHours(4), Duration.ZERO, Duration.ZERO);

    @Autowired
    private Promising promising;

    @Autowired
    private Planning planning;

    @Autowired
    private Production production;

    @Autowired
    private PromiseStore promises;

    @Autowired
    private KeptDates keptDates;

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

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void publishAnEmptyPlan() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        VARIATION.set(VARYING);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
    }

    @Test
    void dateIsTheFirstThatHoldsAsSurelyAsAskedForAndSaysWhatTheDaysBehindThePlanAreFor() {
        QuotedLine line = quoted(500, "2026-01-08", null).lines().getFirst();

        assertThat(line.date()).isAfter(line.earliest());
        assertThat(line.chance()).isBetween(0.9, 0.99);
        assertThat(line.causes())
                .filteredOn(cause -> cause.kind().equals("CONFIDENCE"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.text())
                        .matches("\\d days? more than planned so that it holds 9 times in 10: .*")
                        .contains("a run on Coating line COAT-2 may take 100 % longer than planned (declared)"));
    }

    @Test
    void surerDatesAreLaterAndSayHowMuchSurer() {
        QuotedLine even = quoted(500, "2026-01-08", 50).lines().getFirst();
        QuotedLine usual = quoted(500, "2026-01-08", null).lines().getFirst();
        QuotedLine sure = quoted(500, "2026-01-08", 99).lines().getFirst();

        assertThat(even.date()).isBefore(usual.date());
        assertThat(usual.date()).isBefore(sure.date());
        assertThat(even.chance()).isBetween(0.5, 0.9);
        assertThat(sure.chance()).isEqualTo(0.99);
        assertThat(List.of(even.earliest(), sure.earliest())).containsOnly(usual.earliest());
    }

    @Test
    void requestedDayIsKeptOnceItHoldsAsSurelyAsAskedForAndNotTheDayBefore() {
        LocalDate holds = quoted(500, "2026-01-08", null).date();

        Quote kept = quoted(500, holds.toString(), null);
        Quote dayBefore = quoted(500, holds.minusDays(1).toString(), null);

        assertThat(kept.date()).isEqualTo(holds);
        assertThat(kept.lines().getFirst().meetsRequest()).isTrue();
        assertThat(kept.lines().getFirst().causes())
                .extracting(QuotedLine.Cause::kind)
                .doesNotContain("CONFIDENCE");
        assertThat(dayBefore.date()).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 49, 100, Integer.MAX_VALUE})
    void confidenceNobodyCanGiveIsRefused(int percent) {
        QuoteOutcome outcome = promising.quote(flanges(10, "2026-01-08"), percent, SELLER);

        assertThat(outcome).isInstanceOf(QuoteOutcome.Refused.class);
        Fault fault = ((QuoteOutcome.Refused) outcome).faults().getFirst();
        assertThat(fault.field()).isEqualTo("confidence");
        assertThat(fault.found()).isEqualTo(percent + " %");
    }

    @Test
    void dateIsHeldAndConfirmedAsQuotedAndKeptWithWhatWasThoughtOfIt() {
        Quote quote = quoted(500, "2026-01-08", 80);
        assertThat(promising.hold(quote.id(), SELLER)).isInstanceOf(QuoteOutcome.Quoted.class);
        clock.advance(Duration.ofMinutes(20));

        OrderLineId line = confirmed(quote);

        assertThat(promising.promises(List.of(line)).get(line))
                .extracting(PromiseView::current)
                .isEqualTo(quote.date());
        var row = jdbc.sql("select confidence, chance, cardinality(likely_minutes) as kept from promise")
                .query()
                .singleRow();
        assertThat(row.get("confidence")).isEqualTo(0.8);
        assertThat(row.get("chance")).isEqualTo(quote.lines().getFirst().chance());
        assertThat(row.get("kept")).isEqualTo(40);
        assertThat(order(line).buffer()).isPositive();
    }

    @Test
    void orderThatIsEnteredDirectlyIsToldADateThatHoldsToo() {
        LocalDate holds = quoted(500, "2026-01-08", null).date();

        EntryResult entered = promising.enter(flanges(500, "2026-01-08"), SELLER);

        assertThat(entered).isInstanceOf(EntryResult.Taken.class);
        assertThat(((EntryResult.Taken) entered).order().promises())
                .singleElement()
                .extracting(PromiseView::current)
                .isEqualTo(holds);
    }

    @Test
    void othersThatAreLetBeforeItDoNotEatWhatKeepsItsDateSure() {
        // What begins in the next days gives way to nobody.
        confirmed(quoted(500, "2026-01-08", 50));
        OrderLineId line = confirmed(quoted(500, "2026-02-05", null));
        ProductionOrder order = order(line);
        Instant first =
                Objects.requireNonNull(planning.projectedEnds(List.of(line)).get(line));
        Instant due = Objects.requireNonNull(order.promisedEnd());

        for (int other = 0; other < 30; other++) {
            confirmed(quoted(100, "2026-01-08", 50));
        }

        Instant pushed =
                Objects.requireNonNull(planning.projectedEnds(List.of(line)).get(line));
        assertThat(pushed).isAfter(first).isBeforeOrEqualTo(due.minus(order.buffer()));
        planning.forgetWhatIsKnown();
        assertThat(outlook(line).chance(due)).isGreaterThan(0.87);
        assertThat(outlook(line).chance(due.minus(order.buffer()))).isLessThan(0.87);
    }

    @Test
    void whatCameOfDatesToldByRecordsIsKnownByTheFirstEndThatWouldHaveServed() {
        Instant planned = Instant.parse("2026-01-08T10:00:00Z");
        OrderLineId done = promisedByRecords(planned);
        OrderLineId open = promisedByRecords(planned);

        report(done, Instant.parse("2026-01-09T09:00:00Z"));
        clock.set(Instant.parse("2026-01-12T09:00:00Z"));

        // Six hours after production, until midnight in Berlin.
        assertThat(keptDates.latest(10))
                .containsExactly(
                        new Came(likely(planned), Instant.parse("2026-01-08T17:00:00Z"), true),
                        new Came(likely(planned), Instant.parse("2026-01-09T17:00:00Z"), false));
        assertThat(keptDates.latest(1)).extracting(Came::done).containsExactly(false);
        assertThat(open).isNotEqualTo(done);
    }

    private static LikelyEnds likely(Instant planned) {
        return new LikelyEnds(planned, List.of(-10, 0, 600), true);
    }

    private OrderLineId promisedByRecords(Instant planned) {
        Confidence confidence = Confidence.ofPercent(90);
        Quote quote = quoted(10, "2026-01-20", null);
        OrderLineId line = confirmed(quote);
        jdbc.sql("alter table promise disable trigger promise_is_only_added_to").update();
        jdbc.sql("delete from promise where order_number = :order")
                .param("order", line.order().value())
                .update();
        jdbc.sql("alter table promise enable trigger promise_is_only_added_to").update();
        promises.promise(
                line,
                1,
                quote.date(),
                new Assurance(confidence, 0.93, Duration.ZERO, likely(planned)),
                "as quoted",
                SELLER,
                clock.instant());
        clock.advance(Duration.ofMinutes(1));
        return line;
    }

    private void report(OrderLineId line, Instant at) {
        for (Operation operation : order(line).operations()) {
            clock.set(at);
            planning.report(
                    new ProgressReport(
                            operation.id(),
                            operation.machines().getFirst().machine(),
                            at,
                            PromisingSamples.pieces(10),
                            PromisingSamples.pieces(0),
                            true),
                    SELLER);
        }
    }

    private Outlook outlook(OrderLineId line) {
        return Objects.requireNonNull(
                transaction.execute(status -> planning.lockedSnapshot().orElseThrow().outlooks(List.of(line)).stream()
                        .map(ReleaseOutlook::outlook)
                        .findFirst()
                        .orElseThrow()));
    }

    private ProductionOrder order(OrderLineId line) {
        return production.ofLines(List.of(line)).values().iterator().next().getFirst();
    }

    private Quote quoted(long pieces, String requested, @Nullable Integer percent) {
        QuoteOutcome outcome = promising.quote(flanges(pieces, requested), percent, SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        return ((QuoteOutcome.Quoted) outcome).quote();
    }

    private OrderLineId confirmed(Quote quote) {
        ConfirmOutcome outcome = promising.confirm(quote.id(), SELLER);
        assertThat(outcome).isInstanceOf(ConfirmOutcome.Confirmed.class);
        return ((ConfirmOutcome.Confirmed) outcome)
                .taken()
                .order()
                .lines()
                .getFirst()
                .id();
    }

    private static OrderDraft flanges(long pieces, String requested) {
        return draft(CUSTOMER, DeliveryTerm.EX_WORKS, line(1, FLANGE, pieces, requested));
    }
}
