package org.duebook.policy.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.policy.CheckReport;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleSheet;
import org.duebook.policy.RuleSheet.Cell;
import org.duebook.policy.RuleSheet.Change;
import org.duebook.policy.RuleSheet.Column;
import org.duebook.policy.RuleSheet.Form;
import org.duebook.policy.RuleSheet.Kind;
import org.duebook.policy.RuleSheet.Part;
import org.duebook.policy.load.Layout;
import org.duebook.policy.scenario.ScenarioColumns;
import org.duebook.policy.table.CellForms;
import org.duebook.policy.table.CsvText;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Parameter;
import org.duebook.policy.table.Template;
import org.duebook.policy.table.Titled;
import org.jspecify.annotations.Nullable;

/** Makes tables people can read and edit of files. */
final class Sheets {

    private static final String TESTS = "tests/";

    private final Layout layout;

    Sheets(Layout layout) {
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    /** What a table is; nothing for a developer's file. */
    Optional<Kind> kind(String file) {
        if (file.startsWith(TESTS) && file.endsWith(".csv")) {
            return Optional.of(Kind.SCENARIOS);
        }
        return !layout.tables().contains(file)
                ? Optional.empty()
                : Optional.of(layout.stages().containsKey(file) ? Kind.RULES : Kind.VALUES);
    }

    Titled titled(String file) {
        return file.startsWith(TESTS)
                ? new Titled(
                        layout.titles().entrySet().stream()
                                        .filter(each ->
                                                Titled.named(each.getKey()).equals(Titled.named(file)))
                                        .map(each -> each.getValue().title())
                                        .findFirst()
                                        .orElseGet(() -> Titled.named(file))
                                + ": tests",
                        "Facts that are given and the verdict that is expected. All of them must hold before rules may"
                                + " decide. The row BASE says what the rows below leave empty.")
                : layout.titled(file);
    }

    /** How the rows of a table decide; empty where they do not. */
    String hit(String file) {
        return Optional.ofNullable(layout.stages().get(file))
                .map(stage -> switch (stage.hit()) {
                    case COLLECT -> "Every row that applies counts";
                    case FIRST -> "The first row that applies has the say";
                    case HIGHEST -> "Of the rows that apply, the highest per cent counts";
                })
                .orElse("");
    }

    /**
     * @param base the same table without the draft's changes
     * @param look at all files
     */
    RuleSheet sheet(String file, Kind kind, CsvText text, CsvText base, CheckReport look) {
        List<String> headings = text.heading();
        List<Column> columns = headings.stream()
                .map(heading -> column(file, kind, heading, headings))
                .toList();
        List<RuleFault> own = look.faults().stream()
                .filter(fault -> fault.file().equals(file))
                .map(fault -> placed(file, fault, headings))
                .toList();
        Map<String, CsvText.Row> before = base.heading().equals(headings) ? byId(base) : Map.of();
        List<RuleSheet.Row> rows = new ArrayList<>();
        for (CsvText.Row row : text.rows()) {
            rows.add(row(kind, file, row, headings, before, own, look.notes()));
        }
        List<Integer> lines = text.rows().stream().map(CsvText.Row::line).toList();
        Titled titled = titled(file);
        return new RuleSheet(
                file,
                titled.title(),
                titled.text(),
                kind,
                columns,
                rows,
                own.stream().filter(fault -> !lines.contains(fault.row())).toList(),
                look.notes().stream()
                        .filter(note -> note.file().equals(file) && note.rows().isEmpty())
                        .map(CheckReport.Note::text)
                        .toList());
    }

    /** A fault that names a result by another name than its column stands at the column. */
    private RuleFault placed(String file, RuleFault fault, List<String> headings) {
        Template template = layout.templates().get(file);
        if (template == null || headings.contains(fault.column())) {
            return fault;
        }
        return template.results().entrySet().stream()
                .filter(result -> result.getValue().name().equals(fault.column()))
                .findFirst()
                .map(result ->
                        new RuleFault(file, fault.row(), result.getKey(), fault.found(), fault.wanted(), fault.cure()))
                .orElse(fault);
    }

    private RuleSheet.Row row(
            Kind kind,
            String file,
            CsvText.Row row,
            List<String> headings,
            Map<String, CsvText.Row> before,
            List<RuleFault> faults,
            List<CheckReport.Note> notes) {
        CsvText.@Nullable Row was = row.skipped() ? null : before.get(row.id());
        List<RuleFault> here =
                faults.stream().filter(fault -> fault.row() == row.line()).toList();
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String heading = column < headings.size() ? headings.get(column) : "";
            String cell = row.cells().get(column);
            Optional<String> old = was == null || was.cells().get(column).equals(cell)
                    ? Optional.empty()
                    : Optional.of(was.cells().get(column));
            cells.add(new Cell(
                    cell,
                    old,
                    here.stream()
                            .filter(fault -> fault.column().equals(heading))
                            .toList()));
        }
        boolean changed = cells.stream().anyMatch(cell -> cell.before().isPresent());
        Change change =
                row.skipped() ? Change.NONE : was == null ? Change.ADDED : changed ? Change.CHANGED : Change.NONE;
        return new RuleSheet.Row(
                row.at(),
                row.line(),
                row.key(),
                row.skipped(),
                change,
                cells,
                kind == Kind.VALUES ? value(file, row.cells()) : Optional.empty(),
                here.stream()
                        .filter(fault -> !headings.contains(fault.column()))
                        .toList(),
                notes.stream()
                        .filter(note ->
                                note.rows().stream().anyMatch(at -> at.file().equals(file) && at.row() == row.line()))
                        .map(CheckReport.Note::text)
                        .toList());
    }

