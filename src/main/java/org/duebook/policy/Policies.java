package org.duebook.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.duebook.policy.clock.ClockTable;
import org.duebook.policy.desk.RulesDesk;
import org.duebook.policy.difference.Comparison;
import org.duebook.policy.judge.Flattening;
import org.duebook.policy.judge.Judge;
import org.duebook.policy.judge.PenaltyJudge;
import org.duebook.policy.ledger.BackTest;
import org.duebook.policy.ledger.Ledger;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleWorkbook;
import org.duebook.policy.order.OrderJudge;
import org.duebook.policy.order.RowAnswers;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.springframework.stereotype.Service;

/**
 * Asks the running rules. Safe for many threads; each answer comes from one rule set only, the one it names, even while
 * another is being published.
 */
@Service
public class Policies {

    /** Larger rule files than this, in bytes, are refused. */
    public static final int LARGEST_FILE = RuleFiles.LARGEST_FILE;

    private final RulesDesk desk;
    private final Ledger ledger;
    /** It takes all cores, so one at a time. */
    private final Semaphore backTest = new Semaphore(1);

    private final OfDay<PromiseParameters> promise = new OfDay<>(PromiseTable::on);
    private final OfDay<ReleaseRules> releases = new OfDay<>(PromiseTable::releases);
    private final OfDay<VariationParameters> variation = new OfDay<>(PromiseTable::variation);

