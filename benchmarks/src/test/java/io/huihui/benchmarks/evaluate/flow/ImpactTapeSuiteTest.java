package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Metric;
import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.models.event.Quote;
import io.huihui.models.feature.Feature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ImpactTapeSuiteTest {

    private static final int BLOCK_SECONDS = 300;
    private static final int SESSION_SECONDS = 6 * 3_600;

    /** 2019-02-11, 10:00 in New York. */
    private static final long MONDAY = 1_549_897_200_000L;

    private static final long DAY = 24 * 3_600_000L;
    private static final double A_TENTH_OF_A_BASIS_POINT = 1e-5;

    @TempDir Path folder;

    /** A price that swings: where it goes next follows from where it went. */
    private static double wave(int second) {
        return 100 * Math.exp(0.002 * Math.sin(2 * Math.PI * second / 600));
    }

    @Test
    void whatFollowsFromThePastIsLearnedAndPaysTheSpread() {
        TapeImpact impact = new TapeImpact(BLOCK_SECONDS);
        impact.add(day(SESSION_SECONDS, ImpactTapeSuiteTest::wave, A_TENTH_OF_A_BASIS_POINT));

        assertThat(impact.moments()).isEqualTo(SESSION_SECONDS / 10);
        assertThat(metric(impact, "skill_learned_1m_x").low()).isGreaterThan(0.3);
        assertThat(metric(impact, "trades_1m_x").value()).isGreaterThan(1_000);
        assertThat(metric(impact, "net_percent_1m_x").low()).isGreaterThan(0.01);
    }

    @Test
    void nothingIsTradedWhoseSpreadIsDearerThanWhatIsExpected() {
        TapeImpact impact = new TapeImpact(BLOCK_SECONDS);
        impact.add(day(SESSION_SECONDS, ImpactTapeSuiteTest::wave, 0.01));

        assertThat(metric(impact, "trades_1m_x").value()).isZero();
        assertThat(metric(impact, "net_percent_1m_x").value()).isZero();
    }

    @Test
    void whereNothingCanBeKnownNothingIsFound() {
        SplittableRandom random = new SplittableRandom(3);
        double[] walk = new double[SESSION_SECONDS];
        walk[0] = 100;
        for (int t = 1; t < walk.length; t++) {
            walk[t] = walk[t - 1] * Math.exp(6e-5 * random.nextGaussian());
        }
        TapeImpact impact = new TapeImpact(BLOCK_SECONDS);
        impact.add(day(walk.length, t -> walk[t], A_TENTH_OF_A_BASIS_POINT));

        assertThat(metric(impact, "skill_learned_1m_x").value()).isBetween(-0.1, 0.02);
    }

    /** Each day begins anew, so the second adds what the first gave. */
    @Test
    void daysKnowNothingOfEachOther() {
        FlowDay day = day(3_600, ImpactTapeSuiteTest::wave, A_TENTH_OF_A_BASIS_POINT);
        TapeImpact one = new TapeImpact(BLOCK_SECONDS);
        one.add(day);
        TapeImpact two = new TapeImpact(BLOCK_SECONDS);
        two.add(day);
        two.add(day);

        assertThat(metric(two, "trades_1m_x").value())
                .isEqualTo(2 * metric(one, "trades_1m_x").value());
        assertThat(metric(two, "skill_learned_1m_x").value())
                .isCloseTo(metric(one, "skill_learned_1m_x").value(), within(1e-12));
    }

    /** One example of 1 that came to 2, against a ridge of 1: the weight is 1. */
    @Test
    void anExampleCountsOnceItsOutcomeIsKnown() {
        WalkForwardRidge ridge = new WalkForwardRidge(1, 1);
        ridge.add(100, new double[] {1}, 2);

        assertThat(ridge.learnUntil(99)).isZero();
        assertThat(ridge.forecast(new double[] {3})).isZero();
        assertThat(ridge.learnUntil(100)).isEqualTo(1);
        assertThat(ridge.forecast(new double[] {3})).isEqualTo(3);
    }

    @Test
    void aNightPartsTheSessionsOfATapeAndOtherSymbolsAreLeftOut() throws IOException {
        try (TapeWriter tape =
                TapeWriter.create(
                        folder,
                        TapeDescription.of(List.of("AAPL", "SPY"), List.of(), "by hand", "none"))) {
            for (int second = 0; second < 30; second++) {
                tape.write(quote("AAPL", MONDAY + 1_000L * second, 100));
                tape.write(quote("SPY", MONDAY + 1_000L * second, 300));
            }
            for (int second = 0; second < 20; second++) {
                tape.write(quote("AAPL", MONDAY + DAY + 1_000L * second, 110));
            }
        }

        List<FlowDay> days = ImpactTapeSuite.days("AAPL", folder);

        assertThat(days).extracting(FlowDay::seconds).containsExactly(30, 20);
        assertThat(days.get(0).value(29, Feature.MID)).isEqualTo(100.01, within(1e-9));
        assertThat(days.get(1).value(0, Feature.MID)).isEqualTo(110.01, within(1e-9));
        assertThat(days.get(1).endMillis(0)).isEqualTo(MONDAY + DAY + 1_000);
    }

    private static Quote quote(String symbol, long millis, double bid) {
        return new Quote(symbol, millis + 500, "by-hand", millis, bid, 100, bid + 0.02, 100);
    }

    private static FlowDay day(int seconds, IntToDoubleFunction mid, double relativeSpread) {
        List<double[]> rows = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            double[] row = new double[FlowColumns.ALL.length];
            Arrays.fill(row, Double.NaN);
            row[FlowColumns.indexOf(Feature.MID)] = mid.applyAsDouble(second);
            row[FlowColumns.indexOf(Feature.REALIZED_VOL_60M)] = 0.15;
            row[FlowColumns.indexOf(Feature.RELATIVE_SPREAD)] = relativeSpread;
            rows.add(row);
        }
        return new FlowDay(MONDAY, rows, List.of());
    }

    private static Metric metric(TapeImpact impact, String name) {
        return impact.metrics("x").stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
