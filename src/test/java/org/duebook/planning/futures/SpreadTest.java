package org.duebook.planning.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void nineOfTenRunsTakeAtMostWhatIsDeclaredOverPlanAndHalfTakeThePlan() {
        Spread spread = Spread.runTime(0.25);

        assertThat(spread.within(0.9)).isCloseTo(1.25, within(0.002));
        assertThat(spread.within(0.5)).isCloseTo(1, within(0.001));
    }

    @Test
    void scrapComesOnTheDeclaredShareOfOperationsAndLosesTheDeclaredMean() {
        Spread spread = Spread.scrap(0.2, 0.1);

        assertThat(spread.within(0.79)).isZero();
        assertThat(spread.within(0.81)).isPositive();
        assertThat(spread.mean()).isCloseTo(0.02, within(0.0001));
    }

    @Test
    void nineOfTenDeliveriesAreLateByAtMostTheDeclaredDays() {
        assertThat(Spread.lateDays(4).within(0.9)).isEqualTo(4);
        assertThat(Spread.lateDays(0).within(0.99)).isZero();
    }

    @Test
    void tooFewRecordsSayNothingYet() {
        Spread declared = Spread.exactly(1);

        assertThat(declared.with(recorded(Spread.RECORDS_FROM - 1, 3))).isSameAs(declared);
    }

    @Test
    void eachRecordCountsAFortiethUntilTheyStandAlone() {
        Spread declared = Spread.exactly(1);

        assertThat(declared.with(recorded(10, 3)).mean()).isCloseTo(1.5, within(0.001));
        assertThat(declared.with(recorded(20, 3)).mean()).isCloseTo(2, within(0.001));
        assertThat(declared.with(recorded(Spread.RECORDS_ALONE, 3)).mean()).isEqualTo(3);
        assertThat(declared.with(recorded(1000, 3)).mean()).isEqualTo(3);
        assertThat(declared.with(recorded(Spread.RECORDS_ALONE - 1, 3)).isRecorded())
                .isFalse();
        assertThat(declared.with(recorded(Spread.RECORDS_ALONE, 3)).isRecorded())
                .isTrue();
    }

    @Test
    void manyRecordsKeepTheirShares() {
        double[] records = IntStream.range(0, 5000).mapToDouble(i -> i).toArray();

        Spread spread = Spread.exactly(-1).with(records);

        assertThat(spread.within(0.25)).isCloseTo(1250, within(5.0));
        assertThat(spread.within(0.9)).isCloseTo(4500, within(5.0));
    }

    @Test
    void whatIsDrawnAboveAValueIsAboveItAsLongAsThereIsSuchAValue() {
        Spread spread = Spread.runTime(0.5);
        Random random = new Random(1);

        for (int i = 0; i < 1000; i++) {
            assertThat(spread.drawAbove(1.3, random.nextLong())).isGreaterThan(1.3);
        }
        assertThat(spread.drawAbove(1000, 3)).isEqualTo(spread.within(1));
    }

    @Test
    void breakdownsComeAsOftenAsRecordedOnceThereAreEnough() {
        Breakdowns declared = new Breakdowns(100_000, Spread.exponential(60));

        Breakdowns few = declared.with(10_000, 2);
        Breakdowns enough = declared.with(100_000, Breakdowns.RECORDS_ALONE);

        assertThat(few.minutesBetween()).isCloseTo(60_000 / 2.5, within(1e-6));
        assertThat(enough.minutesBetween()).isEqualTo(5_000);
    }

    @Test
    void runningOnWithoutABreakdownOutweighsADeclarationThatFearsThem() {
        Breakdowns fearful = new Breakdowns(1_000, Spread.exponential(60));

        assertThat(fearful.with(100_000, 0).minutesBetween()).isEqualTo(201_000);
        assertThat(Breakdowns.NEVER.with(100_000, 0)).isSameAs(Breakdowns.NEVER);
        assertThat(Breakdowns.NEVER.with(100_000, 1).minutesBetween()).isEqualTo(100_000);
    }

    @Test
    void aDeclarationThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Spread.runTime(-0.1)).hasMessage("run time over plan: -0.1");
        assertThatThrownBy(() -> Spread.scrap(1.1, 0.1)).hasMessage("share of operations with scrap: 1.1");
        assertThatThrownBy(() -> Spread.scrap(0.1, 0.5)).hasMessage("share lost where there is scrap: 0.5");
        assertThatThrownBy(() -> new Breakdowns(0, Spread.exactly(1))).hasMessage("minutes between breakdowns: 0.0");
    }

    private static double[] recorded(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
