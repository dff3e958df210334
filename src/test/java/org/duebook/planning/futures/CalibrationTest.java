package org.duebook.planning.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.duebook.planning.futures.Calibration.Outcome;
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
        Calibration calibration = Calibration.of(done(200, i -> 0.6 + 0.4 * i / 200));

        assertThat(calibration.level(0.9)).isBetween(0.94, 0.97);
        assertThat(calibration.minuteAt(ENDS, 0.9)).isBetween(188, 194);
        assertThat(calibration.chance(ENDS, 180)).isLessThan(0.85);
    }

    @Test
    void whatWasDoneAfterEveryFutureDrawsTheLastOneOut() {
        Calibration calibration = Calibration.of(done(200, i -> 1 + i / 200.0));

        assertThat(calibration.minuteAt(ENDS, 0.9)).isBetween(275, 300);
        assertThat(ENDS.levelOf(ENDS.minuteAt(1.5))).isCloseTo(1.5, within(0.02));
    }

    @Test
    void oneThatCameEverSoLateDoesNotSetTheOthersDates() {
        List<Outcome> outcomes = new ArrayList<>(done(20, i -> i / 20.0));
        outcomes.add(new Outcome(48, true));
        outcomes.add(new Outcome(1e9, true));

        assertThat(Calibration.of(outcomes).level(0.99)).isLessThanOrEqualTo(Calibration.HIGHEST);
    }

    @Test
    void onlyTheLatestOutcomesCount() {
        List<Outcome> outcomes = new ArrayList<>(done(Calibration.LATEST, i -> 3));
        outcomes.addAll(done(Calibration.LATEST, i -> 0.5));

        assertThat(Calibration.of(outcomes).level(0.9)).isLessThan(0.65);
    }

    @Test
    void whatIsNotDoneYetCountsAsLaterThanNow() {
        List<Outcome> outcomes = new ArrayList<>(done(150, i -> i / 300.0));
        double withoutTheOthers = Calibration.of(outcomes).level(0.9);
        for (int i = 0; i < 150; i++) {
            outcomes.add(new Outcome(0.5, false));
        }

        Calibration calibration = Calibration.of(outcomes);

        assertThat(withoutTheOthers).isLessThan(0.8);
        assertThat(calibration.level(0.9)).isBetween(0.85, 0.95);
        assertThat(calibration.confidence(0.5)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void whatIsOnlyJustToldChangesNothing() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            outcomes.add(new Outcome(0, false));
        }

        assertThat(Calibration.of(outcomes).level(0.9)).isCloseTo(0.9, within(0.01));
    }

    @Test
    void confidenceAndLevelAreEachOthersInverse() {
        Calibration calibration = Calibration.of(done(50, i -> i / 40.0));

        for (double confidence = 0.05; confidence < 1; confidence += 0.05) {
            assertThat(calibration.confidence(calibration.level(confidence))).isCloseTo(confidence, within(0.02));
        }
    }

    @Test
    void theChanceFallsWithAnEarlierMinute() {
        Calibration calibration = Calibration.of(done(100, i -> Math.sqrt(i / 80.0)));

        double last = 1;
        for (int minute = 400; minute >= 0; minute--) {
            double chance = calibration.chance(ENDS, minute);
            assertThat(chance).isBetween(0.0, last);
            last = chance;
        }
        assertThat(last).isLessThan(0.01);
    }

    private static List<Outcome> done(int count, IntToDoubleFunction level) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Outcome(level.applyAsDouble(i), true))
                .toList();
    }
}
