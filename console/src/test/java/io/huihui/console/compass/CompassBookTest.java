package io.huihui.console.compass;

import io.huihui.console.market.Samples;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CompassBookTest {

    private static final int SAMPLE_SECONDS = (int) (SymbolCompass.SAMPLE_MILLIS / 1000);
    private static final double CLOSE = 1e-5;

    private final CompassBook book = new CompassBook();

    /** The parts of a frame, read as docs/console.md lays them out. */
    private record Frame(ByteBuffer bytes) {

        private Frame {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
        }

        int symbols() {
            return bytes.getShort(4);
        }

        float number(int part, int row, CompassAxis axis, int layer) {
            return bytes.getFloat(16 + 4 * (part * symbols() * 60 + cell(row, axis, layer)));
        }

        float radius(CompassAxis axis, int layer) {
            return number(0, 0, axis, layer);
        }

        float percentile(CompassAxis axis, int layer) {
            return number(1, 0, axis, layer);
        }

        float value(CompassAxis axis, int layer) {
            return number(2, 0, axis, layer);
        }

        Quality quality(CompassAxis axis, int layer) {
            int at = 16 + 12 * symbols() * 60 + cell(0, axis, layer);
            return Quality.values()[bytes.get(at)];
        }

        private static int cell(int row, CompassAxis axis, int layer) {
            return row * 60 + axis.ordinal() * 5 + layer;
        }
    }

    private void hear(String symbol, int second, Feature feature, double value) {
        book.add(
                new FeatureSnapshot(
                        new SnapshotId(symbol, Samples.NOON + second * 1000L),
                        0,
                        new FeatureVector.Builder().set(feature, value).build()));
    }

    private Frame frame() {
        return new Frame(book.frame(Set.of()));
    }

    @Test
    void frameIsLaidOutAsTheContractSays() {
        hear("SPY", 0, Feature.VAPI_FA_5M, 1.5);
        hear("QQQ", 1, Feature.VAPI_FA_5M, -9);

        Frame frame = frame();

        byte[] head = new byte[4];
        frame.bytes().get(0, head);
        assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HPC1");
        assertThat(frame.symbols()).isEqualTo(2);
        assertThat(frame.bytes().get(6)).isEqualTo((byte) 12);
        assertThat(frame.bytes().get(7)).isEqualTo((byte) 5);
        assertThat(frame.bytes().getDouble(8)).isEqualTo(Samples.NOON + 1000);
        byte[] names = new byte[8];
        frame.bytes().get(frame.bytes().limit() - 8, names);
        assertThat(names).isEqualTo("\3QQQ\3SPY".getBytes(StandardCharsets.US_ASCII));
        assertThat(frame.bytes().limit()).isEqualTo(16 + 2 * 60 * 13 + 8);
        assertThat(frame.number(0, 0, CompassAxis.VAPI_FA, 0)).isZero();
        assertThat(frame.number(0, 1, CompassAxis.VAPI_FA, 0)).isEqualTo(0.75f);
        assertThat(frame.number(2, 0, CompassAxis.VAPI_FA, 0)).isEqualTo(-9);
    }

    @Test
    void onlySubscribedSymbolsAreInIt() {
        hear("SPY", 0, Feature.GIB_Z, 0);
        hear("QQQ", 0, Feature.GIB_Z, 0);

        assertThat(new Frame(book.frame(Set.of("SPY", "XYZ"))).symbols()).isEqualTo(1);
    }

    @Test
    void whatIsMissingHasItsQuality() {
        hear("SPY", 0, Feature.GIB_Z, 0.5);

        assertThat(frame().radius(CompassAxis.DWFD, 0)).isNaN();
        assertThat(frame().quality(CompassAxis.DWFD, 0)).isEqualTo(Quality.ABSENT);
        assertThat(frame().quality(CompassAxis.GIB, 0)).isEqualTo(Quality.WARMUP);
    }

    @Test
    void levelsAreMeansOverTheTimeframe() {
        for (int sample = 0; sample < 60; sample++) {
            hear("SPY", sample * SAMPLE_SECONDS, Feature.GIB_Z, sample);
        }

        // Five minutes are the last 20 samples, fifteen all 60.
        assertThat(frame().value(CompassAxis.GIB, 0)).isEqualTo((float) (40 + 59) / 2);
        assertThat(frame().value(CompassAxis.GIB, 1)).isEqualTo(59f / 2);
        assertThat(frame().quality(CompassAxis.GIB, 1)).isEqualTo(Quality.OK);
        assertThat(frame().quality(CompassAxis.GIB, 2)).isEqualTo(Quality.WARMUP);
    }

    @Test
    void fourHoursOfFlowAreItsLastFourHours() {
        int samplesPerHour = 240;
        for (int sample = 0; sample <= 3 * samplesPerHour; sample++) {
            double hour = Math.floorDiv(sample, samplesPerHour);
            hear("SPY", sample * SAMPLE_SECONDS, Feature.VAPI_FA_60M, hour);
            boolean known = sample == 3 * samplesPerHour;
            assertThat(Float.isNaN(frame().value(CompassAxis.VAPI_FA, 4))).isNotEqualTo(known);
        }

        assertThat(frame().value(CompassAxis.VAPI_FA, 4)).isEqualTo((0 + 1 + 2 + 3) / 4f);
    }

    @Test
    void scoresAndPercentilesAreThoseOfThePlainFormulas() {
        Random random = new Random(5);
        double[] past = new double[200];
        for (int sample = 0; sample < past.length; sample++) {
            past[sample] = (float) random.nextGaussian();
            hear("SPY", sample * SAMPLE_SECONDS, Feature.ORDER_FLOW_IMBALANCE_5M, past[sample]);
        }
        double now = 0.8;
        hear("SPY", past.length * SAMPLE_SECONDS, Feature.ORDER_FLOW_IMBALANCE_5M, now);

        double median = median(past);
        double mad = median(Arrays.stream(past).map(x -> Math.abs(x - median)).toArray());
        double below = Arrays.stream(past).filter(x -> x < now).count();
        double z = (now - median) / (1.4826 * mad);
        assertThat((double) frame().value(CompassAxis.AOFM, 0)).isCloseTo(z, within(CLOSE));
        assertThat((double) frame().radius(CompassAxis.AOFM, 0))
                .isCloseTo((z + 3) / 6, within(CLOSE));
        assertThat((double) frame().percentile(CompassAxis.AOFM, 0))
                .isCloseTo(below / past.length, within(CLOSE));
    }

    @Test
    void withoutSpreadAScoreIsZeroAndSaysSo() {
        for (int sample = 0; sample <= SymbolCompass.FEWEST_TO_SCALE; sample++) {
            hear("SPY", sample * SAMPLE_SECONDS, Feature.MICROPRICE_PRESSURE, 0.25);
        }

        assertThat(frame().value(CompassAxis.LWPAI, 0)).isZero();
        assertThat(frame().radius(CompassAxis.LWPAI, 0)).isEqualTo(0.5f);
        assertThat(frame().quality(CompassAxis.LWPAI, 0)).isEqualTo(Quality.DEGENERATE);
    }

    @Test
    void anOlderSnapshotChangesNothing() {
        hear("SPY", 10, Feature.GIB_Z, 1);
        hear("SPY", 9, Feature.GIB_Z, 2);

        assertThat(frame().value(CompassAxis.GIB, 0)).isEqualTo(1);
        assertThat(book.version()).isEqualTo(Samples.NOON + 10_000);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
