package org.duebook.testing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.LotSize;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.plant.Changeover;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;

/**
 * A plant one can hold in the head. Two lathes (TURN) and one coating line (COAT) work Monday to Friday 06:00 to 14:00 in
 * Berlin. A {@code SHAFT} is turned (2 minutes each, tool set {@code T20}) from one {@code BAR} and coated {@code RED} (1
 * minute each); a {@code PUMP} is a SHAFT and two {@code SEAL}s, coated {@code BLUE} (3 minutes each). Colour changes on
 * COAT take 30 minutes. A BAR is bought in 10 days, a SEAL in 5.
 */
public final class SmallPlant {

    public static final ItemNumber PUMP = new ItemNumber("PUMP");
    public static final ItemNumber SHAFT = new ItemNumber("SHAFT");
    public static final ItemNumber BAR = new ItemNumber("BAR");
    public static final ItemNumber SEAL = new ItemNumber("SEAL");
    public static final MachineCode LATHE_1 = new MachineCode("LATHE-1");
    public static final MachineCode LATHE_2 = new MachineCode("LATHE-2");
    public static final MachineCode COATER = new MachineCode("COATER");
    private static final WorkCentreCode TURN = new WorkCentreCode("TURN");
    private static final WorkCentreCode COAT = new WorkCentreCode("COAT");
    private static final Money NOTHING = Money.zero(Currency.getInstance("EUR"));

    private SmallPlant() {}

    public static void put(Plant plant, Catalog catalog) {
        plant.putProfile(new PlantProfile("Small plant", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")));
        List<WorkingCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            shifts.add(new WorkingCalendar.Shift(day, LocalTime.of(6, 0), LocalTime.of(14, 0)));
        }
        plant.putCalendar(new WorkingCalendar("DAY", "Day shift", shifts, new TreeSet<>()));
        plant.putWorkCentre(new WorkCentre(TURN, "Turning"));
        plant.putWorkCentre(new WorkCentre(COAT, "Coating"));
        plant.putMachine(new Machine(LATHE_1, "Lathe 1", TURN, "DAY", "T20"));
        plant.putMachine(new Machine(LATHE_2, "Lathe 2", TURN, "DAY", "T20"));
        plant.putMachine(new Machine(COATER, "Coating line", COAT, "DAY", "RED"));
        plant.putChangeovers(COAT, List.of(new Changeover(COAT, "*", "*", Duration.ofMinutes(30))));

        catalog.put(item(PUMP, ItemType.FINISHED, "100", 0));
        catalog.put(item(SHAFT, ItemType.SEMI_FINISHED, "0", 0));
        catalog.put(item(BAR, ItemType.COMPONENT, "0", 10));
        catalog.put(item(SEAL, ItemType.COMPONENT, "0", 5));
        catalog.putBill(PUMP, List.of(uses(PUMP, SHAFT, 1, 10), uses(PUMP, SEAL, 2, 10)));
        catalog.putBill(SHAFT, List.of(uses(SHAFT, BAR, 1, 10)));
        catalog.putRouting(PUMP, List.of(step(10, "Coat pump", COAT, "BLUE", 3)));
        catalog.putRouting(
                SHAFT, List.of(step(10, "Turn shaft", TURN, "T20", 2), step(20, "Coat shaft", COAT, "RED", 1)));
    }

    /** From now on so much of an item is made in one go. */
    public static void makeInLots(Catalog catalog, ItemNumber number, LotSize size) {
        Item item = catalog.find(number).orElseThrow();
        catalog.put(new Item(
                number,
                item.name(),
                item.shortDescription(),
                item.type(),
                item.unit(),
                item.price(),
                item.cost(),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                item.specification(),
                size));
    }

    /** Enough bars and seals for a year. */
    public static void fillStore(Inventory inventory) {
        inventory.putStock(BAR, pieces(10_000));
        inventory.putStock(SEAL, pieces(10_000));
    }

    public static ScheduledReceipt receipt(String number, ItemNumber item, long quantity, String expected) {
        return new ScheduledReceipt(number, item, pieces(quantity), LocalDate.parse(expected), "Steel Ltd");
    }

    public static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }

    private static Item item(ItemNumber number, ItemType type, String price, int leadTimeDays) {
        return new Item(
                number,
                "Item " + number,
                "",
                type,
                Unit.PIECES,
                Money.of(price, "EUR"),
                NOTHING,
                leadTimeDays,
                leadTimeDays > 0 ? "Steel Ltd" : "",
                pieces(1),
                pieces(1),
                Specification.NONE);
    }

    private static BillLine uses(ItemNumber parent, ItemNumber component, long each, int operation) {
        return new BillLine(parent, component, pieces(each), operation);
    }

    private static RoutingStep step(int sequence, String name, WorkCentreCode centre, String state, long minutesEach) {
        return new RoutingStep(
                sequence,
                name,
                centre,
                state,
                Duration.ofMinutes(minutesEach),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                null);
    }
}
