package org.duebook.policy.desk;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.duebook.policy.engine.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that decide: one reference, swapped whole. */
final class RunningRules {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRules.class);

    /**
     * Rules and what let them run.
     *
     * @param since when this instance began to ask them
     */
    record Running(RuleSet rules, Publication publication, Instant since) {

        String version() {
            return rules.version();
        }
    }

    private final AtomicReference<Running> running = new AtomicReference<>();

    Running current() {
        Running now = running.get();
        if (now == null) {
            throw new IllegalStateException("the rules are closed");
        }
        return now;
    }

    boolean isOpen() {
        return running.get() != null;
    }

    /** Puts a question to the running rules; they stay alive until it is answered. */
    <T> T ask(Function<RuleSet, T> question) {
        while (true) {
            RuleSet rules = current().rules();
            if (rules.enter()) {
                try {
                    return question.apply(rules);
                } finally {
                    rules.leave();
                }
            }
        }
    }

    /** Lets others decide; a set that runs already stays. */
    void swap(Running next) {
        Running before = running.getAndSet(next);
        if (before != null && before.rules() != next.rules()) {
            before.rules().leave();
        }
        LOG.info(
                "Rule set {} decides, publication {}: {} rules of {} files",
                next.version(),
                next.publication().number(),
                next.rules().size(),
                next.rules().files().size());
    }

    void close() {
        Running last = running.getAndSet(null);
        if (last != null) {
            last.rules().leave();
        }
    }
}
