package io.huihui.models.expert.regime.forecast;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ConditionFilterTest {

    private final ForecastModel model = ForecastModel.shipped();

    @Test
    void probabilitiesSumToOneWhateverIsSeen() {
        ConditionFilter filter = new ConditionFilter(model);
        double[] conditions = new double[ForecastModel.CONDITIONS];
        double[] micros = new double[model.micros()];
        for (int t = 0; t < 200; t++) {
            filter.pass(0, conditions);
            filter.weigh(second(t % 50 == 0 ? 30 : 0.2, t % 7, t % 3));
            filter.conditions(conditions);
            filter.micros(micros);
            assertThat(Arrays.stream(conditions).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(micros).sum()).isCloseTo(1, within(1e-9));
        }
    }

    /** A hundred parts that sum to one come to 1.0000000000000002 now and then. */
    @Test
    void nothingIsMoreThanCertain() {
        ConditionFilter filter = new ConditionFilter(model);
        double[] conditions = new double[ForecastModel.CONDITIONS];
        double[] micros = new double[model.micros()];
        double[] certain = new double[ForecastModel.CONDITIONS];
        SplittableRandom random = new SplittableRandom(3);
        certain[2] = 1;
        for (int t = 0; t < 5_000; t++) {
            filter.pass(0, new double[ForecastModel.CONDITIONS]);
            filter.weigh(second(random.nextDouble(), random.nextInt(9), random.nextInt(3)));
            filter.weighConditions(certain);
            filter.conditions(conditions);
            filter.micros(micros);
            assertThat(Arrays.stream(conditions).max().orElseThrow()).isLessThanOrEqualTo(1);
            assertThat(Arrays.stream(micros).max().orElseThrow()).isLessThanOrEqualTo(1);
        }
    }

    /** At the beginning of a stay of k stages of rate r: 1 - e^(-rt) (1 + rt + ... ) of k terms. */
    @Test
    void leavingByHandAtTheBeginningOfAStay() {
        ConditionFilter filter = new ConditionFilter(model);
        double seconds = 900;
        double expected = 0;
        for (int c = 0; c < ForecastModel.CONDITIONS; c++) {
            double passed = model.stageRate(c) * seconds;
            double term = 1;
            double sum = 0;
            for (int k = 0; k < model.stages(); k++) {
                sum += term;
                term *= passed / (k + 1);
            }
            expected += model.start(c) * (1 - Math.exp(-passed) * sum);
        }

        assertThat(filter.leaving(seconds)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void stagesAgeSoTheEndComesNearer() {
        ConditionFilter filter = new ConditionFilter(model);
        double young = filter.leaving(300);
        for (int t = 0; t < 600; t++) {
            filter.pass(0, new double[ForecastModel.CONDITIONS]);
        }

        assertThat(filter.leaving(300)).isGreaterThan(young);
    }

    /**
     * Calm seconds in which little trades lead to a condition of low volatility, wild ones away.
     */
    @Test
    void followsWhatItSees() {
        ConditionFilter filter = new ConditionFilter(model);
        double[] conditions = new double[ForecastModel.CONDITIONS];
        for (int t = 0; t < 300; t++) {
            filter.pass(0, conditions);
            filter.weigh(second(0.1, 2, 1));
        }
        filter.conditions(conditions);
        double low = conditions[0] + conditions[1] + conditions[7];
        assertThat(low).isGreaterThan(0.9);

        for (int t = 0; t < 300; t++) {
            filter.pass(0, conditions);
            filter.weigh(second(0.6, 8, 1));
        }
        filter.conditions(conditions);
        assertThat(conditions[6]).as("stress").isGreaterThan(0.9);
    }

    @Test
    void aForcedSwitchGoesWhereItIsTold() {
        ConditionFilter filter = new ConditionFilter(model);
        double[] stress = new double[ForecastModel.CONDITIONS];
        stress[6] = 1;
        filter.pass(1, stress);
        double[] conditions = new double[ForecastModel.CONDITIONS];
        filter.conditions(conditions);

        assertThat(conditions[6]).isCloseTo(1, within(1e-6));
    }

    private static SecondSeen second(double volatility, double trades, double options) {
        return new SecondSeen(
                new double[] {Math.cbrt(volatility * volatility), 0, 0},
                trades,
                0.8,
                options,
                0.8,
                1);
    }
}
