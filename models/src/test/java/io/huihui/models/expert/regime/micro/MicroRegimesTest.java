package io.huihui.models.expert.regime.micro;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MicroRegimesTest {

    @Test
    void matchesByHand() {
        // Greedy would take (0,0) for 1 and pay 9; the best is 2 + 2.
        assertThat(LabelMatching.match(new double[][] {{1, 2}, {2, 9}})).containsExactly(1, 0);
        assertThat(LabelMatching.match(new double[][] {{5}, {1}, {7}})).containsExactly(-1, 0, -1);
        assertThat(LabelMatching.match(new double[][] {{5, 1, 7}})).containsExactly(1);
    }

    @Property(tries = 100)
    void noOtherMatchingCostsLess(@ForAll @IntRange(min = 1, max = 6) int size, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] cost = new double[size][];
        for (int i = 0; i < size; i++) {
            cost[i] = random.doubles(size).toArray();
        }
        int[] match = LabelMatching.match(cost);
        double ours = cost(cost, match);

        assertThat(Arrays.stream(match).distinct().count()).isEqualTo(size);
        assertThat(ours).isCloseTo(least(cost, 0, new boolean[size]), within(1e-12));
    }

    private static double cost(double[][] cost, int[] match) {
        double sum = 0;
        for (int i = 0; i < match.length; i++) {
            sum += cost[i][match[i]];
        }
        return sum;
    }

    private static double least(double[][] cost, int row, boolean[] used) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int c = 0; c < used.length; c++) {
            if (!used[c]) {
                used[c] = true;
                best = Math.min(best, cost[row][c] + least(cost, row + 1, used));
                used[c] = false;
            }
        }
        return best;
    }

    @Test
    void findsThreeClustersAndNoneInNoise() {
        double[][] three = windows(new double[][] {{0, 0}, {4, 0}, {0, 4}}, 1);
        MicroRegimes found = MicroRegimes.fit(three);
        double[][] noise = windows(new double[][] {{0, 0}}, 2);

        assertThat(found.count()).isEqualTo(3);
        int[] assigned = found.assign(three);
        // The first stay is in the first cluster, the second in the second.
        assertThat(Arrays.stream(assigned, 5, 45).distinct().count()).isEqualTo(1);
        assertThat(assigned[30]).isNotEqualTo(assigned[80]);
        assertThat(MicroRegimes.fit(noise).count()).isEqualTo(1);
    }

    /** A spread of one or three cents: each value has a cluster of its own, without any width. */
    @Test
    void fitsClustersWithoutWidth() {
        double[][] three = windows(new double[][] {{0, 0}, {4, 0}, {0, 4}}, 1);
        for (int t = 0; t < three.length; t++) {
            three[t][1] = t / 50 % 3 == 2 ? Math.log(0.03) : Math.log(0.01);
        }

        assertThat(MicroRegimes.fit(three).count()).isBetween(2, 3);
    }

    /** Neighbours that are alike used to make clusters: Schwarz's price counts each as new. */
    @Test
    void findsNoneWhereNeighboursAreOnlyAlike() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] wandering = new double[1_200][2];
        for (int t = 1; t < wandering.length; t++) {
            for (int d = 0; d < 2; d++) {
                wandering[t][d] = 0.6 * wandering[t - 1][d] + gaussian(random);
            }
        }

        assertThat(MicroRegimes.fit(wandering).count()).isEqualTo(1);
    }

    /** A fit to later data keeps the names; a cluster that was not there gets a new one. */
    @Test
    void clustersKeepTheirNames() {
        ClusterNames names = new ClusterNames();
        Named before = named(names, new double[][] {{0, 0}, {5, 0}}, 3);
        Named after = named(names, new double[][] {{0, 5}, {5, 0}, {0, 0}}, 4);

        // The second stay is at the right in both; the first is new, the third was the first.
        assertThat(after.of()[80]).isEqualTo(before.of()[80]);
        assertThat(after.of()[130]).isEqualTo(before.of()[30]);
        assertThat(after.of()[30]).isEqualTo(3);
    }

    /** Two for two: by numbers alone the new cluster would take the name of the one that went. */
    @Test
    void aClusterElsewhereIsNotTheOneThatWent() {
        ClusterNames names = new ClusterNames();
        Named before = named(names, new double[][] {{0, 0}, {5, 0}}, 3);
        Named after = named(names, new double[][] {{0, 0}, {0, 9}}, 5);
        Named again = named(names, new double[][] {{5, 0}, {0, 9}}, 6);

        assertThat(after.of()[30]).isEqualTo(before.of()[30]);
        assertThat(after.of()[80]).isEqualTo(3);
        // One that is back after a fit without it has the name it had.
        assertThat(again.of()[30]).isEqualTo(before.of()[80]);
        assertThat(again.of()[80]).isEqualTo(3);
    }

    /** Names of the windows of a fit. */
    private record Named(List<Integer> each) {
        int[] of() {
            return each.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static Named named(ClusterNames names, double[][] centres, long seed) {
        double[][] windows = windows(centres, seed);
        MicroRegimes found = MicroRegimes.fit(windows);
        int[] each = names.name(found);
        return new Named(Arrays.stream(found.assign(windows)).mapToObj(c -> each[c]).toList());
    }

    /** Stays of 50 windows around each centre in turn, with unit noise. */
    private static double[][] windows(double[][] centres, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] windows = new double[600][];
        for (int t = 0; t < windows.length; t++) {
            double[] centre = centres[t / 50 % centres.length];
            windows[t] = new double[] {centre[0] + gaussian(random), centre[1] + gaussian(random)};
        }
        return windows;
    }

    private static double gaussian(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
