package org.duebook.balancesheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Tone;
import org.duebook.documents.Table.Value;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** The balance sheet as a table for documents: every column of it, one row per line. */
final class BalanceTable {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("Order no", 12, row -> text(row.line().order().value())),
            new Entry(
                    "Line",
                    5,
                    row -> new Value.Number(BigDecimal.valueOf(row.line().line()))),
            new Entry("Order date", 11, row -> day(row.orderDate())),
            new Entry("Customer no", 11, row -> text(row.customer().value())),
            new Entry("Customer", 24, row -> text(row.customerName())),
            new Entry("Part no", 14, row -> text(row.item().value())),
            new Entry("Part name", 22, row -> text(row.itemName())),
            new Entry("Description", 26, row -> text(row.shortDescription())),
            new Entry("Specification", 30, BalanceTable::specification),
            new Entry("Dimensions", 18, row -> text(row.specification().dimensions())),
            new Entry("Tolerances", 18, row -> text(row.specification().tolerances())),
            new Entry("Tolerances accepted", 11, row -> text(row.tolerancesAccepted() ? "yes" : "no")),
            new Entry("Approvals", 22, row -> text(row.approvals())),
            new Entry("Ordered", 9, row -> number(row.ordered())),
            new Entry("Unit", 5, row -> text(row.ordered().unit().code())),
            new Entry("Requested", 11, row -> day(row.requested())),
            new Entry("Expected deliveries", 20, row -> text(parts(row.expected()))),
            new Entry("Promised", 11, row -> day(row.promised())),
            new Entry("Actual deliveries", 20, row -> text(parts(row.deliveries()))),
            new Entry("Delivered", 9, row -> number(row.delivered())),
            new Entry("Balance", 9, row -> number(row.balance())),
            new Entry("Stage", 26, row -> text(row.stage())),
            new Entry("Projected", 11, row -> day(row.projected())),
            new Entry("Days late", 7, row -> new Value.Number(BigDecimal.valueOf(row.daysLate()))),
            new Entry(
                    "Penalty",
                    11,
                    row -> row.penalty() == null
                            ? Value.NOTHING
                            : new Value.Number(row.penalty().amount())),
            new Entry(
                    "Currency",
                    9,
                    row -> row.penalty() == null
                            ? Value.NOTHING
                            : text(row.penalty().currency().getCurrencyCode())),
            new Entry("Penalty reason", 30, row -> text(row.penaltyReason())));

    private BalanceTable() {}

    static Table of(List<OrderBalance> rows, BalanceFilter filter, String plant, LocalDate today) {
        return new Table(
                "Order balance sheet",
                "Order balance sheet",
                List.of(
                        "Plant: " + plant,
                        "Date: " + today,
                        "Shown: " + inWords(filter) + " (" + rows.size() + (rows.size() == 1 ? " line)" : " lines)")),
                ENTRIES.stream()
                        .map(entry -> new Column(entry.heading, entry.width))
                        .toList(),
                rows.stream().map(BalanceTable::row).toList());
    }

    private static Table.Row row(OrderBalance row) {
        Tone tone = row.isLate() ? Tone.ALERT : row.isHeld() ? Tone.MUTED : Tone.PLAIN;
        return new Table.Row(
                ENTRIES.stream().map(entry -> entry.value.apply(row)).toList(), tone);
    }

    static String inWords(BalanceFilter filter) {
        List<String> words = new ArrayList<>();
        words.add(filter.withDelivered() ? "all lines, delivered ones too" : "lines not fully delivered");
        add(words, "customer ", filter.customer());
        add(words, "part ", filter.item());
        add(words, "due from ", filter.from());
        add(words, "due to ", filter.to());
        add(words, "stage ", filter.stage());
        if (filter.late() != null) {
            words.add(filter.late() ? "late only" : "in time only");
        }
        return String.join(", ", words);
    }

    private static void add(List<String> words, String what, @Nullable Object value) {
        if (value != null) {
            words.add(what + value);
        }
    }

    private static Value specification(OrderBalance row) {
        var specification = row.specification();
        return text(Stream.of(
                        labelled("Sheet ", specification.sheet()),
                        specification.material(),
                        specification.finish(),
                        specification.qualityStandard(),
                        labelled("Inspection: ", specification.inspectionCriteria()),
                        labelled("Packaging: ", specification.packaging()),
                        specification.specialCharacteristics(),
                        labelled("For ", specification.endApplication()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; ")));
    }

    private static String labelled(String label, String value) {
        return value.isBlank() ? "" : label + value;
    }

    /** One line for each part: day, colon, quantity. */
    static String parts(List<OrderBalance.Part> parts) {
        return parts.stream().map(part -> part.on() + ": " + part.quantity()).collect(Collectors.joining("\n"));
    }

    private static Value text(String text) {
        return text.isEmpty() ? Value.NOTHING : new Value.Text(text);
    }

    private static Value number(Quantity quantity) {
        return new Value.Number(quantity.amount());
    }

    private static Value day(@Nullable LocalDate day) {
        return day == null ? Value.NOTHING : new Value.Day(day);
    }

    private record Entry(String heading, int width, Function<OrderBalance, Value> value) {}
}
