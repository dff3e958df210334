package org.duebook.policy.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RuleSetVersion.How;
import org.duebook.policy.desk.Publications.Added;
import org.duebook.policy.desk.Publications.Entry;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.load.RuleSetLoader.Loaded;
import org.duebook.shared.Actor;

/** Publishes rules that pass their check, and lets them decide. For the desk's own thread. */
final class Publishing {

    /** Nobody knows further ahead what the rules will be. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Publications published;
    private final Following following;
    private final RunningRules running;
    private final Clock clock;

    Publishing(Publications published, Following following, RunningRules running, Clock clock) {
        this.published = published;
        this.following = following;
        this.running = running;
        this.clock = clock;
    }

    PublishOutcome publish(RuleChange change, Actor by) {
        following.follow();
        Instant now = now();
        String version = running.current().version();
        if (!change.basedOn().equals(version)) {
            return new PublishOutcome.Outdated(change.basedOn(), version);
        }
        Instant from = change.effectiveFrom().orElse(now).truncatedTo(ChronoUnit.MICROS);
        if (change.effectiveFrom().isPresent() && (!from.isAfter(now) || from.isAfter(now.plus(FURTHEST)))) {
            return new PublishOutcome.NotThen(from, now, now.plus(FURTHEST));
        }
        RuleFiles files = published.files(version).orElseThrow().with(change.files());
        return publish(new Entry(files, now, by, change.comment(), How.CHANGE, from), "");
    }

    /**
     * Publishes the files of a folder, at once.
     *
     * @param folder that stands for the publication from then on
     */
    PublishOutcome publish(RuleFiles files, String folder, Actor by) {
        Instant now = now();
        return publish(new Entry(files, now, by, "", How.FOLDER, now), folder);
    }

    private PublishOutcome publish(Entry entry, String folder) {
        String version = running.current().version();
        if (entry.files().version().equals(version) && following.isUpToDate()) {
            return new PublishOutcome.Unchanged(version);
        }
        Optional<Publication> ahead = published.ahead(entry.at());
        if (ahead.isPresent()) {
            return new PublishOutcome.Waiting(seen(ahead.get()));
        }
        Loaded loaded = RuleSetLoader.load(entry.files());
        return loaded.ruleSet()
                .map(rules -> add(entry, folder, rules))
                .orElseGet(() -> new PublishOutcome.Refused(version, loaded.report()));
    }

    private PublishOutcome add(Entry entry, String folder, RuleSet rules) {
        String basedOn = running.current().version();
        return switch (added(entry, folder, rules)) {
            case Added.Kept kept -> {
                if (kept.publication()
                        .effectiveFrom()
                        .isAfter(kept.publication().at())) {
                    rules.leave();
                    following.follow();
                    yield new PublishOutcome.Scheduled(seen(kept.publication()));
                }
                following.begin(kept.publication(), rules);
                following.taken();
                yield new PublishOutcome.Published(entry.files().version(), entry.at(), entry.by());
            }
            case Added.Moved moved -> {
                rules.leave();
                following.follow();
                yield new PublishOutcome.Outdated(basedOn, running.current().version());
            }
            case Added.Waiting waiting -> {
                rules.leave();
                yield new PublishOutcome.Waiting(seen(waiting.publication()));
            }
        };
    }

    private Added added(Entry entry, String folder, RuleSet rules) {
        try {
            return published.add(entry, following.due(), folder);
        } catch (RuntimeException e) {
            rules.leave();
            throw e;
        }
    }

    /** Lets files decide where nothing published does: at the very first start, or when nothing published runs any more. */
    boolean first(RuleFiles files, RuleSet rules, String folder, long due) {
        Instant now = now();
        Entry entry = new Entry(files, now, Actor.SYSTEM, "", How.FOLDER, now);
        if (published.add(entry, due, folder) instanceof Added.Kept kept) {
            following.begin(kept.publication(), rules);
            return true;
        }
        rules.leave();
        return false;
    }

    PublishOutcome rollback(String version, String comment, Actor by) {
        following.follow();
        if (published.lastOf(version, now()).isEmpty()) {
            return new PublishOutcome.Unknown(version);
        }
        String before = running.current().version();
        if (version.equals(before) && following.isUpToDate()) {
            Optional<RuleSetVersion> withdrawn = following.ahead().flatMap(waiting -> withdraw(waiting.number(), by));
            return new PublishOutcome.Unchanged(version, withdrawn);
        }
        RuleFiles files = published.files(version).orElseThrow();
        Loaded loaded = RuleSetLoader.load(files);
        if (loaded.ruleSet().isEmpty()) {
            return new PublishOutcome.Refused(before, loaded.report());
        }
        RuleSet rules = loaded.ruleSet().get();
        Publication made = overrule(
                () -> {
                    Instant now = now();
                    return new Entry(files, now, by, comment, How.ROLLBACK, now);
                },
                rules);
        following.begin(made, rules);
        following.taken();
        return new PublishOutcome.Published(version, made.at(), by);
    }

    private Publication overrule(Supplier<Entry> made, RuleSet rules) {
        try {
            return published.overrule(made);
        } catch (RuntimeException e) {
            rules.leave();
            throw e;
        }
    }

    Optional<RuleSetVersion> withdraw(long number, Actor by) {
        Optional<Publication> withdrawn = published.withdraw(number, this::now, by);
        following.follow();
        return withdrawn.map(this::seen);
    }

    RuleSetVersion seen(Publication publication) {
        return publication.seen(clock.instant(), running.current().publication().number());
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
