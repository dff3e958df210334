package org.duebook.policy.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.policy.CheckReport;
import org.duebook.policy.RuleSetStatus.Rejected;
import org.duebook.policy.desk.RunningRules.Running;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.load.RuleSetLoader.Loaded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what was published: lets it run here as it does on every other instance. For the desk's own thread. */
final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** So long before its instant a scheduled version is compiled, so that it can run the moment it is due. */
    private static final Duration PREPARED = Duration.ofMinutes(1);

    /** Earlier publications that are tried at start when the last one does not run any more. */
    private static final int EARLIER = 20;

    private record Prepared(Publication publication, Loaded loaded) {}

    private final Publications published;
    private final RunningRules running;
    private final Clock clock;
    private @Nullable Prepared prepared;

    /** Number of the publication that was due when looked at last: it runs here, or it cannot. */
    private long due;

    private volatile Optional<Publication> ahead = Optional.empty();
    private volatile Optional<Rejected> failed = Optional.empty();

    Following(Publications published, RunningRules running, Clock clock) {
        this.published = published;
        this.running = running;
        this.clock = clock;
    }

    long due() {
        return due;
    }

    /** Whether what should run does. */
    boolean isUpToDate() {
        return running.current().publication().number() == due;
    }

    Optional<Publication> ahead() {
        return ahead;
    }

    Optional<Rejected> failed() {
        return failed;
    }

    /**
     * Runs what is due by now, if that is a later publication than before, or the one before was withdrawn: an instance whose
     * clock is behind may withdraw what begins to decide here just now. A clock set back alone undoes nothing.
     */
    void follow() {
        Instant now = clock.instant();
        Optional<Publication> last =
                published.due(now).filter(it -> it.number() > due || it.number() < due && published.isWithdrawn(due));
        if (last.isPresent()) {
            take(last.get(), now);
        }
        ahead = published.ahead(now);
        prepare(now);
    }

    /** Runs what is due at the start, or the last one before it that still runs; false when none does. */
    boolean open(Publication last) {
        Instant now = clock.instant();
        Set<String> tried = new HashSet<>();
        List<Publication> earlier = published.dueBefore(last.number(), now, EARLIER);
        for (Publication publication :
                Stream.concat(Stream.of(last), earlier.stream()).toList()) {
            if (tried.add(publication.version())) {
                Loaded loaded = load(publication);
                if (loaded.ruleSet().isPresent()) {
                    begin(publication, loaded.ruleSet().get());
                    due = last.number();
                    return true;
                }
                fail(publication, loaded.report(), now);
            }
        }
        return false;
    }

    /** Runs a publication that was just made of these rules. */
    void begin(Publication publication, RuleSet rules) {
        running.swap(new Running(rules, publication, clock.instant()));
        due = publication.number();
    }

    /** A publication was made by this instance and can run: nothing of before matters. */
    void taken() {
        Instant now = clock.instant();
        failed = Optional.empty();
        ahead = published.ahead(now);
        prepare(now);
    }

    private void take(Publication next, Instant now) {
        if (next.version().equals(running.current().version())) {
            begin(next, running.current().rules());
            failed = Optional.empty();
            return;
        }
        Loaded loaded = prepared(next).orElseGet(() -> load(next));
        if (loaded.ruleSet().isPresent()) {
            begin(next, loaded.ruleSet().get());
            failed = Optional.empty();
        } else {
            fail(next, loaded.report(), now);
            due = next.number();
        }
    }

    private Optional<Loaded> prepared(Publication next) {
        Prepared ready = prepared;
        if (ready == null || ready.publication.number() != next.number()) {
            return Optional.empty();
        }
        prepared = null;
        return Optional.of(ready.loaded);
    }

    private void prepare(Instant now) {
        Prepared ready = prepared;
        if (ready != null
                && ahead.filter(it -> it.number() == ready.publication.number()).isEmpty()) {
            ready.loaded.ruleSet().ifPresent(RuleSet::leave);
            prepared = null;
        }
        ahead.filter(it -> prepared == null && !it.effectiveFrom().isAfter(now.plus(PREPARED)))
                .ifPresent(soon -> prepared = new Prepared(soon, load(soon)));
    }

    private Loaded load(Publication publication) {
        return RuleSetLoader.load(published.files(publication.version()).orElseThrow());
    }

    /** The one that should run is told, not the earlier ones that are tried instead. */
    private void fail(Publication publication, CheckReport report, Instant now) {
        if (!running.isOpen() && failed.isPresent()) {
            return;
        }
        failed = Optional.of(new Rejected(now, report));
        LOG.warn(
                "Publication {} of rule set {} does not run; an earlier one keeps deciding:\n{}",
                publication.number(),
                publication.version(),
                told(report));
    }

    static String told(CheckReport report) {
        return Stream.concat(report.faults().stream(), report.failures().stream())
                .limit(20)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    void close() {
        Prepared ready = prepared;
        if (ready != null) {
            ready.loaded.ruleSet().ifPresent(RuleSet::leave);
            prepared = null;
        }
    }
}
