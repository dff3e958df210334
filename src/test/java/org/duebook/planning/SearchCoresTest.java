package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;

class SearchCoresTest {
    private final TestClock clock = new TestClock();
    private final SearchCores cores = new SearchCores(clock);

    @Test
    void oneCoreIsLeftFreeForTwoSecondsAfterAQuote() {
        cores.quoteIsServed();

        assertThat(cores.of(2)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1999));
        assertThat(cores.of(2)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(cores.of(2)).isEqualTo(2);
    }

    @Test
    void searchStandsAsideForWhatSellersWillNeed() {
        cores.beside(() -> assertThat(cores.of(2)).isEqualTo(2));
        cores.quoteIsServed();

        cores.beside(() -> {
            assertThat(cores.of(1)).isZero();
            assertThat(cores.of(2)).isZero();
            assertThat(cores.of(4)).isEqualTo(2);
        });

        assertThat(cores.of(2)).isEqualTo(1);
    }

    @Test
    void searchHasOneCoreBesideSellers() {
        cores.quoteIsServed();

        assertThat(cores.of(1)).isEqualTo(1);
    }
}
