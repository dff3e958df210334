package org.duebook.policy.desk;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duebook.policy.RulesBusy;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.load.RuleSetLoader.Loaded;

/**
 * Rule sets that are asked but do not decide: drafts, and published versions, of which the last ones are kept. They are loaded
 * one at a time on the asking threads, so that publishing never waits for those who only ask.
 */
final class RulesAside {

    /** Older versions that are kept loaded. */
    private static final int KEPT = 2;

    private static final int MOST_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Publications published;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** By version, the one longest not asked first; each is entered until it is taken out. */
    private final Map<String, RuleSet> kept = new LinkedHashMap<>(8, 0.75f, true);

    RulesAside(Publications published) {
        this.published = published;
    }

    /** The caller owns the set and must leave it. */
    Loaded load(RuleFiles files) {
        return inTurn(() -> RuleSetLoader.draft(files));
    }

    /** Puts a question to a version that was published once; nothing when there is none, or it does not run any more. */
    <T> Optional<T> ask(String version, Function<RuleSet, T> question) {
        return inTurn(() -> entered(version)).map(rules -> {
            try {
                return question.apply(rules);
            } finally {
                rules.leave();
            }
        });
    }

    private Optional<RuleSet> entered(String version) {
        RuleSet known = kept.get(version);
        if (known == null) {
            Optional<RuleSet> loaded = published
                    .files(version)
                    .flatMap(files -> RuleSetLoader.draft(files).ruleSet());
            loaded.ifPresent(rules -> keep(version, rules));
            known = loaded.orElse(null);
        }
        // What is kept is alive, so it can always be entered.
        return Optional.ofNullable(known).filter(RuleSet::enter);
    }

    private void keep(String version, RuleSet rules) {
        kept.put(version, rules);
        Iterator<RuleSet> oldest = kept.values().iterator();
        while (kept.size() > KEPT) {
            oldest.next().leave();
            oldest.remove();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turn.getQueueLength() >= MOST_WAITING || !isMyTurn()) {
            throw new RulesBusy();
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        if (isMyTurn()) {
            try {
                kept.values().forEach(RuleSet::leave);
                kept.clear();
            } finally {
                turn.unlock();
            }
        }
    }
}
