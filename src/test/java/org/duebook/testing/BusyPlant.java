package org.duebook.testing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.plant.Changeover;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * A plant of any size to ask for promise dates: 100 machines in 20 work centres, ten of them in two shifts from Monday to
 * Friday and ten in three until Saturday; changeovers in families, where staying in the family is cheap; 200 items of five
 * steps, half of the steps on chosen machines at their own speed, every second item with bought components that are in
 * stock, on their way or to be ordered. Orders are due over the time their work takes. It is the same plant each time.
 */
public final class BusyPlant {

    public static final int STEPS = 5;
    public static final int LINES_PER_ORDER = 20;
    private static final int CENTRES = 20;
    private static final int MACHINES_PER_CENTRE = 5;
    private static final int FAMILIES = 4;
    private static final int TOOLS = 3;
    private static final int ITEMS = 200;
    private static final int COMPONENTS = 60;
    private static final int CUSTOMERS = 40;
    private static final int PIECES_PER_LINE = 25;

    private static final Currency EUR = Currency.getInstance("EUR");

    private final int orders;

    /** @param operations open ones, a multiple of 100 */
    public BusyPlant(int operations) {
        this.orders = operations / STEPS / LINES_PER_ORDER;
    }

    public int operations() {
        return orders * LINES_PER_ORDER * STEPS;
    }

    public void put(Plant plant, Catalog catalog, Inventory inventory, Customers customers, LocalDate today) {
        plant.putProfile(new PlantProfile("Busy plant", ZoneId.of("Europe/Berlin"), EUR));
        plant.putCalendar(
                new WorkingCalendar("TWO-SHIFT", "Two shifts", shifts(DayOfWeek.FRIDAY, 6, 14), new TreeSet<>()));
        plant.putCalendar(new WorkingCalendar(
                "THREE-SHIFT", "Three shifts", shifts(DayOfWeek.SATURDAY, 6, 14, 22), new TreeSet<>()));
        for (int centre = 0; centre < CENTRES; centre++) {
            putCentre(centre, plant);
        }
        for (int component = 0; component < COMPONENTS; component++) {
            putComponent(component, catalog, inventory, today);
        }
        for (int item = 0; item < ITEMS; item++) {
            putItem(item, catalog);
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            customers.put(customer(customer));
        }
    }

