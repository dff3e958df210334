package org.duebook.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Tone;
import org.duebook.documents.Table.Value;
import org.duebook.shared.Language;
import org.duebook.shared.Quantity;
import org.duebook.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * The balance sheet as a spreadsheet has it: one value to a column. The keys never change, since the sheet is read again by
 * them: {@code order} and {@code line} name a row, {@code version} (hidden) says which state of the order it was printed from.
 */
final class BalanceColumns {

    private final Language language;
    private final Words words;
    private final List<Entry> entries;

    BalanceColumns(Language language) {
        this.language = language;
        this.words = words(language);
        this.entries = List.of(
                new Entry("order", 13, row -> text(row.line().order().value())),
                new Entry("line", 5, row -> count(row.line().line())),
                new Entry("order-date", 11, row -> day(row.orderDate())),
                new Entry("customer-number", 11, row -> text(row.customer().value())),
                new Entry("customer", 22, row -> text(row.customerName())),
                new Entry("item", 14, row -> text(row.item().value())),
                new Entry("item-name", 20, row -> text(row.itemName())),
                new Entry("description", 22, row -> text(row.shortDescription())),
                new Entry("specification", 30, row -> text(SpecificationWords.of(row.specification(), words))),
                new Entry("dimensions", 16, row -> text(row.specification().dimensions())),
                new Entry("tolerances", 16, row -> text(row.specification().tolerances())),
                new Entry("tolerances-accepted", 10, row -> text(words.say(row.tolerancesAccepted() ? "yes" : "no"))),
                new Entry("approvals", 22, row -> text(row.approvals(language))),
                new Entry("ordered", 9, row -> number(row.ordered())),
                new Entry("unit", 5, row -> text(row.ordered().unit().code())),
                new Entry("requested", 11, row -> day(row.requested())),
                new Entry("expected", 19, row -> text(parts(row.expected()))),
                new Entry("promised", 11, row -> day(row.promised())),
                new Entry("deliveries", 19, row -> text(parts(row.deliveries()))),
                new Entry("delivered", 9, row -> number(row.delivered())),
                new Entry("balance", 9, row -> number(row.balance())),
                new Entry("stage", 24, row -> text(row.stagePhrase().in(language))),
                new Entry("projected", 11, row -> day(row.projected())),
                new Entry("days-late", 6, row -> count(row.daysLate())),
                new Entry("penalty", 10, BalanceColumns::penalty),
                new Entry("currency", 8, BalanceColumns::currency),
                new Entry("penalty-reason", 26, row -> text(row.penaltyPhrase().in(language))),
                new Entry("version", 8, row -> count(row.orderVersion())));
    }

    static Words words(Language language) {
        return Words.beside(BalanceColumns.class, language);
    }

    List<Column> columns() {
        return entries.stream()
                .map(entry -> new Column(entry.key, words.say(entry.key), entry.width, entry.key.equals("version")))
                .toList();
    }

    Table.Row row(OrderBalance row) {
        return new Table.Row(
                entries.stream().map(entry -> entry.value.apply(row)).toList(), tone(row));
    }

    static Tone tone(OrderBalance row) {
        return row.isLate() ? Tone.ALERT : row.isHeld() ? Tone.MUTED : Tone.PLAIN;
    }

    /** One line for each part: day, colon, quantity. */
    private String parts(List<OrderBalance.Part> parts) {
        return parts.stream()
                .map(part -> language.day(part.on()) + ": " + language.quantity(part.quantity()))
                .collect(Collectors.joining("\n"));
    }

    private static Value penalty(OrderBalance row) {
        return row.penalty() == null
                ? Value.NOTHING
                : new Value.Number(row.penalty().amount());
    }

    private static Value currency(OrderBalance row) {
        return row.penalty() == null
                ? Value.NOTHING
                : text(row.penalty().currency().getCurrencyCode());
    }

    private static Value text(String text) {
        return text.isEmpty() ? Value.NOTHING : new Value.Text(text);
    }

    private static Value number(Quantity quantity) {
        return new Value.Number(quantity.amount());
    }

    private static Value count(long count) {
        return new Value.Number(BigDecimal.valueOf(count));
    }

    private static Value day(@Nullable LocalDate day) {
        return day == null ? Value.NOTHING : new Value.Day(day);
    }

    private record Entry(String key, int width, Function<OrderBalance, Value> value) {}
}
