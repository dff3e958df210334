package org.duebook.balancesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.balancesheet.Book.TODAY;
import static org.duebook.production.OperationStatus.FINISHED;
import static org.duebook.production.OperationStatus.PLANNED;
import static org.duebook.production.OperationStatus.STARTED;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceSheetTest {

    private final Book book = new Book();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void balanceIsOrderedLessDeliveredWhateverWasDelivered(long seed) {
        Random random = new Random(seed);
        Unit kilograms = new Unit("kg");
        for (int number = 0; number < 200; number++) {
            Quantity ordered = Quantity.of(BigDecimal.valueOf(random.nextInt(1, 1_000_000), 3), kilograms);
            OrderLineId line = book.order("SO-" + number, OrderStatus.PARTLY_DELIVERED, TODAY, ordered);
            Quantity owed = ordered;
            for (int part = random.nextInt(4); part > 0 && !owed.isZero(); part--) {
                Quantity some = owed.times(BigDecimal.valueOf(random.nextInt(0, 1001), 3));
                book.delivered(line, TODAY, some);
                owed = owed.minus(some);
            }
        }

        List<OrderBalance> rows = book.sheet().rows(all());

        assertThat(rows).hasSize(200).allSatisfy(row -> {
            Quantity parts = row.deliveries().stream()
                    .map(OrderBalance.Part::quantity)
                    .reduce(Quantity.zero(kilograms), Quantity::plus);
            assertThat(row.delivered()).isEqualTo(parts);
            assertThat(row.balance()).isEqualTo(row.ordered().minus(parts));
        });
    }

    @Test
    void rejectedAndCancelledOrdersAreNeverOnTheSheet() {
        book.order("SO-1", OrderStatus.REJECTED, TODAY);
        book.order("SO-2", OrderStatus.CANCELLED, TODAY);

        assertThat(book.sheet().rows(all())).isEmpty();
        assertThat(book.sheet().rows(BalanceFilter.PENDING)).isEmpty();
    }

    @Test
    void deliveredLinesComeOnDemandOnly() {
        OrderLineId line = book.order("SO-1", OrderStatus.DELIVERED, TODAY);
        book.delivered(line, TODAY, 100);

        assertThat(book.sheet().rows(BalanceFilter.PENDING)).isEmpty();
        assertThat(book.sheet().rows(all())).singleElement().satisfies(row -> {
            assertThat(row.stage()).isEqualTo("Delivered");
            assertThat(row.projected()).isNull();
        });
    }

    @Test
    void completeLineOfPartlyDeliveredOrderIsNotPending() {
        OrderLineId line = book.order("SO-1", OrderStatus.PARTLY_DELIVERED, TODAY);
        book.delivered(line, TODAY, 100);

        assertThat(book.sheet().rows(BalanceFilter.PENDING)).isEmpty();
    }

    @Test
    void heldOrderSaysWhatIsMissing() {
        OrderLineId line = book.order("SO-1", OrderStatus.HELD, TODAY.plusDays(3));
        book.held(line, OrderHold.Kind.DEPOSIT, "", "30.00").held(line, OrderHold.Kind.APPROVAL, "SALES_MANAGER", null);

        OrderBalance row = onlyRow();

        assertThat(row.isHeld()).isTrue();
        assertThat(row.stage()).isEqualTo("Held: deposit 30 % missing, approval of sales manager missing");
        assertThat(row.approvals()).isEqualTo("Sales manager: asked");
        assertThat(row.projected()).isNull();
    }

    @Test
    void lineWithNothingStartedIsPlanned() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.inProduction(line, TODAY, PLANNED, PLANNED);

        assertThat(onlyRow().stage()).isEqualTo("Planned");
    }

    @Test
    void startedLineIsAtItsOperation() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.inProduction(line, TODAY, FINISHED, STARTED, PLANNED);

        assertThat(onlyRow().stage()).isEqualTo("Coating (WC-COAT) 2 of 3");
    }

    @Test
    void lineBetweenOperationsWaitsForTheNext() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.inProduction(line, TODAY, FINISHED, FINISHED, PLANNED);

        assertThat(onlyRow().stage()).isEqualTo("Waiting for Turning (WC-TURN) 3 of 3");
    }

    @Test
    void madeLineIsThereWhenItLeavesToday() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY.minusDays(2));
        book.inProduction(line, null, FINISHED, FINISHED);

        OrderBalance row = onlyRow();

        assertThat(row.stage()).isEqualTo("Made, not delivered");
        assertThat(row.projected()).isEqualTo(TODAY);
        assertThat(row.daysLate()).isEqualTo(2);
    }

    @Test
    void partlyDeliveredLineSaysWhereTheRestIs() {
        OrderLineId line = book.order("SO-1", OrderStatus.PARTLY_DELIVERED, TODAY);
        book.delivered(line, TODAY, 40).inProduction(line, TODAY, STARTED, PLANNED);

        OrderBalance row = onlyRow();

        assertThat(row.stage()).isEqualTo("Partly delivered, rest: Turning (WC-TURN) 1 of 2");
        assertThat(row.balance()).isEqualTo(Quantity.of(60, Unit.PIECES));
    }

    @Test
    void lateLineCostsAPenaltyOnWhatIsStillOwed() {
        OrderLineId line = book.order("SO-1", OrderStatus.PARTLY_DELIVERED, TODAY);
        book.promised(line, TODAY.plusDays(3))
                .delivered(line, TODAY, 40)
                .inProduction(line, TODAY.plusDays(5), STARTED);

        OrderBalance row = onlyRow();

        assertThat(row.daysLate()).isEqualTo(2);
        assertThat(row.penalty()).isEqualTo(Money.of("12.00", "EUR"));
        assertThat(row.penaltyReason()).isEqualTo("2 days × 1 % by LP-010: contract A");
    }

    @Test
    void lineThatEndsOnItsPromisedDayCostsNothing() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.promised(line, TODAY.plusDays(5)).inProduction(line, TODAY.plusDays(5), STARTED);

        OrderBalance row = onlyRow();

        assertThat(row.daysLate()).isZero();
        assertThat(row.penalty()).isNull();
        assertThat(row.penaltyReason()).isEmpty();
    }

    @Test
    void unpromisedLateLineHasNoPenalty() {
        OrderLineId line = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.inProduction(line, TODAY.plusDays(1), STARTED);

        OrderBalance row = onlyRow();

        assertThat(row.daysLate()).isEqualTo(1);
        assertThat(row.penalty()).isNull();
    }

    @Test
    void rowsComeByDueDayThenOrder() {
        book.order("SO-3", OrderStatus.ACCEPTED, TODAY);
        book.order("SO-1", OrderStatus.ACCEPTED, TODAY.plusDays(1));
        book.order("SO-2", OrderStatus.ACCEPTED, TODAY);
        book.promised(book.order("SO-4", OrderStatus.ACCEPTED, TODAY.plusDays(9)), TODAY.minusDays(1));

        assertThat(book.sheet().rows(BalanceFilter.PENDING))
                .extracting(row -> row.line().order().value())
                .containsExactly("SO-4", "SO-2", "SO-3", "SO-1");
    }

    @Test
    void filtersLeaveOnlyWhatFits() {
        OrderLineId late = book.order("SO-1", OrderStatus.ACCEPTED, TODAY);
        book.inProduction(late, TODAY.plusDays(4), STARTED);
        OrderLineId inTime = book.order("SO-2", OrderStatus.ACCEPTED, TODAY.plusDays(7));
        book.inProduction(inTime, TODAY.plusDays(4), PLANNED);

        assertThat(orders(new BalanceFilter(null, null, null, null, null, true, false, null)))
                .containsExactly("SO-1");
        assertThat(orders(new BalanceFilter(null, null, null, null, null, false, false, null)))
                .containsExactly("SO-2");
        assertThat(orders(new BalanceFilter(null, null, TODAY.plusDays(1), null, null, null, false, null)))
                .containsExactly("SO-2");
        assertThat(orders(new BalanceFilter(null, null, null, TODAY.plusDays(6), null, null, false, null)))
                .containsExactly("SO-1");
        assertThat(orders(new BalanceFilter(null, null, null, null, "tURNing", null, false, null)))
                .containsExactly("SO-1");
        assertThat(orders(new BalanceFilter(Book.CUSTOMER, Book.BUSH, null, null, null, null, false, null)))
                .containsExactly("SO-1", "SO-2");
    }

    @Test
    void sheetOfManyLinesTakesNoMoreReadsThanOfOne() {
        book.order("SO-0", OrderStatus.ACCEPTED, TODAY);
        book.sheet().rows(BalanceFilter.PENDING);
        int readsForOne = book.reads();
        for (int number = 1; number < 900; number++) {
            book.order("SO-" + number, OrderStatus.ACCEPTED, TODAY);
        }

        book.sheet().rows(BalanceFilter.PENDING);

        assertThat(book.reads() - readsForOne).isEqualTo(readsForOne);
    }

    @Test
    void orderPageFindsLinesOfRejectedOrdersToo() {
        book.order("SO-1", OrderStatus.REJECTED, TODAY.minusDays(30));

        List<OrderBalance> rows = book.sheet().ofOrder(new OrderNumber("SO-1"));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.stage()).isEqualTo("Rejected");
            assertThat(row.daysLate()).isZero();
        });
        assertThat(book.sheet().ofOrder(new OrderNumber("SO-404"))).isEmpty();
    }

    private OrderBalance onlyRow() {
        List<OrderBalance> rows = book.sheet().rows(BalanceFilter.PENDING);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<String> orders(BalanceFilter filter) {
        return book.sheet().rows(filter).stream()
                .map(row -> row.line().order().value())
                .toList();
    }

    private static BalanceFilter all() {
        return new BalanceFilter(null, null, null, null, null, null, true, null);
    }
}
