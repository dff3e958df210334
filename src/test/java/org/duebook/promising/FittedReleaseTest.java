package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.coated;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.fromStock;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingSamples.release;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.ReleaseEnd;
import org.duebook.planning.ReleaseOutlook;
import org.duebook.planning.Supposition;
import org.duebook.production.Demand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;

class FittedReleaseTest {

    private static final Instant NOW = Instant.parse("2026-01-07T08:00:00Z");
    private static final DeliveryTime TIME = new DeliveryTime(ZoneOffset.UTC, day -> true, Duration.ofHours(6), 2);

    @Test
    void aRequestedDateThatIsFeasibleIsKept() {
        FittedRelease fitted = fit(endingAt("2026-01-12T10:00:00Z"), line(1, "A-1", 10, "2026-02-02"))
                .getFirst();

        assertThat(fitted.earliest()).isEqualTo("2026-01-14");
        assertThat(fitted.date()).isEqualTo("2026-02-02");
    }

    @Test
    void anEarlierDateThanRequestedIsNeverPromisedAndAnInfeasibleOneMovesToTheEarliest() {
        FittedRelease onTheDay = fit(endingAt("2026-01-12T10:00:00Z"), line(1, "A-1", 10, "2026-01-14"))
                .getFirst();
        FittedRelease dayBefore = fit(endingAt("2026-01-12T10:00:00Z"), line(1, "A-1", 10, "2026-01-13"))
                .getFirst();

        assertThat(onTheDay.date()).isEqualTo("2026-01-14");
        assertThat(dayBefore.date()).isEqualTo("2026-01-14");
    }

    @Test
    void whatStockCoversIsReadyNowWhateverDayWasAskedFor() {
        FittedRelease fitted = fit(PromisingSamples::fromStock, line(1, "A-1", 10, "2026-03-02"))
                .getFirst();

        assertThat(fitted.productionEnd()).isEqualTo(NOW);
        assertThat(fitted.earliest()).isEqualTo("2026-01-09");
        assertThat(fitted.date()).isEqualTo("2026-03-02");
    }

    @Test
    void thePlanIsAskedForTheEarliestDayFirstEachWithItsLatestUsefulEnd() {
        List<Demand> asked = new ArrayList<>();
        Function<Demand, Placement> remembering = demand -> {
            asked.add(demand);
            return fromStock(demand);
        };

        fit(
                remembering,
                line(1, "A-1", 10, "2026-03-02"),
                line(2, "B-1", 30, "2026-02-02", release("2026-03-09", 10), release("2026-02-02", 20)));

        assertThat(asked)
                .extracting(demand -> demand.orderLine().line(), Demand::release)
                .containsExactly(Tuple.tuple(2, 2), Tuple.tuple(1, 1), Tuple.tuple(2, 1));
        assertThat(asked.getFirst().requestedEnd()).isEqualTo(Instant.parse("2026-01-31T17:59:00Z"));
    }

    private static Function<Demand, Placement> endingAt(String end) {
        return demand -> coated(demand, Instant.parse(end));
    }

    private static List<FittedRelease> fit(Function<Demand, Placement> plan, OrderDraft.Line... lines) {
        OrderDraft draft = draft("C-1", DeliveryTerm.DELIVERED, lines);
        return FittedRelease.fit(
                new AskedPlan(plan),
                new OrderNumber("Q1"),
                OwedRelease.of(draft),
                TIME,
                Confidence.ofPercent(90),
                draft.priority(),
                NOW);
    }

    private record AskedPlan(Function<Demand, Placement> answer) implements PlanSnapshot {

        @Override
        public long sequence() {
            return 1;
        }

        @Override
        public Function<ItemNumber, Quantity> freeStock() {
            return item -> Quantity.zero(Unit.PIECES);
        }

        @Override
        public List<Placement> place(List<Demand> demands) {
            return demands.stream().map(answer).toList();
        }

        @Override
        public List<Placement> place(List<Demand> demands, double confidence) {
            return place(demands);
        }

        @Override
        public List<ReleaseOutlook> outlooks(Collection<OrderLineId> lines) {
            return List.of();
        }

        @Override
        public List<Placement> held(String quote) {
            return List.of();
        }

        @Override
        public PlanSnapshot supposing(Supposition supposed) {
            return this;
        }

        @Override
        public List<TimeWindow> closed(MachineCode machine, TimeWindow in, Duration hours) {
            return List.of();
        }

        @Override
        public Set<OrderLineId> lowerOn(MachineCode machine, int priority) {
            return Set.of();
        }

        @Override
        public Set<OrderLineId> lines() {
            return Set.of();
        }

        @Override
        public List<MaterialPeg> pegs(Set<ProductionOrderNumber> orders) {
            return List.of();
        }

        @Override
        public List<ReleaseEnd> ends(Collection<OrderLineId> lines) {
            return List.of();
        }

        @Override
        public List<ReleaseEnd> ends(Collection<OrderLineId> lines, List<Demand> placed, double confidence) {
            return List.of();
        }
    }
}
