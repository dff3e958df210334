package org.duebook.planning;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.solver.SearchProgress;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries out planning runs as background jobs; an instance that dies leaves its run to the next. */
@Configuration(proxyBeanMethods = false)
class PlanningJob {

    static final TaskDescriptor<String> TASK = TaskDescriptor.of("planning-run", String.class);
    private static final Logger log = LoggerFactory.getLogger(PlanningJob.class);
    private static final Duration STOP_POLL = Duration.ofMillis(200);
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

    @Bean
    OneTimeTask<String> planningRunTask(PlanningRuns runs, PlanMaker maker, Publisher publisher) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> runs.find(UUID.fromString(instance.getData()))
                        .filter(run -> !run.status().isOver())
                        .ifPresent(run -> carryOut(run, context, runs, maker, publisher)));
    }

    private static void carryOut(
            PlanningRun run, ExecutionContext context, PlanningRuns runs, PlanMaker maker, Publisher publisher) {
        runs.setStatus(run.id(), RunStatus.RUNNING);
        BooleanSupplier shuttingDown = () -> context.getSchedulerState().isShuttingDown();
        BooleanSupplier stop = stop(run.id(), shuttingDown, runs);
        PlanMaker.Made made;
        try {
            made = maker.make(run.limit(), progress(run.id(), runs), stop);
        } catch (RuntimeException broken) {
            fail(run, null, broken, runs);
            return;
        }
        if (shuttingDown.getAsBoolean()) {
            throw new IllegalStateException("Planning run " + run.id() + " is given back: this instance is stopping");
        }
        Schedule schedule = made.schedule();
        runs.progress(
                run.id(),
                made.solved().elapsed(),
                Score.inWords(made.solved().cost(), made.solved().plan().evaluation()),
                movesPerSecond(made),
                schedule.figures(),
                schedule.dispatch());
        try {
            finish(run, made, runs, publisher);
        } catch (RuntimeException broken) {
            fail(run, schedule.id(), broken, runs);
        }
    }

    /** Ends a run for good; only when that cannot be written either, as without a database, is it tried again. */
    private static void fail(PlanningRun run, @Nullable UUID schedule, RuntimeException broken, PlanningRuns runs) {
        log.error("Planning run {} failed", run.id(), broken);
        runs.end(run.id(), RunStatus.FAILED, schedule, String.valueOf(broken.getMessage()));
    }

    private static void finish(PlanningRun run, PlanMaker.Made made, PlanningRuns runs, Publisher publisher) {
        UUID schedule = made.schedule().id();
        if (run.publishWhenDone()
                && publisher.publish(schedule, new Actor(run.requestedBy().name()))
                        instanceof PublishOutcome.Refused refused) {
            String message = "The schedule was not published: " + String.join("; ", refused.reasons());
            log.error("Planning run {}: {}", run.id(), message);
            runs.end(run.id(), RunStatus.FAILED, schedule, message);
            return;
        }
        runs.end(run.id(), made.solved().stopped() ? RunStatus.STOPPED : RunStatus.FINISHED, schedule, "");
    }

    private static long movesPerSecond(PlanMaker.Made made) {
        return made.solved().moves()
                * 1000
                / Math.max(1, made.solved().elapsed().toMillis());
    }

    private static BooleanSupplier stop(UUID run, BooleanSupplier shuttingDown, PlanningRuns runs) {
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

    private static Consumer<SearchProgress> progress(UUID run, PlanningRuns runs) {
        return new Consumer<>() {
            private long told = System.nanoTime() - PROGRESS_EVERY.toNanos();

            @Override
            public void accept(SearchProgress progress) {
                if (System.nanoTime() - told >= PROGRESS_EVERY.toNanos()) {
                    told = System.nanoTime();
                    runs.progress(
                            run,
                            progress.elapsed(),
                            Score.inWords(progress.cost(), progress.best()),
                            progress.movesPerSecond(),
                            null,
                            null);
                }
            }
        };
    }
}
