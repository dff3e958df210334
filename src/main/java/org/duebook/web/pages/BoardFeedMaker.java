package org.duebook.web.pages;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.duebook.orders.OrderLine;
import org.duebook.planning.Binding;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.PlanBoard;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Downtime;
import org.duebook.plant.Machine;
import org.duebook.plant.Overtime;
import org.duebook.plant.WorkCentre;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Quote;
import org.duebook.promising.QuotedLine;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/** Writes a plan down as a {@link BoardFeed}. Machines first, then orders and quotes, then operations, then item names. */
final class BoardFeedMaker {

    private final PlanBoard board;
    private final ZoneId zone;
    private final Wording say;
    private final Instant origin;
    private final Instant end;

    private final List<BoardFeed.Centre> centres = new ArrayList<>();
    private final Map<WorkCentreCode, Integer> centreIndex = new HashMap<>();
    private final List<BoardFeed.Row> rows = new ArrayList<>();
    private final Map<MachineCode, Integer> machineRow = new HashMap<>();
    private final Map<ScheduledOperation, Integer> vendorRow = new HashMap<>();
    private final List<BoardFeed.Unusual> closed = new ArrayList<>();
    private final List<BoardFeed.Unusual> overtime = new ArrayList<>();
    private final Numbered<List<TimeWindow>> hours = new Numbered<>();
    private final Numbered<String> customers = new Numbered<>();
    private final Numbered<ItemNumber> items = new Numbered<>();
    private final Numbered<String> names = new Numbered<>();
    private final Numbered<String> states = new Numbered<>();
    private final List<BoardFeed.Line> lines = new ArrayList<>();
    private final Map<String, Integer> lineIndex = new HashMap<>();
    private final List<BoardFeed.Production> productions = new ArrayList<>();
    private final Map<ProductionOrderNumber, Integer> productionIndex = new HashMap<>();
    private final List<BoardFeed.Operation> operations = new ArrayList<>();
    private final List<BoardFeed.Unplaced> unplaced = new ArrayList<>();
    private final BoardLoad load;
    private Map<ItemNumber, String> itemNames = Map.of();

    BoardFeedMaker(PlanBoard board, ZoneId zone) {
        this.board = board;
        this.zone = zone;
        this.say = new Wording(zone);
        Instant first = everything(board).stream()
                .map(operation -> operation.placed().setupStart())
                .min(Comparator.naturalOrder())
                .filter(begin -> begin.isBefore(board.now()))
                .orElse(board.now());
        Instant last = everything(board).stream()
                .map(operation -> operation.placed().end())
                .max(Comparator.naturalOrder())
                .filter(stop -> stop.isAfter(board.now()))
                .orElse(board.now());
        this.origin = first.truncatedTo(ChronoUnit.HOURS);
        this.end = last.plus(14, ChronoUnit.DAYS);
        this.load = new BoardLoad(LocalDate.ofInstant(first, zone), LocalDate.ofInstant(last, zone), zone);
    }

    private static List<ScheduledOperation> everything(PlanBoard board) {
        List<ScheduledOperation> all = new ArrayList<>(board.schedule().operations());
        board.held().forEach(held -> all.add(held.operation()));
        return all;
    }

    void addMachines(List<WorkCentre> workCentres, List<Machine> machines) {
        for (WorkCentre centre : workCentres) {
            centreIndex.put(centre.code(), centres.size());
            centres.add(new BoardFeed.Centre(centre.code().value(), centre.name()));
        }
        List<ScheduledOperation> all = everything(board);
        Map<MachineCode, List<PlacedOperation>> byMachine = all.stream()
                .map(ScheduledOperation::placed)
                .filter(placed -> placed.machine() != null)
                .collect(groupingBy(PlacedOperation::machine));
        for (Machine machine : machines.stream()
                .sorted(Comparator.comparing(Machine::workCentre).thenComparing(Machine::code))
                .toList()) {
            List<TimeWindow> working = board.working().getOrDefault(machine.code(), List.of()).stream()
                    .filter(window -> window.from().isBefore(end))
                    .toList();
            load.add(machine.workCentre(), working, byMachine.getOrDefault(machine.code(), List.of()));
            machineRow.put(machine.code(), rows.size());
            rows.add(new BoardFeed.Row(
                    machine.code().value(),
                    machine.name(),
                    centre(machine.workCentre()),
                    hours.of(working),
                    states.of(machine.setupState())));
        }
        addVendors(all);
    }

