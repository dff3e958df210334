package org.duebook.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger size = new AtomicInteger(2);
    private final AtomicLongArray steps = new AtomicLongArray(2);
    private final long[] seen = new long[2];

    @Test
    void taskTooManyStandsAsideWhileItRunsAndWorksOnLater() {
        try (Crew crew = new Crew(size::get, new UntilTold())) {
            CompletableFuture<List<Long>> results =
                    CompletableFuture.supplyAsync(() -> crew.all(List.of(task(crew, 0), task(crew, 1))));
            await().until(() -> working() == 2);

            size.set(1);
            await().until(() -> working() == 1);
            size.set(0);
            await().until(() -> working() == 0);
            size.set(2);
            await().until(() -> working() == 2);
            over.set(true);

            assertThat(results.join()).allMatch(count -> count > 0);
        }
    }

    @Test
    void whoStandsAsideEndsWithTheSearch() {
        try (Crew crew = new Crew(size::get, new UntilTold())) {
            CompletableFuture<List<Long>> results =
                    CompletableFuture.supplyAsync(() -> crew.all(List.of(task(crew, 0), task(crew, 1))));
            await().until(() -> working() == 2);
            size.set(1);
            await().until(() -> working() == 1);

            over.set(true);

            assertThat(results.join()).hasSize(2);
        }
    }

    private Callable<Long> task(Crew crew, int number) {
        return () -> {
            while (!crew.over()) {
                steps.incrementAndGet(number);
            }
            return steps.get(number);
        };
    }

    /** Tasks that did something since this was asked last. */
    private synchronized long working() {
        long moved = 0;
        for (int i = 0; i < seen.length; i++) {
            long now = steps.get(i);
            moved += now == seen[i] ? 0 : 1;
            seen[i] = now;
        }
        return moved;
    }

    private final class UntilTold implements Budget {
        @Override
        public boolean over() {
            return over.get();
        }

        @Override
        public void look() {}

        @Override
        public long stepsLeft() {
            return Long.MAX_VALUE;
        }

        @Override
        public void spent(long steps) {
            throw new AssertionError("the crew spends nothing");
        }
    }
}
