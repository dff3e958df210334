package org.duebook.policy.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.policy.CheckReport;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.DraftOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleDraft;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleSheet;
import org.duebook.policy.RuleSheet.Kind;
import org.duebook.policy.RuleTable;
import org.duebook.policy.SheetEdit;
import org.duebook.policy.load.Layout;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.table.CsvText;
import org.duebook.policy.table.Faults;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The rules as an analyst has them before him: what runs, with what he changed. */
public final class Drafts {

    private static final int VERSIONS_KEPT = 8;

    private final DraftRows rows;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Recent<RuleFiles> published = new Recent<>(VERSIONS_KEPT);
    private final Recent<Optional<Layout>> layouts = new Recent<>(VERSIONS_KEPT);
    private final Recent<CheckReport> checks = new Recent<>(VERSIONS_KEPT);
    private final Recent<CheckReport> looks = new Recent<>(VERSIONS_KEPT);

    public Drafts(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.rows = new DraftRows(jdbc);
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What an analyst has before him.
     *
     * @param base files of the version it is based on
     * @param files those with what was changed
     * @param kept empty where nothing was changed
     */
    record Desk(RuleFiles base, RuleFiles files, Optional<DraftRows.Kept> kept) {}

    private Desk desk(Actor analyst, String running) {
        Optional<DraftRows.Kept> kept = rows.find(analyst);
        RuleFiles base = files(kept.map(DraftRows.Kept::basedOn).orElse(running));
        return new Desk(base, with(base, kept.map(DraftRows.Kept::files).orElse(Map.of())), kept);
    }

    private RuleFiles files(String version) {
        return published.get(version, wanted -> new RuleFiles(rows.published(wanted)));
    }

    private static RuleFiles with(RuleFiles base, Map<String, byte[]> changed) {
        if (changed.isEmpty()) {
            return base;
        }
        Map<String, byte[]> files = new HashMap<>(base.all());
        files.putAll(changed);
        return new RuleFiles(files);
    }

    private Sheets sheets(RuleFiles base) {
        return new Sheets(layouts.get(base.version(), version -> Layout.of(base))
                .orElseThrow(() ->
                        new IllegalStateException("ruleset.yml of published rules " + base.version() + " is faulty")));
    }

    private CheckReport look(RuleFiles files) {
        return looks.get(files.version(), version -> RuleSetLoader.look(files));
    }

    public Optional<RuleDraft> draft(Actor analyst, String running) {
        Desk desk = desk(analyst, running);
        return desk.kept()
                .map(kept -> new RuleDraft(
                        kept.basedOn(),
                        desk.files().version(),
                        kept.changedAt(),
                        List.copyOf(kept.files().keySet()),
                        !kept.basedOn().equals(running)));
    }

    /** All files: those an analyst edits by path → bytes as the analyst has them, and all others. */
    public Map<String, byte[]> all(Actor analyst, String running) {
        return desk(analyst, running).files().all();
    }

    /**
     * The tables in the order an order meets them, then values, tests, and what developers write. A table that lies there as a
     * workbook is edited there and counts among the last.
     */
    public List<RuleTable> tables(Actor analyst, String running) {
        Desk desk = desk(analyst, running);
        Sheets sheets = sheets(desk.base());
        List<String> order = new ArrayList<>(sheets.layout().tables());
        order.removeIf(path -> !desk.files().has(path));
        order.addAll(desk.files().in("tests"));
        desk.files().all().keySet().stream()
                .filter(path -> !order.contains(path))
                .forEach(order::add);
        CheckReport look = look(desk.files());
        return order.stream()
                .map(path -> table(path, desk, sheets, look.faults()))
                .toList();
    }

    private static RuleTable table(String path, Desk desk, Sheets sheets, List<RuleFault> faults) {
        Optional<Kind> kind = sheets.kind(path);
        Optional<CsvText> text = kind.isEmpty() ? Optional.empty() : text(path, desk.files());
        boolean same = Arrays.equals(desk.files().bytes(path), desk.base().bytes(path));
        return new RuleTable(
                path,
                kind.isEmpty() ? path : sheets.titled(path).title(),
                kind.isEmpty() ? "" : sheets.titled(path).text(),
                kind.orElse(null),
                sheets.hit(path),
                text.map(Drafts::speaking).orElse(0),
                same || text.isEmpty() ? 0 : Sheets.changes(text.get(), before(path, desk)),
                (int) faults.stream().filter(fault -> fault.file().equals(path)).count());
    }

    private static int speaking(CsvText text) {
        return (int) text.rows().stream().filter(row -> !row.skipped()).count();
    }

    /** The files the draft changed, by path; none where there is no draft. */
    public Map<String, byte[]> changed(Actor analyst, String running) {
        return desk(analyst, running).kept().map(DraftRows.Kept::files).orElse(Map.of());
    }

    /**
     * The draft as what would be published.
     *
     * @param seen version of the draft as the analyst saw it
     * @return nothing when there is no draft, or it is another one by now
     */
    public Optional<RuleChange> toPublish(
            String seen, String comment, Optional<Instant> effectiveFrom, Actor analyst, String running) {
        Desk desk = desk(analyst, running);
        return desk.kept().filter(kept -> desk.files().version().equals(seen)).map(kept -> {
            Map<String, Optional<byte[]>> files = new HashMap<>();
            kept.files().forEach((path, bytes) -> files.put(path, Optional.of(bytes)));
            return new RuleChange(kept.basedOn(), files, comment, effectiveFrom);
        });
    }

    /**
     * Makes what was published once, and withdrawn, a draft again.
     *
     * @param before the version it was published over
     */
    public DraftOutcome take(String version, String before, Actor analyst) {
        RuleFiles base = files(before);
        RuleFiles wanted = files(version);
        List<String> removed =
                base.all().keySet().stream().filter(path -> !wanted.has(path)).toList();
        if (!removed.isEmpty()) {
            return new DraftOutcome.Refused(List.of(new Fault(
                    "files",
                    "a publication that removed " + String.join(", ", removed),
                    "one that changed files only",
                    "publish it again the way it was published")));
        }
        Map<String, byte[]> files = new TreeMap<>();
        base.differing(wanted).forEach(path -> files.put(path, wanted.bytes(path)));
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!rows.lock(analyst, before, clock.instant()).files().isEmpty()) {
                status.setRollbackOnly();
                return new DraftOutcome.Refused(
                        List.of(new Fault("draft", "a draft of yours", "none", "publish or discard it first")));
            }
            rows.keep(analyst, before, files, clock.instant());
            return new DraftOutcome.Kept(0);
        }));
    }

    /** What a check of the analyst's files said; asked only where these very files were not checked yet. */
    public CheckReport check(Actor analyst, String running, Function<Map<String, byte[]>, CheckReport> ask) {
        RuleFiles files = desk(analyst, running).files();
        return checks.get(files.version(), version -> ask.apply(files.all()));
    }

    /** Ends a draft that was published, unless it was changed meanwhile: then that stays to be published. */
    public void published(String version, Actor analyst, String running) {
        transactions.executeWithoutResult(status -> {
            DraftRows.Kept kept = rows.lock(analyst, running, clock.instant());
            if (kept.files().isEmpty()
                    || with(files(kept.basedOn()), kept.files()).version().equals(version)) {
                rows.discard(analyst);
            }
        });
    }

    /** Scenarios in all; the rows BASE are none. */
    public int scenarios(Actor analyst, String running) {
        RuleFiles files = desk(analyst, running).files();
        return (int) files.in("tests").stream()
                .flatMap(path -> text(path, files).stream())
                .flatMap(text -> text.rows().stream())
                .filter(row -> !row.skipped() && !row.id().equals("BASE"))
                .count();
    }

    private static Optional<CsvText> text(String path, RuleFiles files) {
        return CsvText.read(path, files.bytes(path), new Faults());
    }

    /** A table without the draft's changes: its heading alone where the draft only has it. */
    private static CsvText before(String path, Desk desk) {
        return text(path, desk.base())
                .orElseGet(() -> text(path, desk.files()).orElseThrow().over(List.of()));
    }

    public Optional<RuleSheet> sheet(String file, Actor analyst, String running) {
        Desk desk = desk(analyst, running);
        Sheets sheets = sheets(desk.base());
        return sheets.kind(file)
                .filter(kind -> desk.files().has(file))
                .map(kind -> sheets.sheet(
                        file, kind, text(file, desk.files()).orElseThrow(), before(file, desk), look(desk.files())));
    }

    /** Edits a table as one; a draft is begun where there is none. */
    public DraftOutcome edit(String file, List<SheetEdit> edits, Actor analyst, String running) {
        return change(file, analyst, running, (desk, sheets) -> {
            CsvText text = text(file, desk.files()).orElseThrow();
            Edits run = new Edits(text, idsBeside(file, desk.files(), sheets));
            run.run(edits);
            if (!run.faults().isEmpty()) {
                return new Changed(desk.files().bytes(file), new DraftOutcome.Refused(run.faults()));
            }
            byte[] edited = run.text().bytes();
            Faults unreadable = new Faults();
            CsvText.read(file, edited, unreadable);
            return unreadable.isEmpty()
                    ? new Changed(edited, new DraftOutcome.Kept(run.at()))
                    : new Changed(desk.files().bytes(file), refused(unreadable));
        });
    }

    private static Set<String> idsBeside(String file, RuleFiles files, Sheets sheets) {
        return sheets.layout().stages().keySet().stream()
                .filter(path -> !path.equals(file) && sheets.layout().stages().containsKey(file))
                .flatMap(path -> text(path, files).stream())
                .flatMap(text -> text.rows().stream())
                .map(CsvText.Row::id)
                .collect(Collectors.toSet());
    }

    /** Puts a whole table in place of what the draft has; refused where it cannot be read by rows and columns. */
    public DraftOutcome replace(String file, byte[] bytes, Actor analyst, String running) {
        return change(file, analyst, running, (desk, sheets) -> {
            Faults wrong = new Faults();
            Optional<CsvText> text =
                    bytes.length > RuleFiles.LARGEST_FILE ? Optional.empty() : CsvText.read(file, bytes, wrong);
            if (bytes.length > RuleFiles.LARGEST_FILE) {
                wrong.add(file, 0, "", bytes.length + " bytes", "at most " + RuleFiles.LARGEST_FILE, "split the table");
            }
            List<String> heading = before(file, desk).heading();
            text.filter(read -> !Set.copyOf(read.heading()).equals(Set.copyOf(heading)))
                    .filter(read -> sheets.kind(file)
                            .filter(kind -> kind != Kind.SCENARIOS)
                            .isPresent())
                    .ifPresent(read -> wrong.add(
                            file,
                            1,
                            "",
                            String.join(", ", read.heading()),
                            "the columns " + String.join(", ", heading),
                            "correct the heading, or choose the file of this table"));
            return wrong.isEmpty()
                    ? new Changed(text.orElseThrow().bytes(), new DraftOutcome.Kept(0))
                    : new Changed(desk.files().bytes(file), refused(wrong));
        });
    }

    private static DraftOutcome refused(Faults faults) {
        return new DraftOutcome.Refused(
                faults.all().stream().map(RuleFault::asFault).toList());
    }

    /** New bytes of the file, and what to answer. */
    private record Changed(byte[] bytes, DraftOutcome outcome) {}

    private interface ChangeOf {
        Changed of(Desk desk, Sheets sheets);
    }

    private DraftOutcome change(String file, Actor analyst, String running, ChangeOf change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            DraftRows.Kept kept = rows.lock(analyst, running, clock.instant());
            RuleFiles base = files(kept.basedOn());
            Sheets sheets = sheets(base);
            boolean known = sheets.kind(file).isPresent() && base.has(file);
            if (!known && !kept.files().containsKey(file)) {
                status.setRollbackOnly();
                return new DraftOutcome.Unknown(file);
            }
            Changed changed = change.of(new Desk(base, with(base, kept.files()), Optional.of(kept)), sheets);
            if (changed.outcome() instanceof DraftOutcome.Kept) {
                Map<String, byte[]> files = new TreeMap<>(kept.files());
                if (Arrays.equals(changed.bytes(), base.bytes(file))) {
                    files.remove(file);
                } else {
                    files.put(file, changed.bytes());
                }
                rows.keep(analyst, kept.basedOn(), files, clock.instant());
            } else {
                status.setRollbackOnly();
            }
            return changed.outcome();
        }));
    }

    /** Forgets what was changed in one table. */
    public void discard(String file, Actor analyst, String running) {
        change(
                file,
                analyst,
                running,
                (desk, sheets) -> new Changed(desk.base().bytes(file), new DraftOutcome.Kept(0)));
    }

    /** Forgets all that was changed; whether there was something. */
    public boolean discard(Actor analyst) {
        return Boolean.TRUE.equals(transactions.execute(status -> rows.discard(analyst)));
    }

    /** What the draft and the running version both changed. */
    public List<DraftConflict> conflicts(Actor analyst, String running) {
        Desk desk = desk(analyst, running);
        return LaidDraft.of(desk, files(running), conflict -> Side.MINE).conflicts();
    }

    /**
     * Lays the draft over the running version, where each conflict is decided.
     *
     * @param decided by {@link DraftConflict#place}
     * @return conflicts that are still open; then nothing is changed
     */
    public List<DraftConflict> layOver(Map<String, Side> decided, Actor analyst, String running) {
        return Objects.requireNonNull(transactions.execute(status -> {
            DraftRows.Kept kept = rows.lock(analyst, running, clock.instant());
            RuleFiles base = files(kept.basedOn());
            LaidDraft laid = LaidDraft.of(
                    new Desk(base, with(base, kept.files()), Optional.of(kept)),
                    files(running),
                    conflict -> decided.getOrDefault(conflict.place(), Side.MINE));
            List<DraftConflict> open = laid.conflicts().stream()
                    .filter(conflict -> !decided.containsKey(conflict.place()))
                    .toList();
            if (open.isEmpty()) {
                rows.keep(analyst, running, laid.files(), clock.instant());
            } else {
                status.setRollbackOnly();
            }
            return open;
        }));
    }
}
