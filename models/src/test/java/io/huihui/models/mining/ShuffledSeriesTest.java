package io.huihui.models.mining;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ShuffledSeriesTest {

    @Test
    void withoutAnAutoregressionTheSameValuesComeInAnotherOrder() {
        double[] series = SeriesExamples.noise(1, 500, 0.5);

        double[] shuffled = new ShuffledSeries(series, 0).shuffled(7);

        assertThat(shuffled).isNotEqualTo(series);
        double[] sorted = shuffled.clone();
        double[] expected = series.clone();
        Arrays.sort(sorted);
        Arrays.sort(expected);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(sorted[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void keepsTheAutocorrelation() {
        double[] series = SeriesExamples.noise(2, 5_000, 0.8);

        assertThat(autocorrelation(new ShuffledSeries(series, 3).shuffled(1)))
                .isCloseTo(autocorrelation(series), within(0.05));
        assertThat(autocorrelation(new ShuffledSeries(series, 0).shuffled(1)))
                .isCloseTo(0, within(0.05));
    }

    @Test
    void keepsWhatIsMissing() {
        double[] series = SeriesExamples.noise(3, 100, 0.8);
        series[17] = Double.NaN;
        series[99] = Double.NaN;

        double[] shuffled = new ShuffledSeries(series, 2).shuffled(1);

        for (int i = 0; i < series.length; i++) {
            assertThat(Double.isNaN(shuffled[i])).isEqualTo(i == 17 || i == 99);
        }
    }

    @Test
    void errorsStayInTheirPartOfTheDay() {
        double[] series = SeriesExamples.noise(5, 400, 0);
        int[] part = new int[400];
        for (int i = 0; i < 400; i++) {
            part[i] = i / 50 % 2;
            series[i] *= part[i] == 0 ? 1 : 1e-6;
        }

        double[] shuffled = new ShuffledSeries(series, part, 0).shuffled(1);

        assertThat(shuffled).isNotEqualTo(series);
        for (int i = 0; i < 400; i++) {
            assertThat(Math.abs(shuffled[i]) < 1e-4).isEqualTo(Math.abs(series[i]) < 1e-4);
        }
        assertThatThrownBy(() -> new ShuffledSeries(series, new int[3], 0))
                .hasMessage("need a part of the day for each step, was 3 for 400 steps");
    }

    @Test
    void followsFromItsSeed() {
        ShuffledSeries shuffler = new ShuffledSeries(SeriesExamples.noise(4, 300, 0.2), 2);

        assertThat(shuffler.shuffled(5)).isEqualTo(shuffler.shuffled(5));
        assertThat(shuffler.shuffled(5)).isNotEqualTo(shuffler.shuffled(6));
    }

    @Test
    void aSeriesThatDoesNotMoveStaysAsItIs() {
        double[] still = {2, 2, 2, 2};

        assertThat(new ShuffledSeries(still, 3).shuffled(1)).containsExactly(2, 2, 2, 2);
        assertThat(new ShuffledSeries(new double[] {Double.NaN}, 3).shuffled(1))
                .containsExactly(Double.NaN);
    }

    private static double autocorrelation(double[] series) {
        double mean = Arrays.stream(series).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 1; i < series.length; i++) {
            product += (series[i] - mean) * (series[i - 1] - mean);
            square += (series[i] - mean) * (series[i] - mean);
        }
        return product / square;
    }
}
