package org.duebook.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duebook.documents.Form;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Value;
import org.duebook.documents.TableWorkbook;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/** A week of the published plan, machine by machine and day by day. */
final class WeekForm {

    private static final List<String> KEYS = List.of(
            "machine",
            "machine-name",
            "work-centre",
            "day",
            "start",
            "end",
            "order",
            "line",
            "item",
            "item-name",
            "operation-id",
            "operation",
            "quantity",
            "unit",
            "changeover-to",
            "changeover-from",
            "remarks");
    private static final List<Integer> WIDTHS =
            List.of(12, 18, 12, 12, 17, 17, 12, 5, 14, 24, 14, 20, 10, 6, 14, 17, 30);

    private final Issue issue;
    private final Words words;
    private final Language language;
    private final WorkWords work;
    private final LocalDate monday;
    private final LocalDateTime published;

    WeekForm(Issue issue, WorkWords work, LocalDate monday, LocalDateTime published) {
        this.issue = issue;
        this.words = issue.words();
        this.language = issue.language();
        this.work = work;
        this.monday = monday;
        this.published = published;
    }

    /** One machine with what it does. */
    record MachineWeek(Machine machine, List<DayOfWork> days) {}

    Form form(List<MachineWeek> machines, List<DayOfWork> vendors) {
        String title = words.say("schedule.title");
        List<Form.Part> parts = new ArrayList<>();
        parts.add(new Form.Part.Text(words.say("dispatch.note")));
        for (MachineWeek week : machines) {
            parts.add(new Form.Part.Heading(heading(week.machine()), false));
            parts.add(grid(week.days()));
        }
        if (!vendors.isEmpty()) {
            parts.add(new Form.Part.Heading(words.say("schedule.vendors"), false));
            parts.add(grid(vendors));
        }
        if (machines.isEmpty() && vendors.isEmpty()) {
            parts.add(grid(List.of()));
        }
        return new Form(
                title,
                issue.note(title),
                facts(machines, vendors),
                parts,
                issue.signatures(),
                Form.Paper.A4_LANDSCAPE,
                language);
    }

    TableWorkbook.Head workbook(List<MachineWeek> machines, List<DayOfWork> vendors) {
        String title = words.say("schedule.title");
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < KEYS.size(); at++) {
            columns.add(new Column(KEYS.get(at), words.say(KEYS.get(at)), WIDTHS.get(at), false));
        }
        return new TableWorkbook.Head(
                words.say("schedule.sheet"),
                title,
                facts(machines, vendors).stream()
                        .map(fact -> fact.caption() + fact.text())
                        .toList(),
                columns,
                issue.note(title),
                issue.signatures(),
                language);
    }

    /** A row of the workbook; what a vendor does has no machine. */
    Table.Row row(Map<String, Machine> machines, DayOfWork day) {
        ScheduledOperation operation = day.operation();
        var code = operation.placed().machine();
        Machine machine = code == null ? null : machines.get(code.value());
        Value none = Value.NOTHING;
        return new Table.Row(
                List.of(
                        code == null ? none : new Value.Text(code.value()),
                        machine == null ? none : new Value.Text(machine.name()),
                        new Value.Text(operation.workCentre().value()),
                        new Value.Day(day.day()),
                        new Value.Moment(work.local(day.from())),
                        new Value.Moment(work.local(day.to())),
                        new Value.Text(operation.orderLine().order().value()),
                        new Value.Number(
                                BigDecimal.valueOf(operation.orderLine().line())),
                        new Value.Text(operation.item().value()),
                        new Value.Text(work.itemName(operation)),
                        new Value.Text(operation.placed().operation().toString()),
                        new Value.Text(operation.name()),
                        new Value.Number(operation.quantity().amount()),
                        new Value.Text(operation.quantity().unit().code()),
                        day.changesOver() ? new Value.Text(operation.placed().setupState()) : none,
                        day.changesOver() ? new Value.Moment(work.local(day.from())) : none,
                        new Value.Text(work.remarks(day))),
                WorkWords.tone(day));
    }

    private List<Form.Fact> facts(List<MachineWeek> machines, List<DayOfWork> vendors) {
        long operations = Stream.concat(machines.stream().flatMap(week -> week.days().stream()), vendors.stream())
                .map(day -> day.operation().placed().operation())
                .distinct()
                .count();
        String days = words.say(
                "schedule.days",
                language.day(monday),
                language.day(monday.plusDays(6)),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        List<Form.Fact> facts = new ArrayList<>();
        facts.add(issue.fact("schedule.week", days));
        facts.addAll(issue.facts());
        facts.add(issue.fact("schedule.published", language.moment(published)));
        facts.add(issue.fact("schedule.operations", language.number(BigDecimal.valueOf(operations))));
        return facts;
    }

    private String heading(Machine machine) {
        return words.say("schedule.machine", machine.code(), machine.name(), machine.workCentre());
    }

    private Form.Part.Grid grid(List<DayOfWork> days) {
        List<Column> columns = Stream.of(
                        "day:23",
                        "start:13",
                        "end:13",
                        "order-line:19",
                        "part:29",
                        "operation:28",
                        "quantity:15",
                        "changeover:26",
                        "remarks:40")
                .map(column -> column.split(":"))
                .map(column -> new Column(words.say(column[0]), Integer.parseInt(column[1])))
                .toList();
        return new Form.Part.Grid(columns, days.stream().map(this::row).toList(), words.say("schedule.empty"));
    }

    private Table.Row row(DayOfWork day) {
        ScheduledOperation operation = day.operation();
        return new Table.Row(
                List.of(
                        new Value.Text(language.weekday(day.day())),
                        work.start(day),
                        new Value.Text(work.time(day.to(), day.day())),
                        new Value.Text(operation.orderLine().toString()),
                        work.part(operation),
                        work.operation(operation),
                        work.quantity(operation),
                        work.changeover(day),
                        new Value.Text(work.remarks(day))),
                WorkWords.tone(day));
    }
}
