package org.duebook.policy.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.duebook.policy.CheckReport;
import org.duebook.policy.CheckReport.ScenarioFailure;
import org.duebook.policy.Decision;
import org.duebook.policy.clock.ClockTable;
import org.duebook.policy.cover.Coverage;
import org.duebook.policy.engine.PlainTables;
import org.duebook.policy.engine.Rule;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.engine.StageKind;
import org.duebook.policy.guard.DrlGuard;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.policy.scenario.Scenario;
import org.duebook.policy.scenario.ScenarioFile;
import org.duebook.policy.scenario.ScenarioRun;
import org.duebook.policy.table.CellType;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.Near;
import org.duebook.policy.table.Parameter;
import org.duebook.policy.table.Parameters;
import org.duebook.policy.table.RequirementDays;
import org.duebook.policy.table.Row;
import org.duebook.policy.table.Table;
import org.duebook.policy.table.Template;
import org.duebook.policy.table.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a rule set of files: read, guard, compile, prove by the scenarios. Any fault stops it before the next step, with
 * every fault of the step that failed.
 */
public final class RuleSetLoader {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSetLoader.class);

    private static final String TABLE_SOURCE = "tables.drl";
    private static final int EXPERT_FILE_LIMIT = 100_000;

    /** The report, and the rule set when it passed. The caller owns the set and must leave it. */
    public record Loaded(CheckReport report, Optional<RuleSet> ruleSet) {}

    private final RuleFiles files;
    private final boolean mustBeProven;
    private final Faults faults = new Faults();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> meantComplete = new HashSet<>();
    private List<CheckReport.Note> notes = List.of();

    /** The file that is being read. */
    private String reading = "";

    private RuleSetLoader(RuleFiles files, boolean mustBeProven) {
        this.files = files;
        this.mustBeProven = mustBeProven;
    }

    public static Loaded load(RuleFiles files) {
        return new RuleSetLoader(files, true).safely();
    }

    /** A set to try out: it is given too where only scenarios failed, which the report then names. */
    public static Loaded draft(RuleFiles files) {
        return new RuleSetLoader(files, false).safely();
    }

    /** What can be told of files that are read but not compiled: scenarios are not run. */
    public static CheckReport look(RuleFiles files) {
        RuleSetLoader loader = new RuleSetLoader(files, false);
        return loader.safely(() -> {
                    loader.read();
                    return loader.refused(List.of());
                })
                .report();
    }

    /** Files that were read without a fault. */
    private record Readings(Blueprint blueprint, PlainTables plain, List<Scenario> scenarios) {}

    private Loaded safely() {
        return safely(this::load);
    }

    /** What nobody thought of must not stop those who look at files again and again: it is a fault of these files. */
    private Loaded safely(Supplier<Loaded> loading) {
        try {
            return loading.get();
        } catch (RuntimeException unexpected) {
            LOG.error("Rules of version {} could not be loaded, at {}", files.version(), reading, unexpected);
            faults.add(
                    reading,
                    0,
                    "",
                    "something that cannot be read: " + unexpected,
                    "files that can be loaded",
                    "undo the last change");
            return refused(List.of());
        }
    }

    private Loaded load() {
        Optional<Readings> read = read();
        if (read.isEmpty()) {
            return refused(List.of());
        }
        return switch (new RuleCompiler().compile(sources())) {
            case RuleCompiler.Refused refused -> {
                refused.complaints().forEach(this::complain);
                yield refused(List.of());
            }
            case RuleCompiler.Compiled compiled ->
                proven(
                        read.get().blueprint(),
                        read.get().plain(),
                        compiled,
                        read.get().scenarios());
        };
    }

    /** Empty only when there are faults. */
    private Optional<Readings> read() {
        if (!files.fit(faults)) {
            return Optional.empty();
        }
        Optional<Blueprint> blueprint = Blueprint.read(files, faults);
        if (blueprint.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Template> templates = templates();
        blueprint.get().stages().forEach(stage -> readStage(blueprint.get(), stage, templates));
        Optional<PlainTables> plain = plain(blueprint.get());
        List<Scenario> scenarios = files.in("tests").stream()
                .peek(path -> reading = path)
                .flatMap(path -> ScenarioFile.read(path, files.bytes(path), faults).stream())
                .toList();
        reading = "";
        idsAreUnique();
        everyFileIsUsed();
        if (!faults.isEmpty() || plain.isEmpty()) {
            return Optional.empty();
        }
        notes = notes(blueprint.get());
        return Optional.of(new Readings(blueprint.get(), plain.get(), scenarios));
    }

    private List<CheckReport.Note> notes(Blueprint blueprint) {
        return blueprint.stages().stream()
                .map(Blueprint.StagePlan::stage)
                .flatMap(stage ->
                        Coverage.of(stage.hit(), rowsOf(stage.kind()), meantComplete, blueprint.house()).stream())
                .toList();
    }

    private List<Row> rowsOf(StageKind stage) {
        return rules.stream()
                .filter(rule -> rule.stage() == stage)
                .flatMap(rule -> rule.row().stream())
                .toList();
    }

    /** Empty only when there are faults. */
    private Optional<PlainTables> plain(Blueprint blueprint) {
        List.of(blueprint.parameters(), blueprint.requirements(), blueprint.clocks()).stream()
                .map(files::lying)
                .forEach(used::add);
        Optional<Parameters> promise = parameters(blueprint.parameters(), PromiseTable.WANTED);
        Optional<Parameters> clocks =
                blueprint.clocks().isEmpty() ? Optional.empty() : parameters(blueprint.clocks(), ClockTable.WANTED);
        Optional<RequirementDays> requirements = blueprint.requirements().isEmpty()
                ? Optional.of(RequirementDays.NONE)
                : requirements(files.lying(blueprint.requirements()));
        return promise.flatMap(some -> requirements.map(days -> new PlainTables(some, days, clocks)));
    }

    private Optional<RequirementDays> requirements(String path) {
        reading = path;
        return TableBytes.of(path, files, faults).flatMap(bytes -> RequirementDays.read(path, bytes, faults));
    }

    private Optional<Parameters> parameters(String table, List<Parameter> wanted) {
        String path = files.lying(table);
        reading = path;
        return TableBytes.of(path, files, faults).flatMap(bytes -> Parameters.read(path, bytes, wanted, faults));
    }

    private Loaded proven(
            Blueprint blueprint, PlainTables plain, RuleCompiler.Compiled compiled, List<Scenario> scenarios) {
        RuleSet set = new RuleSet(
                files.version(),
                blueprint.house().currency(),
                files.describe(),
                blueprint.stages().stream().map(Blueprint.StagePlan::stage).toList(),
                rules,
                plain,
                compiled.rules(),
                compiled.disposal());
        boolean passed = false;
        try {
            List<ScenarioFailure> failures = failures(set, scenarios);
            passed = faults.isEmpty() && (failures.isEmpty() || !mustBeProven);
            return passed
                    ? new Loaded(new CheckReport(files.version(), List.of(), failures, notes), Optional.of(set))
                    : refused(failures);
        } finally {
            if (!passed) {
                set.leave();
            }
        }
    }

    /** Rules that break down on a scenario would on an order: that is a fault. */
    private List<ScenarioFailure> failures(RuleSet set, List<Scenario> scenarios) {
        List<ScenarioFailure> failures = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            try {
                failures.addAll(new ScenarioRun(set).run(List.of(scenario)));
            } catch (RuntimeException | LinkageError broken) {
                faults.add(
                        scenario.file(),
                        scenario.line(),
                        "",
                        "scenario " + scenario.id() + " on which a rule breaks down: " + broken,
                        "rules that have an answer to it",
                        "mend the rule; one that asks for what may be missing must first ask whether it is there");
            }
        }
        return faults.isEmpty() ? failures : List.of();
    }

    private Loaded refused(List<ScenarioFailure> failures) {
        return new Loaded(new CheckReport(files.version(), faults.all(), failures, notes), Optional.empty());
    }

    private Map<String, Template> templates() {
        Map<String, Template> byTable = new LinkedHashMap<>();
        for (String path : files.in("templates")) {
            reading = path;
            used.add(path);
            Template.read(path, files.bytes(path), faults).ifPresent(template -> {
                if (byTable.put(template.table(), template) != null) {
                    faults.add(path, 1, "table", template.table(), "one template for each table", "remove one");
                }
            });
        }
        return byTable;
    }

    private void readStage(Blueprint blueprint, Blueprint.StagePlan plan, Map<String, Template> templates) {
        StageKind kind = plan.stage().kind();
        for (String table : plan.tables()) {
            String path = files.lying(table);
            reading = path;
            used.add(path);
            Template template = templates.get(table);
            if (template == null) {
                faults.add(
                        path,
                        0,
                        "",
                        "no template",
                        "a file in templates/ with 'table: " + table.substring("tables/".length()) + "'",
                        "add it");
            } else if (fits(template, kind)) {
                if (template.complete()) {
                    meantComplete.add(path);
                }
                Table rows = new Table(template.lyingIn(path), blueprint.house(), faults);
                TableBytes.of(path, files, faults)
                        .map(rows::read)
                        .orElse(List.of())
                        .forEach(row -> {
                            complete(row, kind);
                            rules.add(Rule.of(kind, row));
                        });
            }
        }
        for (String path : plan.experts()) {
            reading = path;
            used.add(path);
            if (files.bytes(path).length > EXPERT_FILE_LIMIT) {
                faults.add(
                        path,
                        0,
                        "",
                        files.bytes(path).length + " bytes",
                        "at most " + EXPERT_FILE_LIMIT,
                        "split the file");
            } else {
                new DrlGuard(path, faults).check(files.bytes(path)).forEach(rule -> rules.add(Rule.of(kind, rule)));
            }
        }
    }

    private boolean fits(Template template, StageKind kind) {
        int before = faults.size();
        if (!kind.subjects().contains(template.about())) {
            faults.add(
                    template.file(),
                    1,
                    "about",
                    template.about(),
                    Near.wanted(template.about(), kind.subjects()),
                    "correct it: the stage is " + kind.label());
        }
        Map<String, CellType> given = new HashMap<>();
        template.results().values().forEach(result -> given.put(result.name(), result.type()));
        kind.known().forEach((name, type) -> {
            boolean wanted = kind.required().containsKey(name) || given.containsKey(name);
            if (wanted && !template.fixed().containsKey(name) && given.get(name) != type) {
                faults.add(
                        template.file(),
                        1,
                        "results",
                        given.containsKey(name) ? "another type" : "no result '" + name + "'",
                        "a result named '" + name + "' of type " + type.label(),
                        "add or correct the column");
            }
        });
        return faults.size() == before;
    }

    /** A row must say what its stage needs, the whole of what it says in part; a deposit must say how much. */
    private void complete(Row row, StageKind kind) {
        Set<String> wanted = new HashSet<>(kind.required().keySet());
        if (row.results().get("outcome") == Decision.Outcome.DEPOSIT) {
            wanted.add("percent");
        }
        kind.optional().stream()
                .map(Map::keySet)
                .filter(group -> group.stream().anyMatch(row.results()::containsKey))
                .forEach(wanted::addAll);
        wanted.stream()
                .filter(name -> !row.results().containsKey(name))
                .forEach(name -> faults.add(
                        row.file(),
                        row.line(),
                        name,
                        "-",
                        "a value: the stage " + kind.label() + " needs it",
                        "fill the cell"));
    }

    private void idsAreUnique() {
        Map<String, Rule> seen = new HashMap<>();
        for (Rule rule : rules) {
            Rule first = seen.putIfAbsent(rule.id(), rule);
            if (first != null) {
                faults.add(
                        rule.file(),
                        rule.line(),
                        "id",
                        rule.id(),
                        "each id once; it is in " + first.file() + " line " + first.line() + " already",
                        "give this rule its own id");
            }
        }
    }

    private void everyFileIsUsed() {
        for (String path : files.all().keySet()) {
            if (path.endsWith(RuleFiles.WORKBOOK) && used.contains(path.replace(RuleFiles.WORKBOOK, ".csv"))) {
                faults.add(
                        path,
                        0,
                        "",
                        "the table as a workbook and as CSV",
                        "each table once",
                        "remove the one that is out of date");
                continue;
            }
            boolean known = used.contains(path) || path.equals(Blueprint.FILE) || path.startsWith("tests/");
            if (!known) {
                faults.add(
                        path,
                        0,
                        "",
                        "a file no stage names",
                        "files named in " + Blueprint.FILE,
                        "name it there, or remove it");
            }
        }
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(TABLE_SOURCE, DrlSource.of(rules));
        rules.stream()
                .filter(rule -> rule.expert().isPresent())
                .map(Rule::file)
                .distinct()
                .forEach(path -> sources.put(
                        path,
                        DrlGuard.HEAD + Text.of(path, files.bytes(path), faults).orElseThrow()));
        return sources;
    }

    private void complain(RuleCompiler.Complaint complaint) {
        String file = complaint.path().isEmpty() || complaint.path().equals(TABLE_SOURCE) ? "" : complaint.path();
        faults.add(
                file,
                Math.max(0, file.isEmpty() ? 0 : complaint.line()),
                "",
                complaint.text(),
                "rules that compile",
                "mend the rule at this place");
    }
}
