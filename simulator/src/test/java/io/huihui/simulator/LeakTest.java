package io.huihui.simulator;

import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.price.Seasonality;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A simple classifier of the volatility class from prices scores well against its own truth, and at
 * the base rate against the truth of other seeds: what it knows comes from the feed alone, and
 * seeds share no path.
 */
class LeakTest {

    private static final int SEEDS = 10;
    private static final int WINDOW_SECONDS = 300;
    private static final List<int[]> GUESSES = new ArrayList<>();
    private static final List<int[]> TRUTHS = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        for (int seed = 100; seed < 100 + SEEDS; seed++) {
            Paths paths = new Paths(Paths.pricesOnly(seed, 1, Plants.none()));
            MarketState[] states = paths.states(0);
            int count = Clock.SECONDS_PER_SESSION / WINDOW_SECONDS - 1;
            int[] guess = new int[count];
            int[] truth = new int[count];
            for (int i = 0; i < count; i++) {
                int end = (i + 1) * WINDOW_SECONDS;
                guess[i] = volClass(realised(paths, end - WINDOW_SECONDS, end));
                truth[i] = volClass(states[end].volAnnual());
            }
            GUESSES.add(guess);
            TRUTHS.add(truth);
        }
    }

    private static double realised(Paths paths, int from, int until) {
        double sum = 0;
        for (int s = from + 1; s <= until; s++) {
            double season = Seasonality.volatility(s / (double) Clock.SECONDS_PER_SESSION);
            double change = paths.ret(0, s - 1, s) / season;
            sum += change * change;
        }
        return Math.sqrt(sum / (until - from) * Clock.SECONDS_PER_YEAR);
    }

    private static int volClass(double vol) {
        if (vol < 0.14) {
            return 0;
        }
        return vol < 0.24 ? 1 : 2;
    }

    private static double accuracy(int shift) {
        int right = 0;
        int all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            int[] guess = GUESSES.get(seed);
            int[] truth = TRUTHS.get((seed + shift) % SEEDS);
            for (int i = 0; i < guess.length; i++) {
                right += guess[i] == truth[i] ? 1 : 0;
                all++;
            }
        }
        return right / (double) all;
    }

    /** What guessing with the right frequencies but no knowledge scores. */
    private static double baseRate() {
        double[][] shares = new double[2][3];
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int i = 0; i < GUESSES.get(seed).length; i++) {
                shares[0][GUESSES.get(seed)[i]]++;
                shares[1][TRUTHS.get(seed)[i]]++;
            }
        }
        double all = SEEDS * GUESSES.get(0).length;
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += shares[0][c] / all * shares[1][c] / all;
        }
        return sum;
    }

    @Test
    void classifierWorksOnItsOwnTruth() {
        assertThat(accuracy(0)).isGreaterThan(baseRate() + 0.3);
    }

    @Test
    void permutedTruthScoresAtTheBaseRate() {
        double sum = 0;
        for (int shift = 1; shift < SEEDS; shift++) {
            sum += accuracy(shift);
        }

        assertThat(sum / (SEEDS - 1)).isCloseTo(baseRate(), within(0.05));
    }
}
