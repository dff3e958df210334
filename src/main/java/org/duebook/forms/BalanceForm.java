package org.duebook.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.documents.Form;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Value;
import org.duebook.documents.TableWorkbook;
import org.duebook.shared.Language;
import org.duebook.shared.Words;
import org.jspecify.annotations.Nullable;

/** The balance sheet on paper: what belongs together stands in one column, so that a row fits across a page of A3. */
final class BalanceForm {

    private final Issue issue;
    private final BalanceFilter filter;
    private final Language language;
    private final Words words;
    private final List<Entry> entries;

    BalanceForm(Issue issue, BalanceFilter filter) {
        this.issue = issue;
        this.filter = filter;
        this.language = issue.language();
        this.words = issue.words();
        this.entries = List.of(
                new Entry("order-line", 19, row -> new Value.Stack(row.line().toString(), day(row.orderDate()))),
                new Entry(
                        "customer",
                        24,
                        row -> new Value.Stack(
                                row.customerName(), row.customer().value())),
                new Entry("part", 30, this::part),
                new Entry(
                        "specification",
                        38,
                        row -> new Value.Stack("", SpecificationWords.of(row.specification(), words))),
                new Entry("dimensions-tolerances", 25, this::dimensions),
                new Entry("approvals", 20, row -> new Value.Text(row.approvals(language))),
                new Entry(
                        "ordered",
                        15,
                        row -> new Value.Measure(
                                row.ordered().amount(), row.ordered().unit().code())),
                new Entry("requested", 18, this::requested),
                new Entry("promised", 17, row -> new Value.Text(day(row.promised()))),
                new Entry("delivered", 22, this::delivered),
                new Entry(
                        "balance",
                        15,
                        row -> new Value.Measure(
                                row.balance().amount(), row.balance().unit().code())),
                new Entry("stage", 25, row -> new Value.Text(row.stagePhrase().in(language))),
                new Entry("projected", 17, row -> new Value.Text(day(row.projected()))),
                new Entry("days-late", 10, BalanceForm::daysLate),
                new Entry("penalty", 24, this::penalty));
    }

    Form of(List<OrderBalance> rows) {
        String title = words.say("balance.title");
        List<Form.Fact> facts = new ArrayList<>(issue.facts());
        facts.add(issue.fact("shown", shown()));
        facts.add(issue.fact("lines", language.number(BigDecimal.valueOf(rows.size()))));
        Form.Part.Grid grid = new Form.Part.Grid(
                entries.stream()
                        .map(entry -> new Column(words.say(entry.key), entry.width))
                        .toList(),
                rows.stream().map(this::row).toList(),
                words.say("balance.empty"));
        return new Form(
                title, issue.note(title), facts, List.of(grid), issue.signatures(), Form.Paper.A3_LANDSCAPE, language);
    }

    /** What stands around the rows of the same sheet as a workbook. */
    TableWorkbook.Head workbook(List<Column> columns) {
        String title = words.say("balance.title");
        return new TableWorkbook.Head(
                words.say("balance.sheet"),
                title,
                java.util.stream.Stream.concat(
                                issue.facts().stream(), java.util.stream.Stream.of(issue.fact("shown", shown())))
                        .map(fact -> fact.caption() + fact.text())
                        .toList(),
                columns,
                issue.note(title),
                issue.signatures(),
                language);
    }

    private Table.Row row(OrderBalance row) {
        return new Table.Row(
                entries.stream().map(entry -> entry.value.apply(row)).toList(), BalanceColumns.tone(row));
    }

    private String shown() {
        List<String> shown = new ArrayList<>();
        shown.add(words.say(filter.withDelivered() ? "balance.all" : "balance.lines"));
        add(shown, "as-of", filter.asOf() == null ? null : day(filter.asOf()));
        add(shown, "customer", filter.customer());
        add(shown, "item", filter.item());
        add(shown, "from", filter.from() == null ? null : day(filter.from()));
        add(shown, "to", filter.to() == null ? null : day(filter.to()));
        add(shown, "stage", filter.stage());
        if (filter.late() != null) {
            shown.add(words.say(filter.late() ? "balance.late" : "balance.in-time"));
        }
        return String.join(words.say("separator"), shown);
    }

    private void add(List<String> shown, String what, @Nullable Object value) {
        if (value != null) {
            shown.add(words.say("balance." + what, value));
        }
    }

    private Value part(OrderBalance row) {
        String details =
                row.shortDescription().isBlank() ? row.itemName() : row.itemName() + "\n" + row.shortDescription();
        return new Value.Stack(row.item().value(), details);
    }

    private Value dimensions(OrderBalance row) {
        String tolerances = row.specification().tolerances();
        String accepted = words.say(row.tolerancesAccepted() ? "accepted" : "not-accepted");
        return new Value.Stack(
                row.specification().dimensions(), tolerances.isBlank() ? "" : tolerances + " (" + accepted + ")");
    }

    private Value requested(OrderBalance row) {
        return new Value.Stack(day(row.requested()), row.expected().size() > 1 ? parts(row.expected()) : "");
    }

    private Value delivered(OrderBalance row) {
        return row.deliveries().isEmpty()
                ? Value.NOTHING
                : new Value.Stack(language.quantity(row.delivered()), parts(row.deliveries()));
    }

    private static Value daysLate(OrderBalance row) {
        return row.isLate() ? new Value.Number(BigDecimal.valueOf(row.daysLate())) : Value.NOTHING;
    }

    private Value penalty(OrderBalance row) {
        return row.penalty() == null
                ? Value.NOTHING
                : new Value.Stack(
                        language.money(row.penalty()), row.penaltyPhrase().in(language));
    }

    private String parts(List<OrderBalance.Part> parts) {
        return parts.stream()
                .map(part ->
                        day(part.on()) + ": " + language.number(part.quantity().amount()))
                .collect(Collectors.joining("\n"));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : language.day(day);
    }

    private record Entry(String key, int width, Function<OrderBalance, Value> value) {}
}
