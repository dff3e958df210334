package org.duebook.policy;

import java.time.LocalDate;
import java.util.Map;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Asks the running rules. Safe for many threads; each answer comes from one rule set only, the one it names, even while
 * another is being published.
 */
@Component
public class Policies {

    /** Judges an order: validation, credit, deposit, approval. A rejected validation ends it; a held one goes on. */
    public OrderVerdict judge(OrderFacts facts) {
        throw new UnsupportedOperationException("rules are not loaded yet for " + facts.number());
    }

    /** What the lateness of a line costs by the customer's contract, projected or actual. */
    public PenaltyVerdict penalty(PenaltyFacts facts) {
        throw new UnsupportedOperationException("rules are not loaded yet for " + facts.contractClass());
    }

    /** The parameters of promising that are valid on a day. */
    public PromiseParameters promiseParameters(LocalDate on) {
        throw new UnsupportedOperationException("rules are not loaded yet for " + on);
    }

    /** Which rules run, since when, and the faults of the last load that was refused. */
    public RuleSetStatus status() {
        throw new UnsupportedOperationException("rules are not loaded yet");
    }

    /** Checks rule files (path inside the rules folder → bytes) as publishing would; changes nothing. */
    public CheckReport check(Map<String, byte[]> files) {
        throw new UnsupportedOperationException("rules are not loaded yet for " + files.keySet());
    }

    /** Reads the rules folder and lets it decide from now on, or refuses it and keeps what runs. */
    public PublishOutcome reload(Actor by) {
        throw new UnsupportedOperationException("rules are not loaded yet for " + by);
    }
}
