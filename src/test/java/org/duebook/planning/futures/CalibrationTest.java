package org.duebook.planning.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Done at minute 1, 2, … 200, one future each. */
    private static final Ends ENDS = new Ends(IntStream.rangeClosed(1, 200).toArray());

    @Test
    void withoutOutcomesTheFuturesAreTakenAtTheirWord() {
        assertThat(Calibration.NONE.level(0.9)).isCloseTo(0.9, within(1e-9));
        assertThat(Calibration.NONE.level(0.5)).isCloseTo(0.5, within(1e-9));
        assertThat(Calibration.NONE.minuteAt(ENDS, 0.9)).isEqualTo(180);
        assertThat(Calibration.NONE.chance(ENDS, 180)).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void futuresThatWereTooHopefulAreAskedForAHigherLevel() {
        double[] late =
                IntStream.range(0, 300).mapToDouble(i -> 0.6 + 0.4 * i / 300).toArray();

        Calibration calibration = Calibration.of(late);

        assertThat(calibration.level(0.9)).isBetween(0.94, 0.97);
        assertThat(calibration.minuteAt(ENDS, 0.9)).isBetween(188, 194);
        assertThat(calibration.chance(ENDS, 180)).isLessThan(0.85);
    }

    @Test
    void whatWasDoneAfterEveryFutureDrawsTheLastOneOut() {
        double[] beyond =
                IntStream.range(0, 300).mapToDouble(i -> 1.0 + i / 300.0).toArray();

        Calibration calibration = Calibration.of(beyond);

        assertThat(calibration.minuteAt(ENDS, 0.9)).isBetween(280, 300);
        assertThat(ENDS.levelOf(ENDS.minuteAt(1.5))).isCloseTo(1.5, within(0.02));
    }

    @Test
    void onlyTheLatestOutcomesCount() {
        double[] outcomes = IntStream.range(0, 2 * Calibration.LATEST)
                .mapToDouble(i -> i < Calibration.LATEST ? 3 : 0.5)
                .toArray();

        assertThat(Calibration.of(outcomes).level(0.9)).isLessThan(0.6);
    }

    @Test
    void confidenceAndLevelAreEachOthersInverse() {
        Calibration calibration =
                Calibration.of(IntStream.range(0, 50).mapToDouble(i -> i / 40.0).toArray());

        for (double confidence = 0.05; confidence < 1; confidence += 0.05) {
            assertThat(calibration.confidence(calibration.level(confidence))).isCloseTo(confidence, within(0.02));
        }
    }

    @Test
    void theChanceFallsWithAnEarlierMinute() {
        Calibration calibration = Calibration.of(
                IntStream.range(0, 100).mapToDouble(i -> Math.sqrt(i / 80.0)).toArray());

        double last = 1;
        for (int minute = 400; minute >= 0; minute--) {
            double chance = calibration.chance(ENDS, minute);
            assertThat(chance).isBetween(0.0, last);
            last = chance;
        }
        assertThat(last).isLessThan(0.01);
    }
}
