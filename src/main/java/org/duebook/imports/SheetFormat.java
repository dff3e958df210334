package org.duebook.imports;

import static org.duebook.imports.SheetColumn.Kind.CODE;
import static org.duebook.imports.SheetColumn.Kind.CURRENCY;
import static org.duebook.imports.SheetColumn.Kind.DATE;
import static org.duebook.imports.SheetColumn.Kind.MOMENT;
import static org.duebook.imports.SheetColumn.Kind.NUMBER;
import static org.duebook.imports.SheetColumn.Kind.TEXT;
import static org.duebook.imports.SheetColumn.Kind.TIME;
import static org.duebook.imports.SheetColumn.Kind.UNIT;
import static org.duebook.imports.SheetColumn.Kind.WHOLE;
import static org.duebook.imports.SheetColumn.Kind.YES_NO;
import static org.duebook.imports.SheetColumn.key;
import static org.duebook.imports.SheetColumn.may;
import static org.duebook.imports.SheetColumn.must;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.customers.CustomerStatus;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;

/**
 * The sheets there are and their columns, in the order they are imported and exported. Reading, export and template take
 * them from here; {@code data/README.md} describes them for people.
 */
enum SheetFormat {
    PLANT(
            must("name", TEXT, "on forms and pages", "Alder & Voss Precision Parts"),
            must("zone", TEXT, "time zone of every time in the sheets", "Europe/Berlin"),
            must("currency", CURRENCY, "house currency, of invoices and credit limits", "EUR"),
            may("reference_monday", DATE, "the Monday of \"this week\" in these sheets", "2026-01-05")),
    CALENDARS(
            key("calendar", CODE, "all rows of one calendar replace it", "TWO-SHIFT"),
            key("weekdays", TEXT, "MON to SUN, one or a range", "MON-FRI"),
            key("from", TIME, "start of the shift", "06:00"),
            must("to", TIME, "end; not after from means the next day", "14:00"),
            may("name", TEXT, "read from the calendar's first row; blank = its code", "Two shifts")),
    HOLIDAYS(
            must("date", DATE, "no shift starts on this day", "2026-01-06"),
            may("calendar", CODE, "blank = every calendar", "DAY").from("calendars.calendar"),
            may("name", TEXT, "for the reader; not kept", "Public holiday")),
    WORK_CENTRES(
            key("code", CODE, "one without machines stands for vendors", "TURN"),
            must("name", TEXT, "", "CNC turning")),
    MACHINES(
            key("code", CODE, "", "TURN-1"),
            must("name", TEXT, "", "Lathe 1, bar feed 65"),
            must("work_centre", CODE, "", "TURN").from("work-centres.code"),
            must("calendar", CODE, "", "TWO-SHIFT").from("calendars.calendar"),
            may("initial_setup", TEXT, "setup state the machine stands in", "T-SHAFT")),
    DOWNTIME(
            key("machine", CODE, "", "MILL-2").from("machines.code"),
            key("from", MOMENT, "date and time", "2026-01-14 06:00"),
            must("to", MOMENT, "date and time after from", "2026-01-15 14:00"),
            must("reason", TEXT, "", "Spindle overhaul")),
    OVERTIME(
            key("machine", CODE, "", "MILL-2").from("machines.code"),
            key("from", MOMENT, "date and time", "2026-01-17 06:00"),
            must("to", MOMENT, "date and time after from", "2026-01-17 12:00"),
            must("reason", TEXT, "", "Saturday shift")),
    CHANGEOVERS(
            key("work_centre", CODE, "all its rows replace its matrix", "COAT").from("work-centres.code"),
            key("from_state", TEXT, "setup state, * = any", "RAL9010"),
            key("to_state", TEXT, "setup state, * = any", "RAL9005"),
            must("minutes", NUMBER, "0 to 10,000", "15")),
    ITEMS(itemColumns()),
    BILLS_OF_MATERIAL(
            key("parent", CODE, "a finished or semi item; all its rows replace its bill", "AV-3010")
                    .from("items.number"),
            key("component", CODE, "any item that is not made of the parent", "SF-2010")
                    .from("items.number"),
            must("quantity", NUMBER, "of the component's unit in one unit of the parent", "0.19"),
            may("operation", WHOLE, "sequence of the parent's operation that uses it; blank = the first", "30")),
    ROUTINGS(
            key("item", CODE, "a finished or semi item; all its rows replace its routing", "AV-1010")
                    .from("items.number"),
            key("sequence", WHOLE, "10, 20, 30 ... in the order of work", "20"),
            must("name", TEXT, "", "Mill keyway"),
            must("work_centre", CODE, "with a machine, unless a vendor does it", "MILL")
                    .from("work-centres.code"),
            may("setup_state", TEXT, "what the machine must be set up for; blank = no changeover", "F-KEYWAY"),
            may("run_minutes_per_piece", NUMBER, "machine time of one unit", "1.82"),
            may("batch_minutes", NUMBER, "machine time of one batch, such as a furnace cycle", "275"),
            may("batch_size", NUMBER, "most units of one batch; blank = all of it at once", "2000"),
            may("transfer_minutes", NUMBER, "elapsed time until the next operation may start", "15"),
            may("outside_supplier", TEXT, "a vendor, when one does it", "Galvano Nord"),
            may("outside_days", WHOLE, "calendar days there and back, with outside_supplier", "5")),
    ROUTING_MACHINES(
            key("item", CODE, "", "AV-1030").from("items.number"),
            key("sequence", WHOLE, "of the routing", "10"),
            key("machine", CODE, "of the operation's work centre", "TURN-4").from("machines.code"),
            may("time_factor", NUMBER, "its time is the operation's times this, 0.01 to 100; blank = 1", "1.15")),
    STOCK(
            key("item", CODE, "", "C-4001").from("items.number"),
            must("quantity", NUMBER, "counted on hand, 0 or more", "350"),
            must("unit", UNIT, "the item's unit", "m")),
    RECEIPTS(
            key("number", CODE, "", "PU-7001"),
            must("item", CODE, "", "C-4005").from("items.number"),
            must("quantity", NUMBER, "still to come, more than 0", "132"),
            must("unit", UNIT, "the item's unit", "m"),
            must("expected_date", DATE, "", "2026-01-07"),
            must("supplier", TEXT, "", "Westmark Stahlhandel GmbH")),
    CUSTOMERS(
            key("number", CODE, "", "K-1001"),
            must("name", TEXT, "", "Nordhaven Pumps ApS"),
            must("country", TEXT, "ISO 3166, two letters", "DK"),
            must("status", TEXT, "", "active").oneOf(CustomerStatus.class),
            must("contract_class", TEXT, "contract terms by rule", "B"),
            must("credit_limit", NUMBER, "0 or more", "70000"),
            may("currency", CURRENCY, "of the limit and the open invoices; blank = the house currency", "EUR"),
            must("payment_terms_days", WHOLE, "days after the invoice, 0 to 365", "30"),
            may("contact", TEXT, "a department's address", "purchasing@nordhaven-dk.example")),
    SHIP_TOS(
            key("customer", CODE, "of the sheet customers of the same file", "K-1001")
                    .from("customers.number"),
            key("ship_to", CODE, "the first is the customer's usual one", "MAIN"),
            must("name", TEXT, "", "Nordhaven Pumps ApS, goods in"),
            must("address", TEXT, "in one line", "Havnegade 112, 8000 Aarhus"),
            must("country", TEXT, "ISO 3166, two letters", "DK"),
            may("transit_days", WHOLE, "calendar days on the road, 0 to 90; blank = 0", "3")),
    OPEN_INVOICES(
            key("number", CODE, "", "INV-25-2201"),
            must("customer", CODE, "", "K-1001").from("customers.number"),
            must("amount", NUMBER, "still open, more than 0, in the currency of the customer's limit", "5089.31"),
            must("due_date", DATE, "", "2026-01-11")),
    ORDERS(
            key("number", CODE, "", "SO-25-1001"),
            must("order_date", DATE, "the day the customer ordered", "2025-11-13"),
            must("customer", CODE, "", "K-1011").from("customers.number"),
            may("ship_to", CODE, "blank = the customer's first", "MAIN"),
            may("customer_reference", TEXT, "their own order number", "PO 53-6392"),
            must("type", TEXT, "", "standard").oneOf(OrderType.class),
            must("channel", TEXT, "", "email").oneOf(Channel.class),
            must("priority", WHOLE, "1 (highest) to 9", "5"),
            may("clerk", TEXT, "code", "S-06"),
            may("region", TEXT, "code", "WEST"),
            must("delivery_term", TEXT, "what a delivery date means", "delivered")
                    .oneOf(DeliveryTerm.class),
            must("currency", CURRENCY, "of the line prices; the house's or one with an exchange rate", "EUR"),
            may("deposit_paid_percent", NUMBER, "share already prepaid, 0 to 100; blank = 0", "30"),
            may("project_name", TEXT, "of a project", "Lock gates north"),
            may("project_term", DATE, "its last day", "2026-03-31"),
            may("project_signed_off", YES_NO, "yes once signed off", "yes"),
            may("status", TEXT, "where an order taken elsewhere stands; blank = the rules decide", "accepted")
                    .oneOf(OrderStatus.class)),
    ORDER_LINES(orderLineColumns()),
    RELEASES(
            key("order", CODE, "of the same file", "SO-25-1005").from("orders.number"),
            key("line", WHOLE, "of the order", "1"),
            key("date", DATE, "the day wanted", "2026-01-12"),
            must("quantity", NUMBER, "more than 0; they add up to the line's", "20"),
            may("promised_date", DATE, "promised for this part; blank = as the line says", "2026-01-14")),
    DELIVERIES(
            key("number", CODE, "of the delivery note; a booked one is never changed", "DN-25-3301"),
            must("order", CODE, "", "SO-25-1001").from("orders.number"),
            must("line", WHOLE, "of the order", "1"),
            must("date", DATE, "not after today", "2025-11-24"),
            must("quantity", NUMBER, "more than 0, at most what is still owed", "10"),
            may("note", TEXT, "", "by carrier"));