    /** What differs from the machines' calendars. */
    void addUnusual(List<Downtime> downtimes, List<Overtime> overtimes) {
        downtimes.forEach(down -> add(closed, down.machine(), down.window(), down.reason()));
        overtimes.forEach(over -> add(overtime, over.machine(), over.window(), over.reason()));
    }

    private void add(List<BoardFeed.Unusual> to, MachineCode machine, TimeWindow window, String reason) {
        Integer row = machineRow.get(machine);
        if (row != null && window.to().isAfter(origin)) {
            to.add(new BoardFeed.Unusual(row, minute(window.from()), minute(window.to()), reason));
        }
    }

    private void addVendors(List<ScheduledOperation> all) {
        VendorLanes.of(all).forEach((centre, lanes) -> {
            for (int lane = 0; lane < lanes.size(); lane++) {
                for (ScheduledOperation operation : lanes.get(lane)) {
                    vendorRow.put(operation, rows.size());
                }
                String number = lane == 0 ? "" : " " + (lane + 1);
                rows.add(new BoardFeed.Row(
                        centre.value() + number, lane == 0 ? "vendors" : "", centre(centre), -1, states.of("")));
            }
        });
    }

    private int centre(WorkCentreCode code) {
        return centreIndex.computeIfAbsent(code, missing -> {
            centres.add(new BoardFeed.Centre(missing.value(), ""));
            return centres.size() - 1;
        });
    }

    void addLine(OrderLine line, String customer, @Nullable PromiseView promise, @Nullable LocalDate projected) {
        PlanBoard.Due due = board.dues().get(line.id());
        put(new BoardFeed.Line(
                line.id().toString(),
                line.id().order().value(),
                customers.of(customer),
                items.of(line.item()),
                say.quantity(line.quantity()),
                promise == null ? null : promise.current(),
                line.requested(),
                projected,
                due == null ? 0 : minute(due.due()),
                due == null ? 0 : minute(due.end()),
                null));
    }

    void addQuote(Quote quote, Instant expires, String customer) {
        for (QuotedLine line : quote.lines()) {
            put(new BoardFeed.Line(
                    quote.id() + "/" + line.line(),
                    quote.id().toString(),
                    customers.of(customer),
                    items.of(line.item()),
                    say.quantity(line.quantity()),
                    line.date(),
                    line.requested(),
                    null,
                    0,
                    minute(line.productionEnd()),
                    minute(expires)));
        }
    }

    private int put(BoardFeed.Line line) {
        lineIndex.put(line.name(), lines.size());
        lines.add(line);
        return lines.size() - 1;
    }

    void addOperations() {
        Set<OrderLineId> late = new HashSet<>();
        board.dues().forEach((line, due) -> {
            if (due.isLate()) {
                late.add(line);
            }
        });
        for (ScheduledOperation operation : board.schedule().operations()) {
            add(operation, operation.orderLine().toString(), late.contains(operation.orderLine()) ? BoardFeed.LATE : 0);
        }
        for (PlanBoard.HeldOperation held : board.held()) {
            add(
                    held.operation(),
                    held.quote() + "/" + held.operation().orderLine().line(),
                    BoardFeed.HELD);
        }
        board.unplaced().forEach(this::addUnplaced);
    }

    private void add(ScheduledOperation operation, String line, int flags) {
        PlacedOperation placed = operation.placed();
        Binding wait = board.waits().get(placed.operation());
        MachineCode machine = placed.machine();
        operations.add(new BoardFeed.Operation(
                production(placed.operation().productionOrder(), line(line), operation.item(), operation.quantity()),
                placed.operation().sequence(),
                names.of(operation.name()),
                machine == null ? vendorRow.getOrDefault(operation, 0) : machineRow.getOrDefault(machine, 0),
                minute(placed.setupStart()),
                minute(placed.start()),
                minute(placed.end()),
                states.of(placed.setupState()),
                flags + (operation.frozen() ? BoardFeed.FROZEN : 0),
                kind(wait),
                waitedFor(wait),
                waitedUntil(wait)));
    }

