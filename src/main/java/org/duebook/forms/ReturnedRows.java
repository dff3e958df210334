package org.duebook.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Specification;
import org.duebook.changes.ProposedField;
import org.duebook.changes.Wish;
import org.duebook.changes.WishList;
import org.duebook.documents.Sheet;
import org.duebook.orders.Channel;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderType;
import org.duebook.orders.Orders;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Promising;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/** Rows of a returned sheet against the books: what differs, what is new, what cannot be read. */
final class ReturnedRows {

    private static final int NORMAL_PRIORITY = 5;

    private final Orders orders;
    private final Promising promising;
    private final Currency currency;
    private final List<WishList.Row> wishes = new ArrayList<>();
    private final Map<CustomerNumber, List<OrderDraft.Line>> drafts = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<OrderLineId> seen = new HashSet<>();
    private int unchanged;

    /** @param currency of the plant, in which new orders are drafted */
    ReturnedRows(Orders orders, Promising promising, Currency currency) {
        this.orders = orders;
        this.promising = promising;
        this.currency = currency;
    }

    List<WishList.Row> wishes() {
        return wishes;
    }

    int unchanged() {
        return unchanged;
    }

    List<Fault> faults() {
        return faults;
    }

    List<OrderDraft> drafts() {
        return drafts.entrySet().stream()
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList();
    }

