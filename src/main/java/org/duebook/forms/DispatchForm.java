package org.duebook.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.documents.Form;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Value;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.Words;

/** What a machine does on one day, in order, with room for the shop floor to write what came of it: one machine to a page. */
final class DispatchForm {

    private final Issue issue;
    private final Words words;
    private final WorkWords work;
    private final LocalDate day;
    private final LocalDateTime published;

    DispatchForm(Issue issue, WorkWords work, LocalDate day, LocalDateTime published) {
        this.issue = issue;
        this.words = issue.words();
        this.work = work;
        this.day = day;
        this.published = published;
    }

    /** One machine with its shifts and what it does in them. */
    record MachineDay(Machine machine, List<TimeWindow> shifts, List<DayOfWork> work) {}

    Form form(List<MachineDay> machines) {
        String title = words.say("dispatch.title");
        List<Form.Fact> facts = new ArrayList<>();
        facts.add(issue.fact("day", issue.language().weekday(day)));
        facts.addAll(issue.facts());
        facts.add(issue.fact("schedule.published", issue.language().moment(published)));
        List<Form.Part> parts = new ArrayList<>();
        parts.add(new Form.Part.Text(words.say("dispatch.note")));
        for (MachineDay machine : machines) {
            parts.add(new Form.Part.Heading(heading(machine.machine()), machine != machines.getFirst()));
            parts.add(new Form.Part.Facts(List.of(
                    issue.fact("day", issue.language().weekday(day)),
                    issue.fact("dispatch.shifts", shifts(machine.shifts())))));
            parts.add(grid(machine.work(), words.say("dispatch.empty")));
        }
        if (machines.isEmpty()) {
            parts.add(grid(List.of(), words.say("dispatch.no-machine")));
        }
        return new Form(
                title,
                issue.note(title + " · " + issue.language().day(day)),
                facts,
                parts,
                issue.signatures(),
                Form.Paper.A4_LANDSCAPE,
                issue.language());
    }

    private String heading(Machine machine) {
        return words.say("schedule.machine", machine.code(), machine.name(), machine.workCentre());
    }

    private String shifts(List<TimeWindow> shifts) {
        return shifts.isEmpty()
                ? words.say("dispatch.none")
                : shifts.stream()
                        .map(shift -> work.time(shift.from(), day) + "–" + work.time(shift.to(), day))
                        .collect(Collectors.joining(words.say("separator")));
    }

    private Form.Part.Grid grid(List<DayOfWork> days, String whenEmpty) {
        List<Column> columns = Stream.of(
                        "sequence:8",
                        "order-line:19",
                        "part:30",
                        "operation:26",
                        "quantity:15",
                        "changeover:25",
                        "start:13",
                        "end:14",
                        "remarks:27",
                        "good:14",
                        "scrap:14",
                        "signed:18")
                .map(column -> column.split(":"))
                .map(column -> new Column(words.say(column[0]), Integer.parseInt(column[1])))
                .toList();
        List<Table.Row> rows = new ArrayList<>();
        for (DayOfWork each : days) {
            rows.add(row(rows.size() + 1, each));
        }
        return new Form.Part.Grid(columns, rows, whenEmpty);
    }

    private Table.Row row(int sequence, DayOfWork each) {
        ScheduledOperation operation = each.operation();
        return new Table.Row(
                List.of(
                        new Value.Number(BigDecimal.valueOf(sequence)),
                        new Value.Text(operation.orderLine().toString()),
                        work.part(operation),
                        work.operation(operation),
                        work.quantity(operation),
                        work.changeover(each),
                        work.start(each),
                        new Value.Text(work.time(each.to(), each.day())),
                        new Value.Text(work.remarks(each)),
                        Value.NOTHING,
                        Value.NOTHING,
                        Value.NOTHING),
                WorkWords.tone(each));
    }
}
