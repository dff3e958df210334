package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.FLANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(PromisingTestConfiguration.class)
class CompetingSellersTest {

    private static final int SELLERS = 8;

    @Autowired
    private Promising promising;

    @Autowired
    private Orders orders;

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
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), Actor.SYSTEM);
    }

    @Test
    void competingSellersNeverSellTheSameHourAndBindOnlyDatesTheySaw() throws Exception {
        CyclicBarrier start = new CyclicBarrier(SELLERS);
        List<Future<Sale>> running = new ArrayList<>();
        List<Sale> sales = new ArrayList<>();

        try (ExecutorService sellers = Executors.newFixedThreadPool(SELLERS)) {
            for (int i = 0; i < SELLERS; i++) {
                Actor seller = new Actor("seller-" + i);
                boolean holdsFirst = i % 2 == 0;
                running.add(sellers.submit(() -> {
                    Quote quote = quote(seller);
                    start.await(60, TimeUnit.SECONDS);
                    return sell(quote, seller, holdsFirst);
                }));
            }
            for (Future<Sale> sale : running) {
                sales.add(sale.get(120, TimeUnit.SECONDS));
            }
        }

        assertThat(sales).allSatisfy(sale -> assertThat(sale.promised()).isEqualTo(sale.quoted()));
        assertThat(sales).extracting(Sale::moved).contains(0).anyMatch(moved -> moved > 0);
        assertThat(orders.openOrders()).hasSize(SELLERS);
        assertThat(coatings()).hasSize(SELLERS);
        assertNoTwoOverlap(coatings());
    }

    /** What a seller bound, the date he had seen before, and how often it had moved. */
    private record Sale(LocalDate quoted, LocalDate promised, int moved) {}

    private record Coating(Instant start, Instant end) {}

    private Quote quote(Actor seller) {
        return ((QuoteOutcome.Quoted) promising.quote(
                        draft(CUSTOMER, DeliveryTerm.DELIVERED, line(1, FLANGE, 150, "2026-01-08")), seller))
                .quote();
    }

    private Sale sell(Quote first, Actor seller, boolean holdsFirst) {
        Quote seen = first;
        for (int moved = 0; moved <= SELLERS; moved++) {
            if (holdsFirst) {
                seen = ((QuoteOutcome.Quoted) promising.hold(seen.id(), seller)).quote();
            }
            switch (promising.confirm(seen.id(), seller)) {
                case ConfirmOutcome.Confirmed confirmed -> {
                    return new Sale(
                            seen.date(),
                            confirmed.taken().promises().getFirst().current(),
                            seen.date().equals(first.date()) ? 0 : 1);
                }
                case ConfirmOutcome.DateMoved another -> seen = another.fresh();
                case ConfirmOutcome.Refused refused -> throw new AssertionError(refused.faults());
                case ConfirmOutcome.Unknown unknown -> throw new AssertionError("quote is gone");
            }
        }
        throw new AssertionError(seller + " was overtaken more often than there are others");
    }

    private List<Coating> coatings() {
        return jdbc.sql("select start_at, end_at from plan_operation where machine = 'COAT-2' order by start_at")
                .query((row, number) -> new Coating(
                        row.getObject("start_at", OffsetDateTime.class).toInstant(),
                        row.getObject("end_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static void assertNoTwoOverlap(List<Coating> coatings) {
        for (int i = 1; i < coatings.size(); i++) {
            assertThat(coatings.get(i).start())
                    .isAfterOrEqualTo(coatings.get(i - 1).end());
        }
    }
}
