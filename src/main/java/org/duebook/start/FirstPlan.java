package org.duebook.start;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.duebook.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans the week when no plan is published yet, telling how far it is. */
@Component
class FirstPlan {

    private static final Logger log = LoggerFactory.getLogger(FirstPlan.class);

    private final Planning planning;

    FirstPlan(Planning planning) {
        this.planning = planning;
    }

    /**
     * Asks for a run that publishes its plan, or finds the one that an earlier start asked for and did not see the end of,
     * and waits until it is over.
     */
    PlanningRun make(Duration limit) throws InterruptedException {
        UUID id = planning.runs(10).stream()
                .filter(run -> run.publishWhenDone() && !run.status().isOver())
                .findFirst()
                .orElseGet(() -> planning.start(limit, true, Actor.SYSTEM))
                .id();
        CountDownLatch never = new CountDownLatch(1);
        Duration told = Duration.ZERO;
        PlanningRun run = planning.run(id).orElseThrow();
        while (!run.status().isOver()) {
            if (never.await(250, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nothing counts this latch down");
            }
            run = planning.run(id).orElseThrow();
            if (run.elapsed().minus(told).toMillis() >= 2000) {
                told = run.elapsed();
                log.info("Planning the week: {} s of {} s, {}", told.toSeconds(), limit.toSeconds(), run.score());
            }
        }
        return run;
    }
}
