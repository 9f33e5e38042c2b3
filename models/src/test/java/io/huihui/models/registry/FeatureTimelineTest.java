package io.huihui.models.registry;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureTimelineTest {

    private static final long STEP = FeatureTimeline.STEP_MILLIS;

    /** Puts, asks and drops in any order, beside a map that keeps everything. */
    @Test
    void saysWhatASortedMapSays() {
        SplittableRandom random = new SplittableRandom(7);
        FeatureTimeline timeline = new FeatureTimeline();
        TreeMap<Long, Double> map = new TreeMap<>();
        long asked = 0;
        for (int i = 0; i < 20_000; i++) {
            long lent = asked + STEP * random.nextInt(-5, 60);
            double value = random.nextDouble();
            timeline.put(lent, value);
            map.put(lent, value);
            if (random.nextInt(3) == 0) {
                asked += STEP * random.nextInt(3);
                timeline.dropBefore(asked);
            }
            long at = asked + random.nextLong(20 * STEP);
            Map.Entry<Long, Double> expected = map.floorEntry(at);
            int latest = timeline.latest(at);
            assertThat(latest >= 0).isEqualTo(expected != null);
            if (latest >= 0) {
                assertThat(timeline.millis(latest)).isEqualTo(expected.getKey());
                assertThat(timeline.value(latest)).isEqualTo(expected.getValue());
            }
            assertThat(timeline.size()).isLessThan(80);
        }
    }

    @Test
    void keepsTheNewestWhenNobodyAsks() {
        FeatureTimeline timeline = new FeatureTimeline();
        for (int i = 0; i < 3 * FeatureTimeline.MOST; i++) {
            timeline.put(i * STEP, i);
        }

        assertThat(timeline.size()).isEqualTo(FeatureTimeline.MOST);
        int last = timeline.latest(Long.MAX_VALUE);
        assertThat(timeline.value(last)).isEqualTo(3.0 * FeatureTimeline.MOST - 1);
        assertThat(timeline.latest((2L * FeatureTimeline.MOST - 1) * STEP)).isNegative();

        timeline.put(0, -1);

        assertThat(timeline.size()).isEqualTo(FeatureTimeline.MOST);
        assertThat(timeline.latest(0)).isNegative();
    }

    @Test
    void isReadBackAsItWas() throws IOException {
        FeatureTimeline timeline = new FeatureTimeline();
        for (int i = 0; i < 100; i++) {
            timeline.put(i * STEP, i);
        }
        timeline.dropBefore(70 * STEP);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        timeline.writeTo(new DataOutputStream(bytes));

        FeatureTimeline back = new FeatureTimeline();
        back.put(5, 5);
        back.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(back.size()).isEqualTo(timeline.size());
        assertThat(back.value(back.latest(80 * STEP))).isEqualTo(80);
        assertThat(back.latest(60 * STEP)).isNegative();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        back.writeTo(new DataOutputStream(again));
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }
}
