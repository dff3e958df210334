package org.duebook.policy.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.policy.CheckReport;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleInstance;
import org.duebook.policy.RuleSetStatus;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RulesBusy;
import org.duebook.policy.WriteBackOutcome;
import org.duebook.policy.desk.RunningRules.Running;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.load.RuleSetLoader.Loaded;
import org.duebook.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one rule set running: opens it at start, follows folder and database, and does one thing after another. */
public final class RulesDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesDesk.class);

    /** Publications that are listed. */
    private static final int LISTED = 500;

    private static final Duration LONGEST_LOAD = Duration.ofSeconds(10);

    /** More than compiling one set may take. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final RulesFolder folder;
    private final Publications published;
    private final Instances instances;
    private final boolean publishesSavedFiles;
    private final Clock clock;
    private final RunningRules running = new RunningRules();
    private final RulesAside aside;
    private final Following following;
    private final Publishing publishing;
    private final FolderDesk analysts;
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> opened;
    private final Duration poll;

    /** Touched by the desk's own thread only. */
    private Future<?> nextLook = CompletableFuture.completedFuture(null);

    /**
     * Begins to load at once, on its own thread.
     *
     * @param publishesSavedFiles whether a file saved in the folder takes effect by itself
     * @param poll how often folder and database are looked at; zero for never
     */
    public RulesDesk(
            RulesFolder folder,
            Publications published,
            Instances instances,
            boolean publishesSavedFiles,
            Duration poll,
            Clock clock) {
        this.folder = folder;
        this.published = published;
        this.instances = instances;
        this.publishesSavedFiles = publishesSavedFiles;
        this.poll = poll;
        this.clock = clock;
        this.aside = new RulesAside(published);
        this.following = new Following(published, running, clock);
        this.publishing = new Publishing(published, following, running, clock);
        this.analysts = new FolderDesk(folder, published, publishing, running, clock);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread own = new Thread(task, "rules");
            own.setDaemon(true);
            return own;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
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
        return running.ask(question);
    }

    public RuleSetStatus status() {
        awaitOpen();
        Running now = running.current();
        return new RuleSetStatus(
                now.version(),
                now.publication().effectiveFrom(),
                now.publication().by(),
                now.rules().size(),
                now.rules().files(),
                analysts.rejected(),
                following.ahead().map(publishing::seen),
                following.failed(),
                analysts.state());
    }

    /** Checks files as publishing would; changes nothing. */
    public CheckReport check(Map<String, byte[]> files) {
        return with(new RuleFiles(files), RuleSet::version).report();
    }

    /**
     * The answer of a draft, also of one whose scenarios fail, or none of one that is faulty.
     *
     * @param report of its files
     */
    public record Tried<T>(CheckReport report, Optional<T> answer) {}

    /** Puts a question to the running files with some of them changed; it is answered on the caller's thread. */
    public <T> Tried<T> withChanged(Map<String, byte[]> changed, Function<RuleSet, T> question) {
        Map<String, byte[]> files = new HashMap<>(runningFiles().all());
        files.putAll(changed);
        return with(new RuleFiles(files), question);
    }

    /** Puts a question to files, as they are; it is answered on the caller's thread. */
    public <T> Tried<T> with(RuleFiles files, Function<RuleSet, T> question) {
        Loaded loaded = aside.load(files);
        return new Tried<>(loaded.report(), loaded.ruleSet().map(rules -> {
            try {
                return question.apply(rules);
            } finally {
                rules.leave();
            }
        }));
    }

    /** Puts a question to a version that was published once; nothing when there is none, or it does not run any more. */
    public <T> Optional<T> with(String version, Function<RuleSet, T> question) {
        Optional<T> answer =
                ask(rules -> rules.version().equals(version) ? Optional.of(question.apply(rules)) : Optional.empty());
        return answer.or(() -> aside.ask(version, question));
    }

    /** The files of what runs. */
    public RuleFiles runningFiles() {
        return published.files(ask(RuleSet::version)).orElseThrow();
    }

    /** The files of a version that was published once; empty when none was. */
    public Optional<RuleFiles> files(String version) {
        return published.files(version);
    }

    /** What was published last, the latest first. */
    public List<RuleSetVersion> versions() {
        awaitOpen();
        return published.last(LISTED).stream().map(publishing::seen).toList();
    }

    /** Publishes files of the running version changed. */
    public PublishOutcome publish(RuleChange change, Actor by) {
        awaitOpen();
        return onOwnThread(() -> publishing.publish(change, by));
    }

    /** Lets a version that decided before decide again, at once; what is scheduled is withdrawn. */
    public PublishOutcome rollback(String version, String comment, Actor by) {
        awaitOpen();
        return onOwnThread(() -> publishing.rollback(version, comment, by));
    }

    /** Takes a scheduled publication back; empty when it is none, or decides already. */
    public Optional<RuleSetVersion> withdraw(long publication, Actor by) {
        awaitOpen();
        return onOwnThread(() -> publishing.withdraw(publication, by));
    }

    /** Publishes the folder as it is now, whatever it was made of. */
    public PublishOutcome reload(Actor by) {
        awaitOpen();
        return onOwnThread(() -> {
            following.follow();
            return analysts.reload(by);
        });
    }

    /** Writes the running files into the folder, over its edits only by force. */
    public WriteBackOutcome writeBack(boolean force, Actor by) {
        awaitOpen();
        return onOwnThread(() -> {
            following.follow();
            return analysts.writeBack(force, by);
        });
    }

    /** Every instance that is alive. */
    public List<RuleInstance> instances() {
        awaitOpen();
        sayWhatRuns();
        return instances.alive();
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
            following.follow();
            analysts.look(publishesSavedFiles);
            sayWhatRuns();
            lookAgainInTime();
        } catch (RuntimeException | Error e) {
            // An error that left here would end looking for good, and nobody would know.
            LOG.warn("Rules could not be looked at; the running ones keep deciding", e);
        }
    }

    /** What is scheduled begins at its instant, not at the poll after it. */
    private void lookAgainInTime() {
        following
                .ahead()
                .map(next -> Duration.between(clock.instant(), next.effectiveFrom()))
                .filter(wait -> wait.compareTo(poll) < 0 && nextLook.isDone())
                .ifPresent(
                        wait -> nextLook = thread.schedule(this::lookNow, wait.toMillis() + 1, TimeUnit.MILLISECONDS));
    }

    private void sayWhatRuns() {
        Running now = running.current();
        instances.say(now.publication().number(), now.since());
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_LOAD.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Rules are still being loaded while they are closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        following.close();
        aside.close();
        running.close();
    }

    private void open() {
        RuleFiles files = folder.read();
        Optional<Publication> due = published.due(clock.instant());
        analysts.remember(files, due);
        boolean wanted = due.isEmpty() || publishesSavedFiles && analysts.isEditOf(due.get(), files);
        if (!(wanted && begins(files, due)) && !follows()) {
            failOrBegin(files, due);
        }
        lookNow();
    }

    private boolean follows() {
        return published.due(clock.instant()).filter(following::open).isPresent();
    }

    /** Whether the folder's files can decide; their faults are told where they cannot. */
    private boolean begins(RuleFiles files, Optional<Publication> due) {
        Loaded loaded = RuleSetLoader.load(files);
        if (loaded.ruleSet().isEmpty()) {
            analysts.refuse(files, loaded.report());
        }
        long number = due.map(Publication::number).orElse(0L);
        return loaded.ruleSet()
                .filter(rules -> publishing.first(files, rules, analysts.name(), number))
                .isPresent();
    }

    private void failOrBegin(RuleFiles files, Optional<Publication> due) {
        boolean mayPublish = publishesSavedFiles && due.isPresent();
        if (mayPublish && begins(files, due)) {
            return;
        }
        throw new IllegalStateException("no rules can run: the folder " + folder.path() + " is faulty and "
                + (due.isPresent() ? "nothing that was published runs any more" : "nothing was published before")
                + ".\n"
                + Stream.of(analysts.rejected(), following.failed())
                        .flatMap(Optional::stream)
                        .map(rejected -> Following.told(rejected.report()))
                        .collect(Collectors.joining("\n")));
    }

    /** What does not begin in time never does; what began is waited for, and compiling has its own limit. */
    private <T> T onOwnThread(Supplier<T> task) {
        AtomicBoolean taken = new AtomicBoolean();
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(
                () -> {
                    if (taken.getAndSet(true)) {
                        throw new RulesBusy();
                    }
                    return task.get();
                },
                thread);
        try {
            return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (taken.getAndSet(true)) {
                return answer.join();
            }
            throw new RulesBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            taken.set(true);
            throw new IllegalStateException("interrupted while waiting for the rules", e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
