package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderStatus;
import org.duebook.planning.Planning;
import org.duebook.planning.PublishedPlanProof;
import org.duebook.plant.Plant;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.ReleaseRules;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.testing.BusyPlant;
import org.duebook.testing.TestClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One seller's day: random quotes on a busy plant, of which some are confirmed at once, some held first, some held and given
 * back. Every confirmation must bind the date that was quoted; now and then everybody else's promise and the whole plan are
 * looked at. Work is released on Mondays and Thursdays, and the plant varies, so that dates carry what their chance needs.
 */
final class QuoteStream {
    private static final Actor SELLER = new Actor("seller");
    private static final int MOST_HELD = 20;

    private final BusyPlant busy;
    private final Promising promising;
    private final Planning planning;
    private final Production production;
    private final PublishedPlanProof proof;
    private final LocalDate today;
    private final SplittableRandom random;
    private final Queue<Quote> held = new ArrayDeque<>();
    /** By line the latest end that its promise, or how late it was from the beginning, allows. */
    private final Map<OrderLineId, Instant> allowed = new HashMap<>();

    QuoteStream(BusyPlant busy, BeanFactory application, long seed) {
        this.busy = busy;
        this.promising = application.getBean(Promising.class);
        this.planning = application.getBean(Planning.class);
        this.production = application.getBean(Production.class);
        this.proof = new PublishedPlanProof(application);
        this.random = new SplittableRandom(seed);
        TestClock clock = application.getBean(TestClock.class);
        clock.set(TestClock.START);
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        PromisingTestConfiguration.freshPlant(
                application.getBean(JdbcClient.class),
                application.getBean(Customers.class),
                application.getBean(Catalog.class),
                application.getBean(Plant.class));
        PromisingTestConfiguration.VARIATION.set(ConfidenceTest.VARYING);
        PromisingTestConfiguration.RELEASES.set(new ReleaseRules(
                "paper-1", Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), Set.of(OrderFacts.Type.RUSH), List.of()));
        busy.put(
                application.getBean(Plant.class),
                application.getBean(Catalog.class),
                application.getBean(Inventory.class),
                application.getBean(Customers.class),
                today);
        planning.publish(PromisingTestConfiguration.emptySchedule(application.getBean(JdbcClient.class)), Actor.SYSTEM);
        List<OrderBefore> book = busy.orderBook(today).stream()
                .map(draft -> new OrderBefore(draft, OrderStatus.ACCEPTED, Map.of(), Map.of(), Map.of()))
                .toList();
        promising.enterCarriedOver(book, SELLER);
    }

    /**
     * @param quotes how many dates are asked for
     * @param confirmations how many of them are bound
     * @param between confirmations between two looks at the whole
     */
    void run(int quotes, int confirmations, int between) {
        look();
        int each = quotes / confirmations;
        for (int confirmed = 1; confirmed <= confirmations; confirmed++) {
            for (int i = 1; i < each; i++) {
                ask();
            }
            sell();
            if (confirmed % between == 0) {
                look();
            }
        }
        look();
    }

    private Quote ask() {
        OrderDraft draft = busy.asked(random, today);
        QuoteOutcome outcome = promising.quote(draft, SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        Quote quote = ((QuoteOutcome.Quoted) outcome).quote();
        assertThat(quote.date()).isAfterOrEqualTo(draft.lines().getFirst().requested());
        return quote;
    }

    private void sell() {
        int way = random.nextInt(4);
        if (way == 0 && held.size() < MOST_HELD) {
            held.add(hold(ask()));
        }
        if (way == 1 && !held.isEmpty()) {
            assertThat(promising.cancel(held.remove().id(), SELLER)).isInstanceOf(QuoteOutcome.Quoted.class);
        }
        confirm(way == 2 && !held.isEmpty() ? held.remove() : way == 3 ? hold(ask()) : ask());
    }

    private Quote hold(Quote quote) {
        QuoteOutcome outcome = promising.hold(quote.id(), SELLER);
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        Quote kept = ((QuoteOutcome.Quoted) outcome).quote();
        assertThat(kept.status()).isEqualTo(QuoteStatus.HELD);
        assertThat(kept.date()).isEqualTo(quote.date());
        return kept;
    }

    private void confirm(Quote quote) {
        ConfirmOutcome outcome = promising.confirm(quote.id(), SELLER);
        assertThat(outcome).as("confirmation of %s", quote).isInstanceOf(ConfirmOutcome.Confirmed.class);
        assertThat(((ConfirmOutcome.Confirmed) outcome).taken().promises())
                .allSatisfy(promise -> assertThat(promise.current()).isEqualTo(quote.date()));
    }

    private void look() {
        Map<OrderLineId, Instant> promised = new HashMap<>();
        for (ProductionOrder order : production.open()) {
            if (order.parent() == null) {
                promised.merge(order.orderLine(), order.due(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Map<OrderLineId, Instant> ends = planning.projectedEnds(promised.keySet());
        assertThat(ends).hasSameSizeAs(promised);
        ends.forEach((line, end) -> {
            Instant by = promised.get(line);
            boolean carriedOver = line.order().value().startsWith("SO-B");
            Instant limit = allowed.computeIfAbsent(line, key -> carriedOver && end.isAfter(by) ? end : by);
            assertThat(end).as("end of %s", line).isBeforeOrEqualTo(limit);
        });
        assertThat(proof.faults()).isEmpty();
    }
}
