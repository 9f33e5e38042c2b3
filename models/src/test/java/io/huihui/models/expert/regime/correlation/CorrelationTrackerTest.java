package io.huihui.models.expert.regime.correlation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CorrelationTrackerTest {

    private static final long OPEN = 1_699_972_200_000L;
    private static final List<String> THREE = List.of("A", "B", "C");

    private final double[] walked = new double[3];

    /**
     * Forty returns of nothing, then of e^1 and e^2, then of e^1 and e^-1: (1 x 2 w - 1) / sqrt((w
     * + 1) (4 w + 1)).
     */
    @Test
    void jointReturnsByHand() {
        CorrelationTracker tracker = new CorrelationTracker(List.of("A", "B"), 60);
        stand(tracker, 40, 50_000);
        pair(tracker, 50_000, 1, 2);
        pair(tracker, 100_000, 2, 1);
        double w = Math.pow(0.5, 50.0 / 3_600);
        double expected = (2 * w - 1) / Math.sqrt((w + 1) * (4 * w + 1));
        double samples = (1 - Math.pow(w, 42)) / (1 - w);

        CorrelationMatrix matrix = tracker.matrix(OPEN + 100_000);
        assertThat(matrix.samples()).isCloseTo(samples, within(1e-12));
        // The identity weighs as much as half a joint return per symbol.
        assertThat(matrix.of(0, 1)).isCloseTo(expected * samples / (samples + 1), within(1e-12));
        assertThat(matrix.of(1, 1)).isEqualTo(1);
        assertThat(matrix.stress()).isNull();
    }

    /** B ticks once a minute: a joint return waits for it and then holds its whole move. */
    @Test
    void waitsForTheSlowerSymbol() {
        CorrelationTracker tracker = new CorrelationTracker(List.of("A", "B"), 60);
        stand(tracker, 40, 5_000);

        assertThat(tracker.observe(0, OPEN + 10_000, Math.exp(0.5))).isFalse();
        assertThat(tracker.observe(0, OPEN + 20_000, Math.exp(1))).isFalse();
        assertThat(tracker.observe(1, OPEN + 30_000, Math.exp(2))).isTrue();
        CorrelationMatrix matrix = tracker.matrix(OPEN + 30_000);
        double kept = matrix.samples() / (matrix.samples() + 1);
        assertThat(matrix.of(0, 1)).isCloseTo(kept, within(1e-12));
    }

    /** 15: a correlation was computed from two scalars and so was always 1 or -1. */
    @Test
    @Tag("defect-15")
    void saysNothingBelowThirtyJointReturns() {
        CorrelationTracker tracker = new CorrelationTracker(List.of("A", "B"), 60);
        SplittableRandom random = new SplittableRandom(15);
        pair(tracker, 0, 0, 0);
        int joint = 0;
        double weight = 0;
        while (weight < CorrelationTracker.LEAST_JOINT_RETURNS) {
            assertThat(tracker.matrix(OPEN + 5_000L * joint)).as(joint + " returns").isNull();
            joint++;
            weight = weight * Math.pow(0.5, 5.0 / 3_600) + 1;
            pair(tracker, 5_000L * joint, gaussian(random), gaussian(random));
        }

        assertThat(joint).isGreaterThanOrEqualTo(30);
        CorrelationMatrix matrix = tracker.matrix(OPEN + 5_000L * joint);
        assertThat(Math.abs(matrix.of(0, 1))).isLessThan(0.6);
    }

    @Property(tries = 50)
    void staysPositiveSemidefinite(
            @ForAll @IntRange(min = 2, max = 12) int symbols, @ForAll long seed) {
        List<String> names = IntStream.range(0, symbols).mapToObj(i -> "S" + i).toList();
        CorrelationTracker tracker = new CorrelationTracker(names, 30);
        SplittableRandom random = new SplittableRandom(seed);
        double[] log = new double[symbols];
        for (int t = 0; t < 300; t++) {
            int symbol = random.nextInt(symbols);
            log[symbol] += random.nextDouble() - 0.5;
            tracker.observe(symbol, OPEN + 5_000L * t, Math.exp(log[symbol]));
            CorrelationMatrix matrix = tracker.matrix(OPEN);
            if (matrix != null) {
                for (int tries = 0; tries < 5; tries++) {
                    assertThat(quadraticForm(matrix, random)).isGreaterThan(-1e-9);
                }
            }
        }
    }

    private static double quadraticForm(CorrelationMatrix matrix, SplittableRandom random) {
        int size = matrix.symbols().size();
        double[] x = random.doubles(size, -1, 1).toArray();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sum += x[i] * x[j] * matrix.of(i, j);
            }
        }
        return sum;
    }

    /** Three symbols of one factor; after three hours the first leaves it. */
    @Test
    void seesASymbolLeaveWithinTenMinutes() {
        CorrelationTracker tracker = new CorrelationTracker(THREE, 60);
        SplittableRandom random = new SplittableRandom(4);
        walk(tracker, random, 0, 2_160, 0.9);
        assertThat(Math.abs(tracker.departure(0))).isLessThan(4);

        walk(tracker, random, 2_160, 2_280, -0.2);
        assertThat(tracker.departure(0)).isLessThan(-8);
        assertThat(Math.abs(tracker.departure(0))).isGreaterThan(Math.abs(tracker.departure(1)));
        assertThat(tracker.matrix(OPEN).stress()).isEqualTo(tracker.departure(0));
    }

    @Test
    void aSymbolThatStandsStillKeepsNoMatrixFromTheOthers() {
        CorrelationTracker tracker = new CorrelationTracker(THREE, 60);
        SplittableRandom random = new SplittableRandom(8);
        double log = 0;
        for (int t = 0; t < 200; t++) {
            log += 1e-4 * gaussian(random);
            tracker.observe(0, OPEN + 5_000L * t, Math.exp(log));
            tracker.observe(1, OPEN + 5_000L * t, 100);
            tracker.observe(2, OPEN + 5_000L * t, Math.exp(-log));
        }

        CorrelationMatrix matrix = tracker.matrix(OPEN);
        assertThat(matrix.symbols()).containsExactly("A", "C");
        assertThat(matrix.of(0, 1)).isLessThan(-0.95);
        assertThat(matrix.stress()).isNotNull();
    }

    @Test
    void restoreGoesOnWithTheSameBits() throws IOException {
        CorrelationTracker straight = new CorrelationTracker(THREE, 60);
        walk(straight, new SplittableRandom(4), 0, 300, 0.9);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        straight.writeTo(new DataOutputStream(bytes));
        CorrelationTracker restored = new CorrelationTracker(THREE, 60);
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        double[] before = walked.clone();
        walk(straight, new SplittableRandom(5), 300, 400, 0.9);
        System.arraycopy(before, 0, walked, 0, walked.length);
        walk(restored, new SplittableRandom(5), 300, 400, 0.9);
        assertThat(restored.matrix(OPEN)).isEqualTo(straight.matrix(OPEN));
    }

    /** Steps of five seconds from one to another; the first symbol has this correlation. */
    private void walk(
            CorrelationTracker tracker,
            SplittableRandom random,
            int from,
            int until,
            double first) {
        for (int t = from; t < until; t++) {
            double factor = gaussian(random);
            for (int i = 0; i < 3; i++) {
                double with = i == 0 ? first : 0.9;
                walked[i] += 1e-4 * (with * factor + Math.sqrt(1 - with * with) * gaussian(random));
                tracker.observe(i, OPEN + 5_000L * t, Math.exp(walked[i]));
            }
        }
    }

    private static double gaussian(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Both symbols stand still for so many joint returns, the last of which is at the open. */
    private static void stand(CorrelationTracker tracker, int returns, long apartMillis) {
        for (int i = returns; i >= 0; i--) {
            pair(tracker, -i * apartMillis, 0, 0);
        }
    }

    private static void pair(CorrelationTracker tracker, long after, double a, double b) {
        tracker.observe(0, OPEN + after, Math.exp(a));
        tracker.observe(1, OPEN + after, Math.exp(b));
    }
}
