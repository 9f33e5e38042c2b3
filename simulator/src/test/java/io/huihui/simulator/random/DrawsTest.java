package io.huihui.simulator.random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DrawsTest {

    private static final int COUNT = 100_000;

    private static Draws draws(long seed) {
        return Draws.of(seed, Stream.PRICE, "SPY", 20_458);
    }

    @Test
    void streamsDifferBySeedPurposeSymbolAndSession() {
        long[] first = {
            draws(1).nextLong(),
            draws(2).nextLong(),
            Draws.of(1, Stream.BOOK, "SPY", 20_458).nextLong(),
            Draws.of(1, Stream.PRICE, "QQQ", 20_458).nextLong(),
            Draws.of(1, Stream.PRICE, "SPY", 20_459).nextLong()
        };

        assertThat(first).doesNotHaveDuplicates();
        assertThat(draws(1).nextLong()).isEqualTo(first[0]);
    }

    @Test
    void gaussianHasMeanZeroVarianceOneAndNormalTails() {
        Draws draws = draws(3);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = draws.gaussian();
            sum += x;
            squares += x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }

        assertThat(sum / COUNT).isCloseTo(0, within(0.015));
        assertThat(squares / COUNT).isCloseTo(1, within(0.02));
        assertThat(beyondTwo / (double) COUNT).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void countsHaveTheirMeans() {
        Draws draws = draws(4);
        double small = 0;
        double large = 0;
        double negativeBinomial = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            small += draws.poisson(0.3);
            large += draws.poisson(50);
            int count = draws.negativeBinomial(3, 20);
            negativeBinomial += count;
            squares += (double) count * count;
        }
        double mean = negativeBinomial / COUNT;

        assertThat(small / COUNT).isCloseTo(0.3, within(0.01));
        assertThat(large / COUNT).isCloseTo(50, within(0.2));
        assertThat(mean).isCloseTo(20, within(0.3));
        // Variance m + m^2 / r.
        assertThat(squares / COUNT - mean * mean).isCloseTo(20 + 400 / 3.0, within(5.0));
    }

    @Test
    void picksByWeight() {
        Draws draws = draws(5);
        double[] cumulative = {1, 1, 4};
        int[] hits = new int[3];
        for (int i = 0; i < COUNT; i++) {
            hits[draws.pick(cumulative)]++;
        }

        assertThat(hits[1]).isZero();
        assertThat(hits[0] / (double) COUNT).isCloseTo(0.25, within(0.01));
    }
}
