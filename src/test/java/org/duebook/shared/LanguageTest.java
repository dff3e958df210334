package org.duebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0
            999        | 999
            1000       | 1,000
            -999       | -999
            -1000      | -1,000
            1234567.50 | 1,234,567.50
            0.001      | 0.001
            1E+6       | 1,000,000
            """)
    void numbersKeepTheirDecimalsAndHaveThousandsApart(BigDecimal number, String words) {
        assertThat(Language.ENGLISH.number(number)).isEqualTo(words);
    }

    @Test
    void daysAndMoneyFollowTheLanguagesCustom() {
        LocalDate day = LocalDate.of(2026, 12, 3);

        assertThat(Language.ENGLISH.day(day)).isEqualTo("3 Dec 2026");
        assertThat(Language.CHINESE.day(day)).isEqualTo("2026-12-03");
        assertThat(Language.ENGLISH.weekday(day)).isEqualTo("Thu 3 Dec 2026");
        assertThat(Language.CHINESE.weekday(day)).isEqualTo("2026-12-03 星期四");
        assertThat(Language.CHINESE.letterDay(day)).isEqualTo("2026年12月3日");
        assertThat(Language.CHINESE.moment(LocalDateTime.of(2026, 12, 3, 9, 5))).isEqualTo("2026-12-03 09:05");
        assertThat(Language.ENGLISH.money(Money.of("1234.5", "CNY"))).isEqualTo("CNY 1,234.50");
        assertThat(Language.CHINESE.money(Money.of("1234.5", "CNY"))).isEqualTo("¥1,234.50");
        assertThat(Language.CHINESE.money(Money.of("1234.5", "EUR"))).isEqualTo("EUR 1,234.50");
    }
}