    private void addUnplaced(ProductionOrder order) {
        for (Operation operation : order.operations()) {
            if (operation.status() != OperationStatus.FINISHED) {
                unplaced.add(new BoardFeed.Unplaced(
                        production(order.number(), line(order.orderLine().toString()), order.item(), order.quantity()),
                        operation.id().sequence(),
                        names.of(operation.name()),
                        centre(operation.workCentre()),
                        minute(order.due())));
            }
        }
    }

    /** A line whose order is not open any more has no more than its name. */
    private int line(String name) {
        Integer known = lineIndex.get(name);
        return known != null
                ? known
                : put(new BoardFeed.Line(
                        name, name.substring(0, name.lastIndexOf('/')), -1, -1, "", null, null, null, 0, 0, null));
    }

    private int production(ProductionOrderNumber number, int line, ItemNumber item, Quantity quantity) {
        return productionIndex.computeIfAbsent(number, first -> {
            productions.add(new BoardFeed.Production(number.value(), line, items.of(item), say.quantity(quantity)));
            return productions.size() - 1;
        });
    }

    private static String kind(@Nullable Binding wait) {
        return switch (wait) {
            case null -> "";
            case Binding.MachineBusy busy -> "M";
            case Binding.WaitsForPredecessor predecessor -> "P";
            case Binding.CalendarClosed shut -> "C";
            case Binding.WaitsForMaterial material -> "W";
            case Binding.NotReleased unreleased -> "R";
            case Binding.Nothing nothing -> "";
        };
    }

    private static String waitedFor(@Nullable Binding wait) {
        return switch (wait) {
            case null -> "";
            case Binding.MachineBusy busy -> busy.machine().value();
            case Binding.WaitsForPredecessor waits -> waits.predecessor().toString();
            case Binding.CalendarClosed shut -> shut.machine().value();
            case Binding.WaitsForMaterial material -> material.component().value();
            case Binding.NotReleased unreleased -> "";
            case Binding.Nothing nothing -> "";
        };
    }

    private int waitedUntil(@Nullable Binding wait) {
        return switch (wait) {
            case null -> 0;
            case Binding.MachineBusy busy -> minute(busy.until());
            case Binding.WaitsForPredecessor waits -> minute(waits.until());
            case Binding.CalendarClosed shut -> minute(shut.until());
            case Binding.WaitsForMaterial material -> minute(material.available());
            case Binding.NotReleased unreleased -> minute(unreleased.until());
            case Binding.Nothing nothing -> 0;
        };
    }

    /** Every item met so far. */
    List<ItemNumber> items() {
        return items.values();
    }

    void addItemNames(Map<ItemNumber, String> found) {
        itemNames = Map.copyOf(found);
    }

    BoardFeed feed() {
        long base = Math.floorDiv(origin.getEpochSecond(), 60);
        return new BoardFeed(
                board.schedule().id(),
                board.sequence(),
                origin,
                minute(board.now()),
                minute(board.schedule().frozenUntil()),
                offsets(),
                centres,
                rows,
                hours.values().stream().map(this::flat).toList(),
                closed,
                overtime,
                customers.values(),
                items.values().stream()
                        .map(item -> new BoardFeed.Item(item.value(), itemNames.getOrDefault(item, "")))
                        .toList(),
                names.values(),
                states.values(),
                lines,
                productions,
                operations,
                unplaced,
                Arrays.stream(load.days()).mapToInt(day -> (int) (day - base)).toArray(),
                load.centres().entrySet().stream()
                        .map(each -> new BoardFeed.CentreLoad(
                                centre(each.getKey()),
                                each.getValue().capacity(),
                                each.getValue().running(),
                                each.getValue().changeover()))
                        .toList());
    }

    private int[] flat(List<TimeWindow> windows) {
        return windows.stream()
                .flatMap(window -> Stream.of(minute(window.from()), minute(window.to())))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A year before and two after, as far as anybody scrolls. */
    private List<int[]> offsets() {
        List<int[]> offsets = new ArrayList<>();
        Instant at = origin.minus(400, ChronoUnit.DAYS);
        Instant far = end.plus(800, ChronoUnit.DAYS);
        while (at != null && at.isBefore(far)) {
            offsets.add(new int[] {minute(at), zone.getRules().getOffset(at).getTotalSeconds() / 60});
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            at = next == null ? null : next.getInstant();
        }
        return offsets;
    }

    private int minute(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond() - origin.getEpochSecond(), 60L);
    }
}