    Policies(RulesDesk desk, Ledger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    /**
     * Judges an order: validation, credit, deposit, approval. A rejection ends it; a hold does not, so that everything an
     * order waits for is told at once.
     */
    public OrderVerdict judge(OrderFacts facts) {
        return desk.ask(rules -> new OrderJudge(rules).judge(facts));
    }

    /** Keeps judgements of orders that were entered, in the caller's transaction. */
    public void keep(List<Judgement> judgements) {
        ledger.keep(judgements);
    }

    /** Judgements of an order, the first one first. */
    public List<Judgement> judgements(OrderNumber order) {
        return ledger.of(order.value());
    }

    /**
     * What the running rules would say to facts with some files (path inside the rules folder → bytes) changed; nothing when
     * those are faulty.
     */
    public Optional<OrderVerdict> judge(OrderFacts facts, Map<String, byte[]> changed) {
        return desk.withChanged(changed, rules -> new OrderJudge(rules).judge(facts))
                .answer();
    }

    /**
     * Tries the running rules with some files (path inside the rules folder → bytes) changed on the orders of a period;
     * changes nothing. One at a time.
     *
     * @param from first order date, {@code to} the last
     * @param progress told per cent done, now and then
     * @param stop polled now and then; once true it ends
     */
    public BackTestOutcome backTest(
            Map<String, byte[]> changed, LocalDate from, LocalDate to, IntConsumer progress, BooleanSupplier stop) {
        if (!backTest.tryAcquire()) {
            return new BackTestOutcome.Busy();
        }
        try {
            RulesDesk.Tried<Optional<BackTestReport>> tried =
                    desk.withChanged(changed, rules -> new BackTest(ledger, rules).run(from, to, progress, stop));
            return tried.answer()
                    .map(report -> report.<BackTestOutcome>map(ran -> new BackTestOutcome.Ran(ran, tried.report()))
                            .orElseGet(BackTestOutcome.Stopped::new))
                    .orElseGet(() -> new BackTestOutcome.Refused(tried.report()));
        } finally {
            backTest.release();
        }
    }

    /** What the lateness of a line costs by the customer's contract, projected or actual. */
    public PenaltyVerdict penalty(PenaltyFacts facts) {
        return desk.ask(rules -> new PenaltyJudge(rules).judge(facts));
    }

    /** What becomes of the deposit of goods that were or were not collected, and who is fined; nothing where no row speaks. */
    public Verdict<PickUp> pickUp(PickUpFacts facts) {
        return desk.ask(rules -> new Judge(rules).pickUp(Flattening.of(facts), facts.depositPaid()));
    }

    /** Who is fined for a duty that was not done. */
    public Verdict<Fine> fines(Lapse lapse) {
        return desk.ask(rules -> new Judge(rules).fines(Flattening.of(lapse)));
    }

    /** What speaks against a demand: nothing while it is below its ceiling. */
    public Verdict<Decision> demand(DemandFacts facts) {
        return desk.ask(rules -> new Judge(rules).demand(Flattening.of(facts)));
    }

    /** Whom to tell of something that runs out of time, and whom when nobody answers; nobody while there is time. */
    public Verdict<Alert> alert(AlertFacts facts) {
        return desk.ask(rules -> new Judge(rules).alert(Flattening.of(facts)));
    }

    /** Who decides instead of an approver who is absent or late; nobody else while the approver has time. */
    public Verdict<PassedOn> approver(ApproverFacts facts) {
        return desk.ask(rules -> new Judge(rules).approver(Flattening.of(facts)));
    }

    /** How long the stages of an order may take by the rules of a day. */
    public StageClocks stageClocks(LocalDate on) {
        return desk.ask(rules -> ClockTable.on(rules, on));
    }

    /** The parameters of promising that are valid on a day. */
    public PromiseParameters promiseParameters(LocalDate on) {
        return desk.ask(rules -> promise.of(rules, on));
    }

    /** When new work is released, and what it needs before, on a day. */
    public ReleaseRules releases(LocalDate on) {
        return desk.ask(rules -> releases.of(rules, on));
    }

    /** How the plant is declared to vary on a day, and the confidence that dates are told with. */
    public VariationParameters variation(LocalDate on) {
        return desk.ask(rules -> variation.of(rules, on));
    }

    /** Which rules run, since when, and the faults of the last load that was refused. */
    public RuleSetStatus status() {
        return desk.status();
    }

    /** Checks rule files (path inside the rules folder → bytes) as publishing would; changes nothing. */
    public CheckReport check(Map<String, byte[]> files) {
        return desk.check(files);
    }

    /**
     * A table or scenario file (path inside the rules folder) of these files as an xlsx workbook, its columns explained; what
     * is edited in it comes back by {@link #csv}, everything else byte for byte.
     */
    public byte[] workbook(String path, Map<String, byte[]> files) {
        return RuleWorkbook.of(path, new RuleFiles(files));
    }

    /** The CSV text of such a workbook. */
    public WorkbookRead csv(String path, byte[] workbook) {
        return RuleWorkbook.read(path, workbook);
    }

    /** Reads the rules folder and lets it decide from now on, or refuses it and keeps what runs. */
    public PublishOutcome reload(Actor by) {
        return desk.reload(by);
    }

    /** Checks changed files as {@link #check} does, and lets them decide at once or from their instant on. */
    public PublishOutcome publish(RuleChange change, Actor by) {
        return desk.publish(change, by);
    }

    /**
     * Lets a version that decided before decide again, at once; what is scheduled is withdrawn.
     *
     * @param comment why; see {@link RuleChange#wrong}
     */
    public PublishOutcome rollback(String version, String comment, Actor by) {
        RuleChange.wrong(comment).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.toString());
        });
        return desk.rollback(version, comment, by);
    }

    /**
     * Takes a scheduled publication back.
     *
     * @param publication its number
     * @return the publication, withdrawn; empty when it is none that is scheduled, or its instant has come
     */
    public Optional<RuleSetVersion> withdraw(long publication, Actor by) {
        return desk.withdraw(publication, by);
    }

    /**
     * Writes the running files into the rules folder, which stands for them from then on.
     *
     * @param force whether edits of the folder that were not published may be lost
     */
    public WriteBackOutcome writeBack(boolean force, Actor by) {
        return desk.writeBack(force, by);
    }

    /** The last 500 publications, the latest first. */
    public List<RuleSetVersion> versions() {
        return desk.versions();
    }

    /** The files of a version that was published once (path inside the rules folder → bytes); empty when none was. */
    public Optional<Map<String, byte[]>> files(String version) {
        return desk.files(version).map(RuleFiles::all);
    }

    /** What differs between two versions that were published once; empty when one of them was not. */
    public Optional<RuleSetDifference> difference(String from, String to) {
        return desk.files(from).flatMap(before -> desk.files(to).map(after -> Comparison.between(before, after)));
    }

    /** What a draft changes: path inside the rules folder → bytes, or nothing where it is removed. */
    public RuleSetDifference difference(Map<String, Optional<byte[]>> changed) {
        RuleFiles running = desk.runningFiles();
        return Comparison.between(running, running.with(changed));
    }

    /** Every instance of the application that is alive, by name. */
    public List<RuleInstance> instances() {
        return desk.instances();
    }

    /**
     * Why each rule about orders applied or did not, by the files that judged.
     *
     * @return nothing when that version is not kept or does not run any more
     */
    public Optional<List<WhyNot>> whyNot(Judgement judgement) {
        String version = judgement.verdict().ruleSet();
        return desk.with(version, rules -> RowAnswers.of(rules, judgement.facts()));
    }

    /** Judges kept judgements anew, each by the files of the version that judged it. */
    public List<Replay> replay(List<Judgement> judgements) {
        return new Replaying(desk).replay(judgements);
    }
}
