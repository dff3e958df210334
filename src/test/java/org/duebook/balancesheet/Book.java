package org.duebook.balancesheet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.Channel;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.LineDay;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHead;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;
import org.duebook.orders.Orders;
import org.duebook.orders.Release;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.policy.Decision;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.Policies;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;

/**
 * A plant's book told in the trade's words, with a balance sheet over it. The facades of the other modules answer from it;
 * a penalty is 1 % of the late amount for each day, and goods are there on the day production ends.
 */
final class Book {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 7);
    static final ItemNumber BUSH = new ItemNumber("BUSH-25");
    static final CustomerNumber CUSTOMER = new CustomerNumber("C-1001");

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Map<OrderNumber, CustomerOrder> orders = new HashMap<>();
    private final Map<OrderNumber, List<OrderHold>> holds = new HashMap<>();
    private final Map<OrderLineId, List<Delivery>> deliveries = new HashMap<>();
    private final Map<OrderLineId, LocalDate> promises = new HashMap<>();
    private final Map<OrderLineId, List<ProductionOrder>> made = new HashMap<>();
    private final Map<OrderLineId, Instant> ends = new HashMap<>();
    private int reads;

    /** An order of one line of 100 bushes at 10 EUR, requested for a day. */
    OrderLineId order(String number, OrderStatus status, LocalDate requested) {
        return order(number, status, requested, Quantity.of(100, Unit.PIECES));
    }

    OrderLineId order(String number, OrderStatus status, LocalDate requested, Quantity quantity) {
        OrderLineId line = new OrderLineId(new OrderNumber(number), 1);
        OrderLine ordered = new OrderLine(
                line,
                BUSH,
                "Bush",
                "Turned bush, coated",
                new Specification("TS-1", "Ø25 × 140 mm", "h6", "C45", "zinc", "ISO 9001", "", "", "", "pumps"),
                quantity,
                Money.of("10.00", "EUR"),
                requested,
                List.of(new Release(requested, quantity)),
                true);
        orders.put(line.order(), customerOrder(line.order(), status, ordered));
        return line;
    }

    private static CustomerOrder customerOrder(OrderNumber number, OrderStatus status, OrderLine line) {
        return new CustomerOrder(
                number,
                CUSTOMER,
                "MAIN",
                OrderType.STANDARD,
                Channel.EMAIL,
                5,
                TODAY.minusDays(10),
                "",
                "",
                "",
                DeliveryTerm.DELIVERED,
                EUR,
                null,
                BigDecimal.ZERO,
                status,
                TestClock.START,
                1,
                List.of(line));
    }

    Book promised(OrderLineId line, LocalDate day) {
        promises.put(line, day);
        return this;
    }

    Book delivered(OrderLineId line, LocalDate day, long pieces) {
        return delivered(line, day, Quantity.of(pieces, Unit.PIECES));
    }

    Book delivered(OrderLineId line, LocalDate day, Quantity quantity) {
        deliveries
                .computeIfAbsent(line, none -> new ArrayList<>())
                .add(new Delivery("DN-1", line, day, quantity, "", Actor.SYSTEM, TestClock.START));
        return this;
    }

    Book held(OrderLineId line, OrderHold.Kind kind, String approver, @Nullable String depositPercent) {
        holds.computeIfAbsent(line.order(), none -> new ArrayList<>())
                .add(new OrderHold(
                        1,
                        kind,
                        approver,
                        null,
                        depositPercent == null ? null : new BigDecimal(depositPercent),
                        "DP-010",
                        "because",
                        TestClock.START,
                        TestClock.START,
                        null));
        return this;
    }

    /** The line's production order with operations in these states, ending by the plan on a day. */
    Book inProduction(OrderLineId line, @Nullable LocalDate end, OperationStatus... states) {
        if (end != null) {
            ends.put(line, end.atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant());
        }
        made.computeIfAbsent(line, none -> new ArrayList<>()).add(productionOrder(line, states));
        return this;
    }

    private static ProductionOrder productionOrder(OrderLineId line, OperationStatus... states) {
        ProductionOrderNumber number = new ProductionOrderNumber("PO-" + line.order());
        List<Operation> operations = new ArrayList<>();
        boolean finished = true;
        for (int index = 0; index < states.length; index++) {
            finished &= states[index] == OperationStatus.FINISHED;
            operations.add(new Operation(
                    new OperationId(number, 10 * (index + 1)),
                    index % 2 == 0 ? "Turning" : "Coating",
                    new WorkCentreCode(index % 2 == 0 ? "WC-TURN" : "WC-COAT"),
                    "",
                    List.of(),
                    null,
                    Duration.ZERO,
                    states[index],
                    Quantity.zero(Unit.PIECES),
                    Quantity.zero(Unit.PIECES),
                    null,
                    null,
                    states[index] == OperationStatus.FINISHED ? TestClock.START : null));
        }
        return new ProductionOrder(
                number,
                BUSH,
                Quantity.of(100, Unit.PIECES),
                line,
                1,
                null,
                0,
                finished ? ProductionOrder.Status.FINISHED : ProductionOrder.Status.STARTED,
                null,
                Duration.ZERO,
                TestClock.START,
                5,
                null,
                operations,
                List.of(),
                null);
    }

    /** How many questions the sheet asked of other modules. */
    int reads() {
        return reads;
    }

    BalanceSheet sheet() {
        TestClock clock = new TestClock();
        Plant plant = mock(Plant.class);
        when(plant.profile()).thenReturn(new PlantProfile("Alder", ZoneId.of("UTC"), EUR));
        Orders ordersDoor = mock(Orders.class, call -> {
            reads++;
            return switch (call.getMethod().getName()) {
                case "lineDays" -> lineDays(call.getArgument(0), call.getArgument(1));
                case "heads" -> heads(call.getArgument(0));
                case "findLines" -> lines(call.getArgument(0));
                case "holdsOf" -> Map.copyOf(holds);
                case "find" -> Optional.ofNullable(orders.get(call.<OrderNumber>getArgument(0)));
                default -> throw new AssertionError("not expected: " + call.getMethod());
            };
        });
        LinesSoFar lines = new LinesSoFar(
                customers(), ordersDoor, production(), planning(), promising(), fulfilment(), policies(), clock);
        return new BalanceSheet(ordersDoor, promising(), plant, lines, clock);
    }

    private List<LineDay> lineDays(OrderFilter filter, @Nullable ItemNumber item) {
        return orders.values().stream()
                .filter(order -> filter.statuses().contains(order.status()))
                .filter(order -> filter.customer() == null || filter.customer().equals(order.customer()))
                .flatMap(order -> order.lines().stream())
                .filter(line -> item == null || item.equals(line.item()))
                .map(line -> new LineDay(line.id(), line.requested()))
                .toList();
    }

    private Map<OrderNumber, OrderHead> heads(Collection<OrderNumber> numbers) {
        Map<OrderNumber, OrderHead> heads = new HashMap<>();
        numbers.forEach(number ->
                Optional.ofNullable(orders.get(number)).ifPresent(order -> heads.put(number, OrderHead.of(order))));
        return heads;
    }

    private List<OrderLine> lines(Collection<OrderLineId> ids) {
        return orders.values().stream()
                .flatMap(order -> order.lines().stream())
                .filter(line -> ids.contains(line.id()))
                .toList();
    }

    private Customers customers() {
        Customer customer = new Customer(
                CUSTOMER, "Nordic Pumps", "SE", CustomerStatus.ACTIVE, "A", Money.of("1000", "EUR"), 30, "", List.of());
        Customers door = mock(Customers.class);
        when(door.findAll(any())).thenReturn(Map.of(CUSTOMER, customer));
        return door;
    }

    private Production production() {
        Production door = mock(Production.class);
        when(door.ofLines(any())).thenAnswer(call -> counted(made));
        return door;
    }

    private Planning planning() {
        Planning door = mock(Planning.class);
        when(door.projectedEnds(any())).thenAnswer(call -> {
            Collection<OrderLineId> asked = call.getArgument(0);
            Map<OrderLineId, Instant> known = new HashMap<>(ends);
            known.keySet().retainAll(asked);
            return counted(known);
        });
        return door;
    }

    private Promising promising() {
        Promising door = mock(Promising.class);
        when(door.promisedDays(any(), any())).thenAnswer(call -> counted(promises));
        when(door.deliveryDays(any())).thenAnswer(call -> {
            Map<OrderLineId, LocalDate> days = new HashMap<>();
            call.<Map<OrderLineId, Instant>>getArgument(0)
                    .forEach((line, end) -> days.put(line, LocalDate.ofInstant(end, ZoneId.of("UTC"))));
            return counted(days);
        });
        return door;
    }

    private Fulfilment fulfilment() {
        Fulfilment door = mock(Fulfilment.class);
        when(door.deliveries(any())).thenAnswer(call -> counted(deliveries));
        return door;
    }

    private static Policies policies() {
        Policies door = mock(Policies.class);
        when(door.penalty(any())).thenAnswer(call -> {
            PenaltyFacts facts = call.getArgument(0);
            Decision because = new Decision(
                    "late-penalties",
                    "LP-010",
                    "tables/late-penalties.csv",
                    2,
                    Decision.Outcome.WARN,
                    "",
                    "",
                    "",
                    "contract A",
                    List.of());
            return new PenaltyVerdict.Owed(
                    "v1",
                    facts.lineAmount().percent(BigDecimal.valueOf(facts.daysLate())),
                    facts.daysLate(),
                    facts.daysLate(),
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    false,
                    because);
        });
        return door;
    }

    private <T> T counted(T answer) {
        reads++;
        return answer;
    }
}
