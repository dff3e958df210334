package org.duebook.web.pages.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void momentIsOfTheZone() {
        assertThat(Days.moment("2026-03-29T03:00", BERLIN)).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(Days.moment("2026-10-25T03:00", BERLIN)).contains(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T02:30", "2026-10-25T02:30", "2026-02-30T06:00", "tomorrow", ""})
    void timeClocksSkipOrRepeatIsNoMoment(String typed) {
        assertThat(Days.moment(typed, BERLIN)).isEmpty();
    }
}
