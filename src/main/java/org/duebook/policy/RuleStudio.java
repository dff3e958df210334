package org.duebook.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.RuleSetVersion.State;
import org.duebook.policy.draft.BackTests;
import org.duebook.policy.draft.Drafts;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Service;

/**
 * Where analysts change the rules: each has a draft of his own, which survives everything but being discarded or published.
 * Nothing of it decides before.
 */
@Service
public class RuleStudio {

    private final Policies policies;
    private final Drafts drafts;
    private final BackTests backTests;

    RuleStudio(Policies policies, Drafts drafts, BackTests backTests) {
        this.policies = policies;
        this.drafts = drafts;
        this.backTests = backTests;
    }

    /** The version that runs. */
    public String running() {
        return policies.status().version();
    }

    /** The analyst's draft, if there is one. */
    public Optional<RuleDraft> draft(Actor analyst) {
        return drafts.draft(analyst, running());
    }

    /** Every file with what it is for, as the analyst has it. */
    public List<RuleTable> tables(Actor analyst) {
        return drafts.tables(analyst, running());
    }

    /** A table as the analyst has it; nothing for a developer's file or one there is not. */
    public Optional<RuleSheet> sheet(String file, Actor analyst) {
        return drafts.sheet(file, analyst, running());
    }

    /** Any file as the analyst has it. */
    public Optional<byte[]> bytes(String file, Actor analyst) {
        return Optional.ofNullable(drafts.all(analyst, running()).get(file));
    }

    /** Edits rows of a table, all or nothing. */
    public DraftOutcome edit(String file, List<SheetEdit> edits, Actor analyst) {
        return drafts.edit(file, edits, analyst, running());
    }

    /** A table as the analyst has it, as a workbook; nothing for a developer's file or one there is not. */
    public Optional<byte[]> workbook(String file, Actor analyst) {
        return sheet(file, analyst).map(sheet -> policies.workbook(file, drafts.all(analyst, running())));
    }

    /** Puts a CSV file, or a workbook of it, in the place of a table. */
    public DraftOutcome replace(String file, byte[] bytes, Actor analyst) {
        if (!isWorkbook(bytes)) {
            return drafts.replace(file, bytes, analyst, running());
        }
        WorkbookRead read = policies.csv(file, bytes);
        return read.faults().isEmpty()
                ? drafts.replace(file, read.csv().getBytes(StandardCharsets.UTF_8), analyst, running())
                : new DraftOutcome.Refused(
                        read.faults().stream().map(RuleFault::asFault).toList());
    }

    /** It begins as a zip file does. */
    private static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** Forgets the analyst's changes of one table. */
    public void discard(String file, Actor analyst) {
        drafts.discard(file, analyst, running());
    }

    /** Forgets all changes of the analyst; whether there were some. */
    public boolean discard(Actor analyst) {
        return drafts.discard(analyst);
    }

    /** What the analyst's draft and a version published meanwhile both changed. */
    public List<DraftConflict> conflicts(Actor analyst) {
        return drafts.conflicts(analyst, running());
    }

    /**
     * Lays the analyst's changes over the version that runs.
     *
     * @param decided by {@link DraftConflict#place}
     * @param seen version that ran when it was decided
     * @return conflicts nobody decided; while there are some nothing is changed. Nothing when another version runs by now.
     */
    public Optional<List<DraftConflict>> layOver(Map<String, Side> decided, String seen, Actor analyst) {
        return Optional.of(seen)
                .filter(version -> version.equals(running()))
                .map(version -> drafts.layOver(decided, analyst, version));
    }

    /**
     * Makes a publication that was withdrawn the analyst's draft again, unless there is one.
     *
     * @param publication its number
     * @return unknown where it is none that was withdrawn
     */
    public DraftOutcome take(long publication, Actor analyst) {
        List<RuleSetVersion> versions = policies.versions();
        Optional<RuleSetVersion> withdrawn = versions.stream()
                .filter(each -> each.number() == publication && each.state() == State.WITHDRAWN)
                .findFirst();
        Optional<RuleSetVersion> before = versions.stream()
                .filter(each -> each.number() < publication && each.state() != State.WITHDRAWN)
                .findFirst();
        return withdrawn.isEmpty() || before.isEmpty()
                ? new DraftOutcome.Unknown("publication " + publication)
                : drafts.take(withdrawn.get().version(), before.get().version(), analyst);
    }

    /** What publishing the analyst's rules would say; compiles them, a second or so. */
    public CheckReport check(Actor analyst) {
        return drafts.check(analyst, running(), policies::check);
    }

    /**
     * Lets the analyst's draft decide, at once or from an instant on; then it is no draft any more.
     *
     * @param seen version of the draft as the analyst saw it
     * @param comment why; see {@link RuleChange#wrong}
     * @return nothing when there is no draft, or it is another one by now
     */
    public Optional<PublishOutcome> publish(
            String seen, String comment, Optional<Instant> effectiveFrom, Actor analyst) {
        return drafts.toPublish(seen, comment, effectiveFrom, analyst, running())
                .map(change -> publish(seen, change, analyst));
    }

    private PublishOutcome publish(String seen, RuleChange change, Actor analyst) {
        PublishOutcome outcome = policies.publish(change, analyst);
        switch (outcome) {
            case PublishOutcome.Published published -> drafts.published(seen, analyst, running());
            case PublishOutcome.Scheduled scheduled -> drafts.published(seen, analyst, running());
            case PublishOutcome.Unchanged unchanged -> drafts.published(seen, analyst, running());
            case PublishOutcome.Refused refused -> {}
            case PublishOutcome.Outdated outdated -> {}
            case PublishOutcome.Waiting waiting -> {}
            case PublishOutcome.NotThen notThen -> {}
            case PublishOutcome.Unknown unknown -> {}
        }
        return outcome;
    }

    /** What the draft changes of the rules that run, by row and cell. */
    public RuleSetDifference difference(Actor analyst) {
        Map<String, Optional<byte[]>> files = new HashMap<>();
        drafts.changed(analyst, running()).forEach((path, bytes) -> files.put(path, Optional.of(bytes)));
        return policies.difference(files);
    }

    /** How many scenario tests there are. */
    public int scenarios(Actor analyst) {
        return drafts.scenarios(analyst, running());
    }

    /** Tries the analyst's rules on the orders of a period, in the background; false while the last try is under way. */
    public boolean backTest(LocalDate from, LocalDate to, Actor analyst) {
        Map<String, byte[]> all = drafts.all(analyst, running());
        String version = new RuleFiles(all).version();
        return backTests.start(
                analyst, version, from, to, (progress, stop) -> policies.backTest(all, from, to, progress, stop));
    }

    /** The analyst's last back-test since the application started, if any. */
    public Optional<BackTestRun> lastBackTest(Actor analyst) {
        return backTests.last(analyst);
    }

    public void stopBackTest(Actor analyst) {
        backTests.stop(analyst);
    }

    /** What the analyst's rules would say to facts; nothing where they are faulty. */
    public Optional<OrderVerdict> judge(OrderFacts facts, Actor analyst) {
        return policies.judge(facts, drafts.all(analyst, running()));
    }
}