    void read(Sheet sheet) {
        List<Row> rows = sheet.rows().stream().map(row -> new Row(sheet, row)).toList();
        Map<Row, OrderLineId> known = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.text("order").isEmpty()) {
                add(row);
            } else {
                row.line().filter(line -> isFirst(row, line)).ifPresent(line -> known.put(row, line));
            }
        }
        Books books = new Books(Set.copyOf(known.values()));
        known.forEach((row, line) -> compare(row, line, books));
    }

    private boolean isFirst(Row row, OrderLineId line) {
        if (!seen.add(line)) {
            row.refuse(
                    "order", "each order line once", "remove the row, or leave its order number out for a new order");
            return false;
        }
        return true;
    }

    private void compare(Row row, OrderLineId id, Books books) {
        OrderLine line = books.lines.get(id);
        if (line == null) {
            row.refuse("order", "an order line that is on the books", "leave order and line out for a new order");
            return;
        }
        int before = wishes.size() + faults.size();
        row.mustBe("item", line.item().value());
        row.mustBe("unit", line.quantity().unit().code());
        wish(row, id, ProposedField.QUANTITY, plain(line.quantity().amount()), row.amount("ordered"));
        wish(row, id, ProposedField.REQUESTED_DATE, line.requested().toString(), row.day("requested"));
        LocalDate promised = Optional.ofNullable(books.promises.get(id))
                .map(PromiseView::current)
                .orElse(null);
        if (promised != null || !row.text("promised").isEmpty()) {
            wish(
                    row,
                    id,
                    ProposedField.PROMISED_DATE,
                    promised == null ? "" : promised.toString(),
                    row.day("promised"));
        }
        Specification specification = line.specification();
        wish(row, id, ProposedField.DIMENSIONS, specification.dimensions(), row.changedText("dimensions"));
        wish(row, id, ProposedField.TOLERANCES, specification.tolerances(), row.changedText("tolerances"));
        wish(row, id, ProposedField.SPECIFICATION, written(row, specification), row.changedText("specification"));
        if (wishes.size() + faults.size() == before) {
            unchanged++;
        } else {
            mustBeOpen(
                    row,
                    books.orders.computeIfAbsent(
                            id.order(), number -> orders.find(number).orElseThrow()));
        }
    }

    /** The specification in the words of the language the sheet was printed in, else in English. */
    private static String written(Row row, Specification specification) {
        return Stream.of(Language.values())
                .map(language -> SpecificationWords.of(specification, BalanceColumns.words(language))
                        .strip())
                .filter(text -> text.equals(row.text("specification")))
                .findFirst()
                .orElseGet(() -> SpecificationWords.of(specification, BalanceColumns.words(Language.ENGLISH)));
    }

    private static void mustBeOpen(Row row, CustomerOrder order) {
        switch (order.status()) {
            case DELIVERED, REJECTED, CANCELLED ->
                row.refuse(
                        "order",
                        "an order that is still pending; this one is " + order.status(),
                        "download the sheet again and edit that");
            case HELD, ACCEPTED, PARTLY_DELIVERED -> {}
        }
    }

    private void wish(Row row, OrderLineId line, ProposedField field, String from, Optional<String> to) {
        to.filter(value -> !value.equals(from.strip()))
                .ifPresent(value ->
                        wishes.add(new WishList.Row(row.row.number(), new Wish(line, field, from.strip(), value))));
    }

    private void add(Row row) {
        int before = faults.size();
        Optional<CustomerNumber> customer =
                row.value("customer-number", "the number of a customer, such as K-1001", CustomerNumber::new);
        Optional<ItemNumber> item = row.value("item", "a part number", ItemNumber::new);
        Optional<Unit> unit = row.value("unit", "a unit such as pcs", Unit::new);
        Optional<String> amount = row.amount("ordered");
        Optional<String> requested = row.day("requested");
        if (!row.text("line").isEmpty()) {
            row.refuse(
                    "line", "no line where there is no order", "a new row becomes an order of its own; clear the cell");
        }
        if (amount.filter(text -> new BigDecimal(text).signum() == 0).isPresent()) {
            row.refuse("ordered", "more than 0", "type how much is ordered, or remove the row");
        }
        if (faults.size() > before) {
            return;
        }
        List<OrderDraft.Line> lines = drafts.computeIfAbsent(customer.orElseThrow(), key -> new ArrayList<>());
        lines.add(new OrderDraft.Line(
                lines.size() + 1,
                item.orElseThrow(),
                Quantity.of(new BigDecimal(amount.orElseThrow()), unit.orElseThrow()),
                null,
                LocalDate.parse(requested.orElseThrow()),
                List.of(),
                specification(row),
                false));
    }

    private static @Nullable Specification specification(Row row) {
        String dimensions = row.text("dimensions");
        String tolerances = row.text("tolerances");
        String other = row.text("specification");
        return dimensions.isEmpty() && tolerances.isEmpty() && other.isEmpty()
                ? null
                : new Specification("", dimensions, tolerances, "", "", "", "", "", other, "");
    }

    private OrderDraft draft(CustomerNumber customer, List<OrderDraft.Line> lines) {
        return new OrderDraft(
                null,
                customer,
                "",
                OrderType.STANDARD,
                Channel.EMAIL,
                NORMAL_PRIORITY,
                null,
                "",
                "",
                "",
                DeliveryTerm.DELIVERED,
                currency,
                null,
                BigDecimal.ZERO,
                lines);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What is on the books of the lines in question. */
    private final class Books {

        final Map<OrderLineId, OrderLine> lines;
        final Map<OrderLineId, PromiseView> promises;
        final Map<OrderNumber, CustomerOrder> orders = new HashMap<>();

        Books(Set<OrderLineId> wanted) {
            lines = ReturnedRows.this.orders.findLines(wanted).stream()
                    .collect(Collectors.toMap(OrderLine::id, line -> line));
            promises = promising.promises(lines.keySet());
        }
    }

    /** A row with its cells by key. */
    private final class Row {

        private final Sheet sheet;
        private final Sheet.Row row;

        Row(Sheet sheet, Sheet.Row row) {
            this.sheet = sheet;
            this.row = row;
        }

        String text(String key) {
            int column = sheet.header().indexOf(key);
            return column < 0 ? "" : row.cells().get(column);
        }

        Optional<OrderLineId> line() {
            try {
                return Optional.of(new OrderLineId(new OrderNumber(text("order")), Integer.parseInt(text("line"))));
            } catch (IllegalArgumentException none) {
                refuse("order", "order and line as they were downloaded", "download the sheet again and edit that");
                return Optional.empty();
            }
        }

        /** A text that may be changed, where the sheet has the column at all. */
        Optional<String> changedText(String key) {
            return sheet.header().contains(key) ? Optional.of(text(key)) : Optional.empty();
        }

        Optional<String> amount(String key) {
            return this.<BigDecimal>value(key, "a number such as 12.5, at least 0", text -> {
                        BigDecimal amount = new BigDecimal(text);
                        if (amount.signum() < 0 || amount.precision() > 15 || Math.abs(amount.scale()) > 15) {
                            throw new IllegalArgumentException(text);
                        }
                        return amount;
                    })
                    .map(ReturnedRows::plain);
        }

        Optional<String> day(String key) {
            return value(key, "a day such as 2026-12-03", LocalDate::parse).map(LocalDate::toString);
        }

        void mustBe(String key, String value) {
            if (sheet.header().contains(key) && !text(key).equals(value)) {
                refuse(
                        key,
                        value + ", as ordered",
                        "set the quantity to 0 and add a row for the other, or put the old value back");
            }
        }

        <T> Optional<T> value(String key, String wanted, Function<String, T> read) {
            try {
                return Optional.of(read.apply(text(key)));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                refuse(key, wanted, "correct the cell");
                return Optional.empty();
            }
        }

        void refuse(String key, String wanted, String cure) {
            String found = text(key).isEmpty() ? "nothing" : text(key);
            faults.add(new Fault(sheet.name() + "!" + row.number() + "." + key, found, wanted, cure));
        }
    }
}
