package org.duebook.planning;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.search.WeighedCost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a run: searches, stores the schedule, publishes it and ends the run. Each step is one transaction, and while
 * it searches the best plan is kept, so that whoever takes the run over after a kill goes on from the last step.
 */
@Component
class RunAtWork {

    private static final Logger log = LoggerFactory.getLogger(RunAtWork.class);
    private static final Duration STOP_POLL = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

    private static final int REASONS = 10;

    private final PlanningRuns runs;
    private final PlanMaker maker;
    private final Schedules schedules;
    private final Publisher publisher;
    private final TransactionTemplate transaction;

    RunAtWork(
            PlanningRuns runs,
            PlanMaker maker,
            Schedules schedules,
            Publisher publisher,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.maker = maker;
        this.schedules = schedules;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    void carryOut(UUID id, BooleanSupplier shuttingDown) {
        runs.find(id).filter(run -> !run.status().isOver()).ifPresent(run -> {
            runs.setStatus(id, RunStatus.RUNNING);
            try {
                Optional.ofNullable(run.schedule())
                        .or(() -> search(run, shuttingDown))
                        .ifPresent(schedule -> finish(run, schedule));
            } catch (GivenBack given) {
                throw given;
            } catch (RuntimeException broken) {
                log.error("Planning run {} failed", id, broken);
                // When that cannot be written either, as without a database, the run is tried again.
                runs.end(id, RunStatus.FAILED, String.valueOf(broken.getMessage()));
            }
        });
    }

    /** Thrown so that the job stays, and the next instance, or the next start of this one, goes on. */
    private static final class GivenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenBack(UUID run) {
            super("Planning run " + run + " is given back: this instance is stopping");
        }
    }

    /** The schedule, stored; nothing when somebody else ended the run meanwhile. */
    private Optional<UUID> search(PlanningRun run, BooleanSupplier shuttingDown) {
        Duration left = run.limit().minus(run.elapsed());
        PlanMaker.Made made = maker.make(
                left.isNegative() ? Duration.ZERO : left,
                runs.kept(run.id()),
                new Telling(run),
                stop(run.id(), shuttingDown));
        if (shuttingDown.getAsBoolean()) {
            throw new GivenBack(run.id());
        }
        return transaction.execute(status -> {
            if (runs.lockedStatus(run.id()).isOver()) {
                return Optional.empty();
            }
            runs.progress(run.id(), run.elapsed().plus(made.last().elapsed()), made.last());
            schedules.insert(made.schedule(), made.detail());
            runs.setSchedule(run.id(), made.schedule().id());
            return Optional.of(made.schedule().id());
        });
    }

    private void finish(PlanningRun run, UUID schedule) {
        List<String> refused = transaction.execute(status -> {
            if (runs.lockedStatus(run.id()).isOver()) {
                return List.of();
            }
            if (run.publishWhenDone()
                    && publisher.publish(schedule, run.requestedBy()) instanceof PublishOutcome.Refused no) {
                status.setRollbackOnly();
                return no.reasons();
            }
            runs.end(run.id(), runs.stopRequested(run.id()) ? RunStatus.STOPPED : RunStatus.FINISHED, "");
            return List.of();
        });
        if (!refused.isEmpty()) {
            String message = "The schedule was not published: "
                    + refused.stream().limit(REASONS).collect(joining("; "))
                    + (refused.size() > REASONS ? "; and " + (refused.size() - REASONS) + " more" : "");
            log.error("Planning run {}: {}", run.id(), message);
            runs.end(run.id(), RunStatus.FAILED, message);
        }
    }

    private BooleanSupplier stop(UUID run, BooleanSupplier shuttingDown) {
        return new BooleanSupplier() {
            private long asked = System.nanoTime();
            private boolean stop;

            @Override
            public boolean getAsBoolean() {
                if (!stop && System.nanoTime() - asked >= STOP_POLL.toNanos()) {
                    stop = shuttingDown.getAsBoolean() || runs.stopRequested(run);
                    asked = System.nanoTime();
                }
                return stop;
            }
        };
    }

    /** Writes down how far the search is, and its best plan when it is better than the one that is kept. */
    private final class Telling implements Consumer<RunProgress> {

        private final PlanningRun run;
        private long told = System.nanoTime() - TELL_EVERY.toNanos();
        private long kept = System.nanoTime() - KEEP_EVERY.toNanos();
        private @Nullable WeighedCost keptCost;

        Telling(PlanningRun run) {
            this.run = run;
        }

        @Override
        public void accept(RunProgress progress) {
            if (System.nanoTime() - told < TELL_EVERY.toNanos()) {
                return;
            }
            told = System.nanoTime();
            transaction.executeWithoutResult(status -> {
                runs.progress(run.id(), run.elapsed().plus(progress.elapsed()), progress);
                if (System.nanoTime() - kept >= KEEP_EVERY.toNanos() && isBetter(progress.cost())) {
                    kept = System.nanoTime();
                    keptCost = progress.cost();
                    runs.keep(run.id(), progress.placed());
                }
            });
        }

        private boolean isBetter(WeighedCost cost) {
            return keptCost == null || cost.compareTo(keptCost) < 0;
        }
    }
}
