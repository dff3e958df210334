package org.duebook.policy.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.policy.CheckReport;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleSetStatus;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.load.RuleSetLoader.Loaded;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one rule set running: opens it at start, follows folder and database, swaps it whole. */
public final class RulesDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesDesk.class);

    private record Running(RuleSet rules, Instant since, Actor by) {}

    private final RulesFolder folder;
    private final PublishedRules published;
    private final boolean publishesSavedFiles;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final CompletableFuture<Void> opened;
    private final AtomicReference<Running> running = new AtomicReference<>();
    private volatile RuleSetStatus.@Nullable Rejected rejected;

    /** Version of the folder that was looked at last; touched by the desk's own thread only. */
    private String seen = "";

    /**
     * Begins to load at once, on its own thread.
     *
     * @param publishesSavedFiles whether a file saved in the folder takes effect by itself
     * @param poll how often folder and database are looked at; zero for never
     */
    public RulesDesk(
            RulesFolder folder, PublishedRules published, boolean publishesSavedFiles, Duration poll, Clock clock) {
        this.folder = folder;
        this.published = published;
        this.publishesSavedFiles = publishesSavedFiles;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread own = new Thread(task, "rules");
            own.setDaemon(true);
            return own;
        });
        this.opened = CompletableFuture.runAsync(this::open, thread);
        if (poll.isPositive()) {
            thread.scheduleWithFixedDelay(this::lookNow, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until rules run; fails with everything that is wrong when none can. */
    public void awaitOpen() {
        try {
            opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException cause
                    ? new IllegalStateException(cause.getMessage(), cause)
                    : e;
        }
    }

    /** Puts a question to the running rules; they stay alive until it is answered. */
    public <T> T ask(Function<RuleSet, T> question) {
        awaitOpen();
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

    public RuleSetStatus status() {
        awaitOpen();
        Running now = current();
        return new RuleSetStatus(
                now.rules().version(),
                now.since(),
                now.by(),
                now.rules().size(),
                now.rules().files(),
                Optional.ofNullable(rejected));
    }

    /** Checks files as publishing would; changes nothing. */
    public CheckReport check(Map<String, byte[]> files) {
        return with(files, RuleSet::version).report();
    }

    /**
     * The answer of a draft, also of one whose scenarios fail, or none of one that is faulty.
     *
     * @param report of its files
     */
    public record Tried<T>(CheckReport report, Optional<T> answer) {}

    /** Puts a question to the running files with some of them changed; it is answered on the caller's thread. */
    public <T> Tried<T> withChanged(Map<String, byte[]> changed, Function<RuleSet, T> question) {
        Map<String, byte[]> files =
                new HashMap<>(ask(rules -> published.files(rules.version()).all()));
        files.putAll(changed);
        return with(files, question);
    }

    private <T> Tried<T> with(Map<String, byte[]> files, Function<RuleSet, T> question) {
        Loaded loaded = onOwnThread(() -> RuleSetLoader.draft(new RuleFiles(files)));
        return new Tried<>(loaded.report(), loaded.ruleSet().map(rules -> {
            try {
                return question.apply(rules);
            } finally {
                rules.leave();
            }
        }));
    }

    /** Publishes the folder as it is now. */
    public PublishOutcome reload(Actor by) {
        awaitOpen();
        return onOwnThread(() -> publish(folder.read(), by));
    }

    /** Looks once at folder and database, as the poll does. */
    public void look() {
        onOwnThread(() -> {
            lookNow();
            return true;
        });
    }

    private void lookNow() {
        try {
            if (publishesSavedFiles) {
                RuleFiles files = folder.read();
                if (!files.version().equals(seen)) {
                    publish(files, Actor.SYSTEM);
                }
            }
            follow();
        } catch (RuntimeException e) {
            LOG.warn("Rules could not be looked at; the running ones keep deciding", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        Running last = running.getAndSet(null);
        if (last != null) {
            last.rules().leave();
        }
    }

    private void open() {
        RuleFiles files = folder.read();
        Optional<PublishedRules.Publication> last = published.latest();
        seen = files.version();
        boolean same = last.filter(it -> it.version().equals(files.version())).isPresent();
        if (last.isPresent() && !same && !publishesSavedFiles) {
            run(last.get(), load(published.files(last.get().version())));
            return;
        }
        Loaded loaded = load(files);
        if (loaded.ruleSet().isPresent()) {
            if (same) {
                run(last.get(), loaded);
            } else {
                begin(files, loaded.ruleSet().get(), Actor.SYSTEM);
            }
            return;
        }
        reject(loaded.report());
        if (last.isEmpty()) {
            throw new IllegalStateException("no rules can run: the folder " + folder.path()
                    + " is faulty and nothing was published before.\n" + told(loaded.report()));
        }
        run(last.get(), load(published.files(last.get().version())));
    }

    private PublishOutcome publish(RuleFiles files, Actor by) {
        seen = files.version();
        if (files.version().equals(current().rules().version())) {
            rejected = null;
            return new PublishOutcome.Unchanged(files.version());
        }
        Loaded loaded = load(files);
        if (loaded.ruleSet().isEmpty()) {
            reject(loaded.report());
            return new PublishOutcome.Refused(current().rules().version(), loaded.report());
        }
        return begin(files, loaded.ruleSet().get(), by);
    }

    private PublishOutcome begin(RuleFiles files, RuleSet rules, Actor by) {
        Instant now = clock.instant();
        try {
            published.publish(files, now, by);
        } catch (RuntimeException e) {
            rules.leave();
            throw e;
        }
        swap(new Running(rules, now, by));
        rejected = null;
        return new PublishOutcome.Published(files.version(), now, by);
    }

    /** Runs what another instance published. */
    private void follow() {
        Optional<PublishedRules.Publication> last = published.latest();
        if (last.isPresent() && !last.get().version().equals(current().rules().version())) {
            run(last.get(), load(published.files(last.get().version())));
        }
    }

    private void run(PublishedRules.Publication publication, Loaded loaded) {
        RuleSet rules = loaded.ruleSet()
                .orElseThrow(() -> new IllegalStateException("published rule set " + publication.version()
                        + " does not run any more.\n" + told(loaded.report())));
        swap(new Running(rules, publication.at(), publication.by()));
    }

    private void swap(Running next) {
        Running before = running.getAndSet(next);
        if (before != null) {
            before.rules().leave();
        }
        LOG.info(
                "Rule set {} decides: {} rules of {} files",
                next.rules().version(),
                next.rules().size(),
                next.rules().files().size());
    }

    private void reject(CheckReport report) {
        rejected = new RuleSetStatus.Rejected(clock.instant(), report);
        LOG.warn("Rules in {} are refused:\n{}", folder.path(), told(report));
    }

    private static Loaded load(RuleFiles files) {
        return RuleSetLoader.load(files);
    }

    private static String told(CheckReport report) {
        return Stream.concat(report.faults().stream(), report.failures().stream())
                .limit(20)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private Running current() {
        Running now = running.get();
        if (now == null) {
            throw new IllegalStateException("the rules are closed");
        }
        return now;
    }

    private <T> T onOwnThread(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, thread).join();
    }
}
