package org.duebook.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import org.duebook.policy.BackTestOutcome;
import org.duebook.policy.BackTestRun;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;

/** A back-test ends, whatever ends it, and only then can the next begin. */
class BackTestsTest {

    private static final Actor ANALYST = new Actor("analyst");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private final BackTests tests = new BackTests(new TestClock());

    private boolean start(BackTests.Work work) {
        return tests.start(ANALYST, "v", DAY, DAY, work);
    }

    private void untilItIsOver() {
        await().until(() -> tests.last(ANALYST).orElseThrow().isOver());
    }

    @Test
    void errorEndsItToo() {
        start((progress, stop) -> {
            throw new StackOverflowError("rules that call themselves");
        });

        untilItIsOver();
        assertThat(tests.last(ANALYST).map(BackTestRun::failed)).contains(true);
    }

    @Test
    void nextOneIsRefusedWhileTheLastIsUnderWay() {
        CountDownLatch goOn = new CountDownLatch(1);
        BackTests.Work work = (progress, stop) -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new BackTestOutcome.Stopped();
        };

        assertThat(start(work)).isTrue();
        assertThat(start(work)).isFalse();
        goOn.countDown();
        untilItIsOver();
        assertThat(start(work)).isTrue();
    }
}