    private static List<WorkingCalendar.Shift> shifts(DayOfWeek last, int... hours) {
        List<WorkingCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour : hours) {
                if (day.compareTo(last) <= 0) {
                    shifts.add(new WorkingCalendar.Shift(day, LocalTime.of(hour, 0), LocalTime.of((hour + 8) % 24, 0)));
                }
            }
        }
        return shifts;
    }

    private static void putCentre(int centre, Plant plant) {
        plant.putWorkCentre(new WorkCentre(centre(centre), "Work centre " + (centre + 1)));
        for (int machine = 0; machine < MACHINES_PER_CENTRE; machine++) {
            plant.putMachine(new Machine(
                    machine(centre, machine),
                    "Machine " + (machine + 1),
                    centre(centre),
                    centre % 2 == 0 ? "TWO-SHIFT" : "THREE-SHIFT",
                    state(machine % FAMILIES, 0)));
        }
        List<Changeover> matrix = new ArrayList<>();
        matrix.add(new Changeover(centre(centre), "*", "*", Duration.ofMinutes(40)));
        for (int family = 0; family < FAMILIES; family++) {
            for (int from = 0; from < TOOLS; from++) {
                for (int to = 0; to < TOOLS; to++) {
                    if (from != to) {
                        matrix.add(new Changeover(
                                centre(centre), state(family, from), state(family, to), Duration.ofMinutes(10)));
                    }
                }
            }
        }
        plant.putChangeovers(centre(centre), matrix);
    }

    /** In stock for a third of the work, on its way week by week for another; the rest is to be bought. */
    private void putComponent(int index, Catalog catalog, Inventory inventory, LocalDate today) {
        ItemNumber number = component(index);
        catalog.put(item(number, ItemType.COMPONENT, 5 + index % 16));
        int wanted = orders * LINES_PER_ORDER * PIECES_PER_LINE * 3 / 4 / COMPONENTS;
        inventory.putStock(number, Quantity.of(wanted / 3, Unit.PIECES));
        int weeks = 1 + days() / 7;
        for (int week = 0; week < weeks; week++) {
            inventory.putReceipt(new ScheduledReceipt(
                    "PO-" + index + "-" + week,
                    number,
                    Quantity.of(1 + wanted / 3 / weeks, Unit.PIECES),
                    today.plusDays(2 + index % 5 + 7L * week),
                    "V-1"));
        }
    }

    private static void putItem(int index, Catalog catalog) {
        SplittableRandom random = new SplittableRandom(index);
        ItemNumber number = number(index);
        catalog.put(item(number, ItemType.FINISHED, 0));
        int family = random.nextInt(FAMILIES);
        List<Integer> route = new ArrayList<>();
        while (route.size() < STEPS) {
            int centre = random.nextInt(CENTRES);
            if (!route.contains(centre)) {
                route.add(centre);
            }
        }
        List<RoutingStep> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int centre = route.get(step);
            steps.add(new RoutingStep(
                    10 * (step + 1),
                    "Step " + (step + 1),
                    centre(centre),
                    state(family, random.nextInt(TOOLS)),
                    Duration.ofMinutes(random.nextInt(2, 6)),
                    Duration.ofMinutes(15L * random.nextInt(3)),
                    Duration.ofMinutes(30L * random.nextInt(2)),
                    random.nextBoolean() ? List.of() : alternates(centre, random),
                    null));
        }
        catalog.putRouting(number, steps);
        if (index % 2 == 0) {
            List<BillLine> bill = new ArrayList<>();
            for (int line = 0; line < 1 + index / 2 % 2; line++) {
                bill.add(new BillLine(
                        number,
                        component((index / 2 + line * 7) % COMPONENTS),
                        Quantity.of(1, Unit.PIECES),
                        10 + 20 * line));
            }
            catalog.putBill(number, bill);
        }
    }

    private static List<RoutingStep.Alternate> alternates(int centre, SplittableRandom random) {
        int first = random.nextInt(MACHINES_PER_CENTRE);
        return IntStream.range(0, random.nextInt(2, 4))
                .mapToObj(i -> new RoutingStep.Alternate(
                        machine(centre, (first + i) % MACHINES_PER_CENTRE), 1 + random.nextInt(3) / 4.0))
                .toList();
    }

    private static Item item(ItemNumber number, ItemType type, int leadTimeDays) {
        return new Item(
                number,
                "Part " + number,
                "",
                type,
                Unit.PIECES,
                Money.of("10", "EUR"),
                Money.of("6", "EUR"),
                leadTimeDays,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(1, Unit.PIECES),
                Specification.NONE);
    }

    private static Customer customer(int index) {
        return new Customer(
                customerNumber(index),
                "Works " + index,
                "DE",
                CustomerStatus.ACTIVE,
                "A",
                Money.of("100000000", "EUR"),
                30,
                "purchasing@works.example",
                List.of(new ShipTo("MAIN", "Works", "Hafenstr. 1, 20457 Hamburg", "DE", index % 4)));
    }

    /** The open orders. */
    public List<OrderDraft> orderBook(LocalDate today) {
        List<OrderDraft> book = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            SplittableRandom random = new SplittableRandom(1_000_003L * (order + 1));
            List<OrderDraft.Line> lines = new ArrayList<>();
            for (int line = 1; line <= LINES_PER_ORDER; line++) {
                lines.add(line(line, today.plusDays(4 + random.nextInt(days())), random));
            }
            book.add(draft(new OrderNumber("SO-B" + (10_000 + order)), random, today, lines));
        }
        return book;
    }

    /** What somebody asks for, of one line; about half can have it when he wants it. */
    public OrderDraft asked(SplittableRandom random, LocalDate today) {
        return draft(
                null, random, today, List.of(line(1, today.plusDays(3 + random.nextInt(5 + days() * 3 / 2)), random)));
    }

    /** An order that is wanted sooner than it can be. */
    public OrderDraft askedTooSoon(SplittableRandom random, LocalDate today) {
        return draft(null, random, today, List.of(line(1, today.plusDays(1), random)));
    }

    /** How many days the open work takes, about. */
    private int days() {
        return 1 + operations() / 650;
    }

    private static OrderDraft.Line line(int line, LocalDate requested, SplittableRandom random) {
        return new OrderDraft.Line(
                line,
                number(random.nextInt(ITEMS)),
                Quantity.of(random.nextInt(10, 41), Unit.PIECES),
                null,
                requested,
                List.of(),
                null,
                true);
    }

    private static OrderDraft draft(
            @Nullable OrderNumber number, SplittableRandom random, LocalDate today, List<OrderDraft.Line> lines) {
        return new OrderDraft(
                number,
                customerNumber(random.nextInt(CUSTOMERS)),
                "",
                OrderType.STANDARD,
                Channel.PHONE,
                1 + random.nextInt(9),
                today,
                "",
                "",
                "PO-" + random.nextInt(1_000_000),
                DeliveryTerm.DELIVERED,
                EUR,
                null,
                BigDecimal.ZERO,
                lines);
    }

    private static CustomerNumber customerNumber(int index) {
        return new CustomerNumber("C-" + (3000 + index));
    }

    private static WorkCentreCode centre(int index) {
        return new WorkCentreCode("WC" + (index + 1));
    }

    private static MachineCode machine(int centre, int index) {
        return new MachineCode("M" + (centre + 1) + "-" + (index + 1));
    }

    private static String state(int family, int tool) {
        return "F" + family + "-" + (char) ('A' + tool);
    }

    private static ItemNumber number(int index) {
        return new ItemNumber("BP-" + (1000 + index));
    }

    private static ItemNumber component(int index) {
        return new ItemNumber("BC-" + (100 + index));
    }
}
