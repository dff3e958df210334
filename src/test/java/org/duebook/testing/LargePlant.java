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
import java.util.TreeSet;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
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

/**
 * A plant that is large for a board: 48 machines in 8 work centres, two shifts from Monday to Friday, and orders whose
 * lines go through all 8 of them: {@code orders × 25 × 8} operations. Every number follows from positions, so it is the same
 * plant each time.
 */
public final class LargePlant {

    public static final int CENTRES = 8;
    public static final int LINES_PER_ORDER = 25;
    private static final int MACHINES_PER_CENTRE = 6;
    private static final int ITEMS = 40;
    private static final int STATES = 5;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CustomerNumber[] CUSTOMERS = {
        new CustomerNumber("C-2001"), new CustomerNumber("C-2002"), new CustomerNumber("C-2003")
    };

    private LargePlant() {}

    public static void put(Plant plant, Catalog catalog, Customers customers) {
        plant.putProfile(new PlantProfile("Large plant", ZoneId.of("Europe/Berlin"), EUR));
        List<WorkingCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                shifts.add(new WorkingCalendar.Shift(day, LocalTime.of(6, 0), LocalTime.of(22, 0)));
            }
        }
        plant.putCalendar(new WorkingCalendar("TWO-SHIFT", "Two shifts", shifts, new TreeSet<>()));
        for (int centre = 0; centre < CENTRES; centre++) {
            plant.putWorkCentre(new WorkCentre(centre(centre), "Work centre " + (centre + 1)));
            for (int machine = 1; machine <= MACHINES_PER_CENTRE; machine++) {
                plant.putMachine(new Machine(
                        new MachineCode("M" + (centre + 1) + "-" + machine),
                        "Machine " + machine,
                        centre(centre),
                        "TWO-SHIFT",
                        "S0"));
            }
            plant.putChangeovers(
                    centre(centre), List.of(new Changeover(centre(centre), "*", "*", Duration.ofMinutes(20))));
        }
        for (int item = 0; item < ITEMS; item++) {
            putItem(item, catalog);
        }
        for (CustomerNumber customer : CUSTOMERS) {
            customers.put(new Customer(
                    customer,
                    "Works " + customer,
                    "DE",
                    CustomerStatus.ACTIVE,
                    "A",
                    Money.of("100000000", "EUR"),
                    30,
                    "",
                    List.of(new ShipTo("MAIN", "Works", "Hafenstr. 1, 20457 Hamburg", "DE", 2))));
        }
    }

    private static void putItem(int index, Catalog catalog) {
        ItemNumber number = number(index);
        catalog.put(new Item(
                number,
                "Part " + number,
                "",
                ItemType.FINISHED,
                Unit.PIECES,
                Money.of("10", "EUR"),
                Money.of("6", "EUR"),
                0,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(1, Unit.PIECES),
                Specification.NONE));
        List<RoutingStep> steps = new ArrayList<>();
        for (int step = 0; step < CENTRES; step++) {
            steps.add(new RoutingStep(
                    10 * (step + 1),
                    "Step " + (step + 1),
                    centre((step + index) % CENTRES),
                    "S" + (index + step) % STATES,
                    Duration.ofMinutes(2 + (index * 7 + step * 3) % 5),
                    Duration.ZERO,
                    Duration.ZERO,
                    List.of(),
                    null));
        }
        catalog.putRouting(number, steps);
    }

    /** An order of {@link #LINES_PER_ORDER} lines, asked for some weeks after the given day. */
    public static OrderDraft order(int index, LocalDate today) {
        List<OrderDraft.Line> lines = new ArrayList<>();
        for (int line = 1; line <= LINES_PER_ORDER; line++) {
            int spread = index * LINES_PER_ORDER + line;
            lines.add(new OrderDraft.Line(
                    line,
                    number(spread * 7 % ITEMS),
                    Quantity.of(10 + spread * 13 % 40, Unit.PIECES),
                    null,
                    today.plusDays(14 + spread % 50),
                    List.of(),
                    null,
                    true));
        }
        return new OrderDraft(
                new OrderNumber("SO-L" + (100 + index)),
                CUSTOMERS[index % CUSTOMERS.length],
                "",
                OrderType.STANDARD,
                Channel.EMAIL,
                1 + index % 9,
                today,
                "",
                "",
                "PO-" + index,
                DeliveryTerm.DELIVERED,
                EUR,
                null,
                BigDecimal.ZERO,
                lines);
    }

    private static WorkCentreCode centre(int index) {
        return new WorkCentreCode("WC" + (index + 1));
    }

    private static ItemNumber number(int index) {
        return new ItemNumber("LP-" + (1000 + index * 25));
    }
}
