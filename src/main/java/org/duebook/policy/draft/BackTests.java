package org.duebook.policy.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.duebook.policy.BackTestOutcome;
import org.duebook.policy.BackTestRun;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Back-tests in the background, the last one of each analyst kept until the application ends. */
public final class BackTests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final Clock clock;

    public BackTests(Clock clock) {
        this.clock = clock;
    }

    /** What is done in the background. */
    public interface Work {
        BackTestOutcome run(IntConsumer progress, BooleanSupplier stop);
    }

    private static final class Run {

        private final String version;
        private final LocalDate from;
        private final LocalDate to;
        private final Instant began;
        private volatile int percent;
        private volatile boolean stopping;
        private volatile boolean failed;
        private volatile @Nullable BackTestOutcome outcome;

        Run(String version, LocalDate from, LocalDate to, Instant began) {
            this.version = version;
            this.from = from;
            this.to = to;
            this.began = began;
        }

        BackTestRun view() {
            return new BackTestRun(version, from, to, began, percent, stopping, failed, Optional.ofNullable(outcome));
        }

        void run(Work work) {
            try {
                outcome = work.run(done -> percent = done, () -> stopping);
            } catch (Throwable e) {
                // Whatever ends it, an analyst must not wait for it for ever.
                LOG.error("A back-test of draft {} failed", version, e);
                failed = true;
            }
        }
    }

    /** Begins one, but for an analyst whose last one is still under way: then that goes on, and false is returned. */
    public boolean start(Actor analyst, String version, LocalDate from, LocalDate to, Work work) {
        Run run = new Run(version, from, to, clock.instant());
        Run goesOn = Objects.requireNonNull(runs.compute(
                analyst.name(), (name, last) -> last != null && !last.view().isOver() ? last : run));
        if (goesOn == run) {
            Thread.ofPlatform().daemon().name("back-test").start(() -> run.run(work));
        }
        return goesOn == run;
    }

    public Optional<BackTestRun> last(Actor analyst) {
        return Optional.ofNullable(runs.get(analyst.name())).map(Run::view);
    }

    /** Asks an analyst's back-test to stop; it does after the part it is at. */
    public void stop(Actor analyst) {
        Optional.ofNullable(runs.get(analyst.name())).ifPresent(run -> run.stopping = true);
    }

    @Override
    public void close() {
        runs.values().forEach(run -> run.stopping = true);
    }
}
