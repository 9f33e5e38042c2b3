package io.huihui.models.strategy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Figures of the paper's numerical example (Bailey, Lopez de Prado 2014, pages 101 and 102). */
class DeflatedSharpeTest {

    private static final int DAYS_OF_YEAR = 250;

    /** Five years of daily returns with an annual Sharpe ratio of 2.5. */
    private static final int RETURNS = 1_250;

    private static final double SHARPE = 2.5 / Math.sqrt(DAYS_OF_YEAR);

    /** Of the annual ratios of the trials it is one half. */
    private static final double VARIANCE = 0.5 / DAYS_OF_YEAR;

    private static final ReturnMoments FAT_TAILED = moments(-3, 10);
    private static final ReturnMoments NORMAL = moments(0, 3);

    @Test
    void theBestOfAHundredWorthlessTrialsLooksGood() {
        assertThat(DeflatedSharpe.expectedMaximum(VARIANCE, 100)).isCloseTo(0.1132, within(5e-5));
    }

    @Test
    void theExampleComesOut() {
        assertThat(deflated(FAT_TAILED, 100)).isCloseTo(0.9004, within(5e-5));
        assertThat(deflated(FAT_TAILED, 46)).isCloseTo(0.9505, within(5e-5));
        assertThat(deflated(NORMAL, 88)).isCloseTo(0.9505, within(5e-5));
    }

    @Test
    void aSingleTrialIsNotDeflated() {
        assertThat(DeflatedSharpe.expectedMaximum(VARIANCE, 1)).isZero();
    }

    @Test
    void moreTrialsProveLess() {
        assertThat(deflated(NORMAL, 1_000)).isLessThan(deflated(NORMAL, 10));
    }

    @Test
    void momentsAreThoseOfTheReturns() {
        // Deviations -1.5 -0.5 0.5 1.5: second moment 1.25, fourth 2.5625; sample variance 5 / 3.
        ReturnMoments moments = ReturnMoments.of(1, 2, 3, 4);

        assertThat(moments.mean()).isEqualTo(2.5);
        assertThat(moments.sharpe()).isCloseTo(2.5 / Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(moments.skewness()).isCloseTo(0, within(1e-12));
        assertThat(moments.kurtosis()).isCloseTo(2.5625 / (1.25 * 1.25), within(1e-12));
    }

    @Test
    void equalReturnsHaveNoRatio() {
        assertThat(ReturnMoments.of(1, 1, 1)).isEqualTo(new ReturnMoments(3, 1, 0, 0, 3));
        assertThat(ReturnMoments.of()).isEqualTo(new ReturnMoments(0, 0, 0, 0, 3));
    }

    @Test
    void whatManyReturnsOfAKindSpreadIsSpreadOfAFew() {
        ReturnMoments few = ReturnMoments.of(0.1, 0.2, 0.1, 0.2);
        ReturnMoments many = ReturnMoments.of(0.1, 0.2, 0.1, 0.2, 0.1, 0.2, -1);

        ReturnMoments wide = few.atLeastAsWideAs(many);

        assertThat(wide.mean()).isEqualTo(few.mean());
        assertThat(wide.count()).isEqualTo(few.count());
        assertThat(wide.deviation()).isEqualTo(many.deviation());
        assertThat(wide.sharpe()).isCloseTo(0.15 / many.deviation(), within(1e-12));
        assertThat(many.atLeastAsWideAs(few)).isEqualTo(many);
        assertThat(few.atLeastAsWideAs(ReturnMoments.of(0.1, 0.2, 0.1, 0.2, 1))).isEqualTo(few);
    }

    @Test
    void whatIsNoSampleIsRefused() {
        assertThatThrownBy(() -> DeflatedSharpe.expectedMaximum(VARIANCE, 0))
                .hasMessage("need at least one trial, was 0 trials");
        assertThatThrownBy(() -> DeflatedSharpe.probability(ReturnMoments.of(1), 0))
                .hasMessage("need at least two returns, was 1 returns");
    }

    private static ReturnMoments moments(double skewness, double kurtosis) {
        return new ReturnMoments(RETURNS, SHARPE, 1, skewness, kurtosis);
    }

    private static double deflated(ReturnMoments moments, long trials) {
        return DeflatedSharpe.probability(
                moments, DeflatedSharpe.expectedMaximum(VARIANCE, trials));
    }
}
