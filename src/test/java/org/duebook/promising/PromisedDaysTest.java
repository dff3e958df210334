package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.pieces;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(PromiseStore.class)
class PromisedDaysTest {

    private static final OrderNumber ORDER = new OrderNumber("SO-DAYS");
    private static final OrderLineId LINE = new OrderLineId(ORDER, 1);
    private static final LocalDate EARLY = LocalDate.of(2026, 1, 20);
    private static final LocalDate LATE = LocalDate.of(2026, 1, 27);
    private static final LocalDate LATEST = LocalDate.of(2026, 2, 3);

    @Autowired
    private PromiseStore store;

    @Test
    void lineIsPromisedForItsLastReleaseAsItStoodAtThatInstant() {
        ItemNumber item = new ItemNumber("FL-40");
        store.accept(
                ORDER,
                List.of(new OwedRelease(1, 1, item, pieces(5), EARLY), new OwedRelease(1, 2, item, pieces(5), LATE)),
                0,
                TestClock.START);
        store.promise(LINE, 1, EARLY, null, "", Actor.SYSTEM, TestClock.START);
        store.promise(LINE, 2, LATE, null, "", Actor.SYSTEM, TestClock.START);
        store.promise(LINE, 1, LATEST, null, "", Actor.SYSTEM, TestClock.START.plus(Duration.ofDays(1)));
        store.promise(LINE, 1, EARLY, null, "", Actor.SYSTEM, TestClock.START.plus(Duration.ofDays(2)));

        List<OrderLineId> asked = List.of(LINE, new OrderLineId(ORDER, 2));

        assertThat(store.promisedDays(asked, TestClock.START.minusSeconds(1))).isEmpty();
        assertThat(store.promisedDays(asked, TestClock.START)).isEqualTo(Map.of(LINE, LATE));
        assertThat(store.promisedDays(asked, TestClock.START.plus(Duration.ofDays(1))))
                .isEqualTo(Map.of(LINE, LATEST));
        assertThat(store.promisedDays(asked, null)).isEqualTo(Map.of(LINE, LATE));
    }
}
