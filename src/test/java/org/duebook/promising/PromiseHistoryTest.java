package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.duebook.promising.PromiseStore.GivenDate;
import org.duebook.promising.PromiseView.Revision;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;

class PromiseHistoryTest {

    private static final OrderLineId LINE = new OrderLineId(new OrderNumber("SO-1"), 1);
    private static final Actor SELLER = new Actor("seller");
    private static final Actor PLANNER = new Actor("planner");

    @Test
    void firstDatesOfAllReleasesAreOneEntryThatOfTheLast() {
        PromiseView view = history(
                given(1, 1, "2026-01-20", 0, SELLER, "as quoted"), given(2, 1, "2026-02-20", 0, SELLER, "late"));

        assertThat(view.revisions()).containsExactly(revision("2026-02-20", 0, SELLER, "late"));
    }

    @Test
    void revisionOfAnEarlierReleaseIsToldAtItsTimeByWhomAndWhyThoughTheLineKeepsItsDay() {
        PromiseView view = history(
                given(1, 1, "2026-01-20", 0, SELLER, "as quoted"),
                given(1, 2, "2026-01-27", 3, PLANNER, "coating line down"),
                given(2, 1, "2026-02-20", 0, SELLER, "as quoted"));

        assertThat(view.revisions())
                .containsExactly(
                        revision("2026-02-20", 0, SELLER, "as quoted"),
                        revision("2026-02-20", 3, PLANNER, "coating line down"));
    }

    @Test
    void revisionsOfSeveralReleasesStandInTheOrderTheyWereGiven() {
        PromiseView view = history(
                given(1, 1, "2026-01-20", 0, SELLER, "as quoted"),
                given(1, 2, "2026-03-05", 5, SELLER, "first one lost"),
                given(2, 1, "2026-02-20", 0, SELLER, "as quoted"),
                given(2, 2, "2026-02-24", 1, PLANNER, "steel is late"),
                given(2, 3, "2026-02-27", 9, PLANNER, "later still"));

        assertThat(view.revisions())
                .containsExactly(
                        revision("2026-02-20", 0, SELLER, "as quoted"),
                        revision("2026-02-24", 1, PLANNER, "steel is late"),
                        revision("2026-03-05", 5, SELLER, "first one lost"),
                        revision("2026-03-05", 9, PLANNER, "later still"));
        assertThat(view.first()).isEqualTo("2026-02-20");
        assertThat(view.current()).isEqualTo("2026-03-05");
    }

    private static PromiseView history(GivenDate... given) {
        return Objects.requireNonNull(PromiseHistory.of(List.of(given)).get(LINE));
    }

    private static GivenDate given(int release, int number, String promised, int day, Actor by, String reason) {
        return new GivenDate(
                LINE,
                release,
                number,
                new ItemNumber("FL-40"),
                LocalDate.parse("2026-01-20"),
                revision(promised, day, by, reason));
    }

    private static Revision revision(String promised, int day, Actor by, String reason) {
        return new Revision(LocalDate.parse(promised), TestClock.START.plus(Duration.ofDays(day)), by, reason);
    }
}
