package org.duebook.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.catalog.Specification;
import org.duebook.fulfilment.EarlierDelivery;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.promising.OrderBefore;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/** The rows of one order: its own, and those of its lines, releases and deliveries. */
record OrderRows(Cells row, List<Cells> lines, List<Cells> releases, List<Cells> deliveries) {

    private static final Pattern OF_LINE =
            Pattern.compile("lines\\[(\\d+)](?:\\.releases(?:\\[(\\d+)])?)?(?:\\.(\\w+))?");
    /** Columns that are not simply the field's name in the sheet's writing. */
    private static final Map<String, String> COLUMNS = Map.of("requested", "requested_date", "lines", "number");

    /** A delivery and the row it stands in. */
    record Made(Cells row, EarlierDelivery delivery) {}

    private OrderNumber number(Parts parts) {
        OrderNumber number = row.as("number", OrderNumber::new);
        parts.once(SheetFormat.ORDERS, row, "number", number.value());
        return number;
    }

    /** What the rows say: the order, where it stands, what was promised and delivered before. */
    OrderBooking.Lot read(Parts parts) {
        Cells.together(
                () -> number(parts),
                this::readHead,
                () -> Cells.each(lines, Cells::sound),
                () -> Cells.each(releases, Cells::sound),
                () -> Cells.each(deliveries, Cells::sound),
                () -> ofKnownLines(releases),
                () -> ofKnownLines(deliveries));
        OrderNumber number = row.as("number", OrderNumber::new);
        Currency currency = row.currency("currency");
        List<OrderDraft.Line> wanted = Cells.each(lines, line -> line(line, number, currency, parts));
        Map<Integer, LocalDate> promised = new HashMap<>();
        Map<Integer, Map<Integer, LocalDate>> releasesPromised = new HashMap<>();
        Map<Integer, Quantity> delivered = new HashMap<>();
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            OrderDraft.Line line = wanted.get(i);
            LocalDate date = lines.get(i).dateOrNull("promised_date");
            if (date != null) {
                promised.put(line.line(), date);
            }
            Map<Integer, LocalDate> ofReleases = promisedReleases(of(lines.get(i), releases));
            if (!ofReleases.isEmpty()) {
                releasesPromised.put(line.line(), ofReleases);
            }
            for (Cells each : of(lines.get(i), deliveries)) {
                made.add(made(
                        each,
                        new OrderLineId(number, line.line()),
                        line.quantity().unit(),
                        parts));
                delivered.merge(line.line(), made.getLast().delivery().quantity(), Quantity::plus);
            }
        }
        return new OrderBooking.Lot(
                this,
                new OrderBefore(draft(number, currency, wanted), standing(), promised, releasesPromised, delivered),
                made);
    }

    /** Where the order is said to stand; null when the rules shall decide. */
    @Nullable
    OrderStatus standing() {
        return row.text("status").isEmpty() ? null : row.oneOf("status", OrderStatus.class);
    }

    private static Map<Integer, LocalDate> promisedReleases(List<Cells> releases) {
        Map<Integer, LocalDate> promised = new HashMap<>();
        for (int i = 0; i < releases.size(); i++) {
            LocalDate date = releases.get(i).dateOrNull("promised_date");
            if (date != null) {
                promised.put(i + 1, date);
            }
        }
        return promised;
    }

    static Made made(Cells row, OrderLineId line, Unit unit, Parts parts) {
        String number = row.code("number");
        parts.once(SheetFormat.DELIVERIES, row, "number", number);
        return new Made(
                row,
                new EarlierDelivery(
                        number, line, Quantity.of(row.positive("quantity"), unit), row.date("date"), row.text("note")));
    }

    /** What was refused of a delivery, at its cells. */
    static List<Fault> placed(Cells row, List<Fault> faults) {
        return faults.stream()
                .map(fault -> row.fault(
                        fault.field().equals("on") ? "date" : fault.field(),
                        fault.found(),
                        fault.wanted(),
                        fault.cure()))
                .toList();
    }

    /** Reads the order's own row, and wants a line. */
    private void readHead() {
        Cells.together(
                () -> draft(new OrderNumber("HEAD"), row.currency("currency"), List.of()),
                this::standing,
                row::sound,
                () -> {
                    if (lines.isEmpty()) {
                        throw row.refused(
                                "number",
                                row.text("number") + " without a line",
                                "at least one row in the sheet order-lines",
                                "add its lines");
                    }
                });
    }

    private void ofKnownLines(List<Cells> rows) {
        List<String> known = lines.stream().map(line -> line.key("line")).toList();
        Cells.each(rows, each -> {
            if (!known.contains(each.required("line"))) {
                throw each.refused(
                        "line",
                        each.text("line"),
                        "one of " + known + ", the lines of " + row.text("number"),
                        "correct the line");
            }
            return each;
        });
    }

    private OrderDraft draft(OrderNumber number, Currency currency, List<OrderDraft.Line> wanted) {
        return new OrderDraft(
                number,
                row.as("customer", CustomerNumber::new),
                row.text("ship_to").isEmpty() ? "" : row.code("ship_to"),
                row.oneOf("type", OrderType.class),
                row.oneOf("channel", Channel.class),
                row.whole("priority", 1, 9),
                row.date("order_date"),
                row.text("clerk"),
                row.text("region"),
                row.text("customer_reference"),
                row.oneOf("delivery_term", DeliveryTerm.class),
                currency,
                project(),
                row.notNegative("deposit_paid_percent", BigDecimal.ZERO),
                wanted);
    }

    private @Nullable Project project() {
        if (row.text("project_name").isEmpty()) {
            if (!row.text("project_term").isEmpty() || row.yes("project_signed_off")) {
                row.required("project_name");
            }
            return null;
        }
        return new Project(row.text("project_name"), row.date("project_term"), row.yes("project_signed_off"));
    }

    private OrderDraft.Line line(Cells line, OrderNumber order, Currency currency, Parts parts) {
        int position = line.whole("line", 1, 9999);
        parts.once(SheetFormat.ORDER_LINES, line, "line", order + "/" + position);
        Unit unit = line.as("unit", Unit::new);
        Specification own = ItemSheets.specification(line);
        line.dateOrNull("promised_date");
        return new OrderDraft.Line(
                position,
                line.as("item", ItemNumber::new),
                Quantity.of(line.positive("quantity"), unit),
                line.text("unit_price").isEmpty() ? null : Money.of(line.notNegative("unit_price"), currency),
                line.date("requested_date"),
                Cells.each(of(line, releases), each -> {
                    parts.once(SheetFormat.RELEASES, each, "date", order + "/" + position + " on " + each.text("date"));
                    each.dateOrNull("promised_date");
                    return new Release(each.date("date"), Quantity.of(each.positive("quantity"), unit));
                }),
                own.equals(Specification.NONE) ? null : own,
                line.yes("tolerances_accepted"));
    }

    private static List<Cells> of(Cells line, List<Cells> rows) {
        return rows.stream()
                .filter(each -> each.key("line").equals(line.key("line")))
                .toList();
    }

    /** What the order's taker refused, each fault at the cell it is about. */
    Cells.Refused placed(List<Fault> faults) {
        return new Cells.Refused(faults.stream().map(this::placed).toList());
    }

    private Fault placed(Fault fault) {
        Matcher ofLine = OF_LINE.matcher(fault.field());
        if (!ofLine.matches()) {
            return row.fault(column(fault.field()), fault.found(), fault.wanted(), fault.cure());
        }
        Cells line = lines.get(Integer.parseInt(ofLine.group(1)));
        String field = ofLine.group(3);
        if (ofLine.group(2) != null) {
            Cells release = of(line, releases).get(Integer.parseInt(ofLine.group(2)));
            String column = "requested".equals(field) ? "date" : "quantity";
            return release.fault(column, fault.found(), fault.wanted(), fault.cure());
        }
        // Releases as a whole are judged against the line's quantity.
        return line.fault(field == null ? "quantity" : column(field), fault.found(), fault.wanted(), fault.cure());
    }

    private static String column(String field) {
        String inSheet =
                field.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
        return COLUMNS.getOrDefault(field, inSheet);
    }
}
