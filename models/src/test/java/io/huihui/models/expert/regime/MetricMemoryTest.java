package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

class MetricMemoryTest {

    private static final RegimeRules RULES =
            RegimeRuleParser.parse(
                    """
                    version: test/1
                    regimes:
                      HIGH_VOLATILITY:
                        lasts: 1s
                        when:
                          - MID gt dynamic_threshold:strong else 7
                      SKEW_SHIFT:
                        lasts: 1s
                        when:
                          - MID abs_gt dynamic_threshold:strong else 8
                    """);

    private static final int MINUTES = 61;

    private static double bound(MetricMemory memory, int rule) {
        return memory.bound(RULES.rules().get(rule).comparisons().get(0), Session.MORNING);
    }

    /** Half of the values are -100, half 1..100: sizes and values have other quantiles. */
    private static MetricMemory filled() {
        MetricMemory memory = new MetricMemory(RULES);
        for (int i = 1; i <= 1000; i++) {
            double value = i % 2 == 0 ? -100 : i / 10.0;
            FeatureVector features = new FeatureVector.Builder().set(Feature.MID, value).build();
            memory.remember(Snapshots.at(10 * i, features), Session.MORNING, 1);
        }
        return memory;
    }

    @Test
    void sizesAndValuesHaveTheirOwnQuantiles() {
        assertThat(bound(filled(), 0)).isCloseTo(80, withPercentage(5));
        assertThat(bound(filled(), 1)).isCloseTo(100, withPercentage(5));
    }

    @Test
    void restoredMemoryHasTheSameBounds() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MetricMemory memory = filled();
        memory.writeTo(new DataOutputStream(bytes));
        MetricMemory restored = new MetricMemory(RULES);
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(bound(restored, 0)).isEqualTo(bound(memory, 0));
        assertThat(bound(restored, 1)).isEqualTo(bound(memory, 1));
    }

    /** Release 0.1.0 wrote counts by bucket: here 150 times about 5 and 50 times about -20. */
    @Test
    void boundsOfRelease010AreTakenOver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(1);
        out.writeLong(0);
        out.writeShort(1);
        out.writeUTF("MID");
        for (int i = 0; i < MINUTES; i++) {
            out.writeDouble(Double.NaN);
        }
        for (int i = 0; i < MINUTES; i++) {
            out.writeLong(0);
        }
        out.writeShort(1);
        out.writeInt(Session.MORNING.ordinal());
        out.writeDouble(200);
        out.writeShort(2);
        out.writeInt(-bucket(20));
        out.writeDouble(50);
        out.writeInt(bucket(5));
        out.writeDouble(150);
        MetricMemory memory = new MetricMemory(RULES);
        memory.readReleased(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(bound(memory, 0)).isCloseTo(5, withPercentage(5));
        assertThat(bound(memory, 1)).isCloseTo(20, withPercentage(5));
    }

    /** Buckets of release 0.1.0 began at 1e-9 and grew by 1.05 / 0.95. */
    private static int bucket(double value) {
        return 1 + (int) Math.floor(Math.log(value / 1e-9) / Math.log(1.05 / 0.95));
    }
}
