package org.duebook.policy;

import java.time.LocalDate;
import java.util.Map;
import org.duebook.policy.desk.RulesDesk;
import org.duebook.policy.order.OrderJudge;
import org.duebook.policy.penalty.PenaltyJudge;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Service;

/**
 * Asks the running rules. Safe for many threads; each answer comes from one rule set only, the one it names, even while
 * another is being published.
 */
@Service
public class Policies {

    private final RulesDesk desk;

    Policies(RulesDesk desk) {
        this.desk = desk;
    }

    /**
     * Judges an order: validation, credit, deposit, approval. A rejection ends it; a hold does not, so that everything an
     * order waits for is told at once.
     */
    public OrderVerdict judge(OrderFacts facts) {
        return desk.ask(rules -> new OrderJudge(rules).judge(facts));
    }

    /** What the lateness of a line costs by the customer's contract, projected or actual. */
    public PenaltyVerdict penalty(PenaltyFacts facts) {
        return desk.ask(rules -> new PenaltyJudge(rules).judge(facts));
    }

    /** The parameters of promising that are valid on a day. */
    public PromiseParameters promiseParameters(LocalDate on) {
        return desk.ask(rules -> PromiseTable.on(rules, on));
    }

    /** When new work is released, and what it needs before, on a day. */
    public ReleaseRules releases(LocalDate on) {
        return desk.ask(rules -> PromiseTable.releases(rules, on));
    }

    /** How the plant is declared to vary on a day, and the confidence that dates are told with. */
    public VariationParameters variation(LocalDate on) {
        return desk.ask(rules -> PromiseTable.variation(rules, on));
    }

    /** Which rules run, since when, and the faults of the last load that was refused. */
    public RuleSetStatus status() {
        return desk.status();
    }

    /** Checks rule files (path inside the rules folder → bytes) as publishing would; changes nothing. */
    public CheckReport check(Map<String, byte[]> files) {
        return desk.check(files);
    }

    /** Reads the rules folder and lets it decide from now on, or refuses it and keeps what runs. */
    public PublishOutcome reload(Actor by) {
        return desk.reload(by);
    }
}