    private static final Pattern CODES = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,39}");

    private final List<SheetColumn> columns;

    SheetFormat(SheetColumn... columns) {
        this.columns = List.of(columns);
    }

    private static SheetColumn[] itemColumns() {
        return Stream.concat(
                        Stream.of(
                                key("number", CODE, "", "AV-1010"),
                                must("name", TEXT, "", "Drive shaft D25x180"),
                                may("short_description", TEXT, "", "Shaft, hardened and ground"),
                                must("type", TEXT, "sold, made for other items, or purchased", "finished")
                                        .oneOf("finished", "semi", "component"),
                                must("unit", UNIT, "1 to 10 small letters", "pcs"),
                                may("price", NUMBER, "list price of one unit; required for finished", "27.50"),
                                must("cost", NUMBER, "standard cost of one unit", "17.03"),
                                must("currency", CURRENCY, "of price and cost", "EUR"),
                                may("cost_currency", CURRENCY, "of the cost, when it is another", "EUR"),
                                may("supplier", TEXT, "of a component", "Westmark Stahlhandel GmbH"),
                                may(
                                        "lead_time_days",
                                        WHOLE,
                                        "calendar days from purchase order to receipt; required for component",
                                        "14"),
                                may("min_order_quantity", NUMBER, "least quantity that may be ordered", "100"),
                                may("order_multiple", NUMBER, "an ordered quantity is a multiple of it", "100"),
                                may("lot_minimum", NUMBER, "less is made together with other orders", "200"),
                                may("lot_multiple", NUMBER, "a lot of whole multiples is full", "50"),
                                may("lot_maximum", NUMBER, "more is made as several production orders", "1000")),
                        specification("what the part must be"))
                .toArray(SheetColumn[]::new);
    }

    private static SheetColumn[] orderLineColumns() {
        return Stream.concat(
                        Stream.of(
                                key("order", CODE, "of the sheet orders of the same file", "SO-25-1001")
                                        .from("orders.number"),
                                key("line", WHOLE, "1 to 9999", "1"),
                                must("item", CODE, "", "AV-2220").from("items.number"),
                                must("quantity", NUMBER, "more than 0", "75"),
                                must("unit", UNIT, "", "pcs"),
                                may("unit_price", NUMBER, "in the order's currency; blank = list price", "196.00"),
                                must("requested_date", DATE, "the day wanted", "2026-01-12"),
                                may(
                                        "promised_date",
                                        DATE,
                                        "promised before Duebook; blank = the first plan promises it",
                                        "2026-01-15"),
                                may("tolerances_accepted", YES_NO, "the plant accepted the tolerances", "yes")),
                        specification("the customer's own; blank = the item's"))
                .toArray(SheetColumn[]::new);
    }

    private static Stream<SheetColumn> specification(String meaning) {
        return Stream.of(
                may("specification", TEXT, meaning + "; drawing and revision", "DRW 1010 rev C"),
                may("dimensions", TEXT, meaning, "D25 h6 x 180 mm"),
                may("tolerances", TEXT, meaning, "ISO 2768-mK"),
                may("material", TEXT, meaning, "42CrMo4+QT EN ISO 683-2"),
                may("finish", TEXT, meaning, "Ground Ra 0.8"),
                may("quality_standard", TEXT, meaning, "ISO 9001; EN 10204 3.1"),
                may("inspection_criteria", TEXT, meaning, "Seat diameters 100 %"),
                may("packaging", TEXT, meaning, "VCI bags, 20 per box"),
                may("special_characteristics", TEXT, meaning, "Run-out 0.02"),
                may("application", TEXT, meaning, "Sea water pump"));
    }

    /** Whether a text is a number or code of a record. */
    static boolean isCode(String text) {
        return CODES.matcher(text).matches();
    }

    /** Most characters that a text of this column may have, wherever it stands. */
    static int longest(String column) {
        return switch (column) {
            case "name", "contact", "reason", "project_name" -> 200;
            case "supplier", "outside_supplier", "customer_reference" -> 100;
            case "contract_class", "clerk", "region", "setup_state", "initial_setup", "from_state", "to_state" -> 40;
            default -> 400;
        };
    }

    String sheetName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<SheetColumn> columns() {
        return columns;
    }

    List<String> required() {
        return columns.stream()
                .filter(SheetColumn::isRequired)
                .map(SheetColumn::name)
                .toList();
    }

    List<String> optional() {
        return columns.stream()
                .filter(column -> !column.isRequired())
                .map(SheetColumn::name)
                .toList();
    }

    static Optional<SheetFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.sheetName().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(SheetFormat::sheetName).collect(Collectors.joining(", "));
    }
}
