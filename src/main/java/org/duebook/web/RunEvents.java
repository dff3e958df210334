package org.duebook.web;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of planning runs. A run may be at work in another instance, so its row is asked once a second for as long as
 * somebody listens.
 */
@Component
public class RunEvents {

    private static final Logger LOG = LoggerFactory.getLogger(RunEvents.class);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Planning planning;
    private final ScheduledExecutorService asking = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("run-events-", 0).daemon().factory());

    RunEvents(Planning planning) {
        this.planning = planning;
    }

    /** Tells how a run stands, whenever that has changed, as {@code progress}; at its end as {@code over}. */
    public SseEmitter follow(PlanningRun run, Function<PlanningRun, Object> view) {
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        Follower follower = new Follower(run.id(), view, stream);
        stream.onCompletion(follower::end);
        stream.onTimeout(stream::complete);
        stream.onError(lost -> follower.end());
        follower.begin();
        return stream;
    }

    @PreDestroy
    void close() {
        asking.shutdownNow();
    }

    private final class Follower implements Runnable {

        private final UUID run;
        private final Function<PlanningRun, Object> view;
        private final SseEmitter stream;
        private final AtomicReference<@Nullable Future<?>> task = new AtomicReference<>();
        private @Nullable PlanningRun told;

        Follower(UUID run, Function<PlanningRun, Object> view, SseEmitter stream) {
            this.run = run;
            this.view = view;
            this.stream = stream;
        }

        void begin() {
            task.set(asking.scheduleWithFixedDelay(this, 0, 1, TimeUnit.SECONDS));
        }

        void end() {
            Future<?> running = task.getAndSet(null);
            if (running != null) {
                running.cancel(false);
            }
        }

        @Override
        public void run() {
            try {
                tell();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("nobody listens to run {} any more", run, gone);
                end();
            } catch (RuntimeException broken) {
                LOG.warn("the stream of run {} ends", run, broken);
                end();
                stream.completeWithError(broken);
            }
        }

        private void tell() throws IOException {
            PlanningRun now = planning.run(run).orElseThrow(() -> new IllegalStateException(run + " is gone"));
            boolean over = now.status().isOver();
            if (!now.equals(told) || over) {
                told = now;
                stream.send(SseEmitter.event()
                        .name(over ? "over" : "progress")
                        .data(view.apply(now), MediaType.APPLICATION_JSON));
            }
            if (over) {
                end();
                stream.complete();
            }
        }
    }
}