    private Optional<Form> value(String file, List<String> cells) {
        return layout.parameters().getOrDefault(file, List.of()).stream()
                .filter(parameter -> cells.size() > 1 && parameter.name().equals(cells.get(1)))
                .findFirst()
                .map(CellForms::of)
                .map(Sheets::form);
    }

    private Column column(String file, Kind kind, String heading, List<String> headings) {
        if (kind == Kind.SCENARIOS) {
            Part part = heading.equals("id")
                    ? Part.ID
                    : ScenarioColumns.isExpectation(heading)
                            ? Part.SAID
                            : heading.equals("note") ? Part.BESIDE : Part.GIVEN;
            return new Column(heading, part, form(ScenarioColumns.of(heading, headings)));
        }
        House house = layout.house();
        Template template = layout.templates().get(file);
        if (kind == Kind.RULES && template != null) {
            Template.Condition condition = template.conditions().get(heading);
            Template.Result result = template.results().get(heading);
            if (condition != null) {
                return new Column(heading, Part.GIVEN, form(CellForms.of(condition, house)));
            } else if (result != null) {
                return new Column(heading, Part.SAID, form(CellForms.of(result, house)));
            }
        }
        return new Column(heading, part(heading), form(plain(file, heading)));
    }

    private static Part part(String heading) {
        return switch (heading) {
            case "id" -> Part.ID;
            case "valid from", "valid to", "note" -> Part.BESIDE;
            case "value", "requirement", "working days" -> Part.SAID;
            default -> Part.GIVEN;
        };
    }

    private CellForms plain(String file, String heading) {
        List<String> names = layout.parameters().getOrDefault(file, List.of()).stream()
                .map(Parameter::name)
                .toList();
        return switch (heading) {
            case "parameter" ->
                new CellForms("the name of a parameter; one row of each without dates, and dated ones", names);
            case "value" -> new CellForms("what the parameter takes", List.of());
            default -> CellForms.plain(heading);
        };
    }

    private static Form form(CellForms forms) {
        return new Form(forms.form(), forms.choices());
    }

    /** Rows that say something, by their ids; one that stands twice is none of them. */
    static Map<String, CsvText.Row> byId(CsvText text) {
        Map<String, CsvText.Row> rows = new HashMap<>();
        Map<String, Long> times =
                text.rows().stream().collect(Collectors.groupingBy(CsvText.Row::id, Collectors.counting()));
        text.rows().stream()
                .filter(row -> !row.skipped() && times.getOrDefault(row.id(), 0L) == 1)
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Rows that were changed, added or removed. */
    static int changes(CsvText text, CsvText base) {
        Map<String, CsvText.Row> before = byId(base);
        Map<String, CsvText.Row> after = byId(text);
        int gone = (int)
                before.keySet().stream().filter(id -> !after.containsKey(id)).count();
        int other = (int) after.entrySet().stream()
                .filter(row -> !Optional.ofNullable(before.get(row.getKey()))
                        .map(CsvText.Row::cells)
                        .equals(Optional.of(row.getValue().cells())))
                .count();
        boolean moved = gone + other == 0 && !Arrays.equals(text.bytes(), base.bytes());
        return moved ? 1 : gone + other;
    }
}
