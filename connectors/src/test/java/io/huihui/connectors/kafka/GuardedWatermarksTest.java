package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuardedWatermarksTest {

    private static final long OPEN = 1_767_623_400_000L;
    private static final long HOUR = 3_600_000L;

    private final Emitted emitted = new Emitted();
    private final GuardedWatermarks<String> watermarks = new GuardedWatermarks<>(200);

    private void event(long time) {
        watermarks.onEvent(Decoded.of("event", time), time, emitted);
        watermarks.onPeriodicEmit(emitted);
    }

    @Test
    void theSecondsBeforeTheNewestTimeLessTheOutOfOrdernessAreComplete() {
        event(OPEN);
        event(OPEN + 1);
        event(OPEN + 2_199);
        event(OPEN + 500);

        assertThat(emitted.last).isEqualTo(OPEN + 999);

        event(OPEN + 2_200);

        assertThat(emitted.last).isEqualTo(OPEN + 1_999);
    }

    @Test
    void itIsSentOncePerSecond() {
        for (long time = OPEN; time < OPEN + 10_000; time += 7) {
            event(time);
        }

        assertThat(emitted.count).isEqualTo(11);
    }

    @Test
    void oneEventFarAheadDoesNotMoveIt() {
        event(OPEN);
        event(OPEN + 1_000);
        long before = emitted.last;
        event(OPEN + 24 * HOUR);

        assertThat(emitted.last).isEqualTo(before);

        event(OPEN + 1_201);
        assertThat(emitted.last).isEqualTo(OPEN + 999);
    }

    @Test
    void twoEventsThatAgreeMoveItOverANight() {
        event(OPEN);
        event(OPEN + 1);
        event(OPEN + 24 * HOUR + 1_000);
        event(OPEN + 24 * HOUR + 1_050);

        assertThat(emitted.last).isEqualTo(OPEN + 24 * HOUR - 1);
    }

    @Test
    void twoEventsFarAheadThatDisagreeDoNot() {
        event(OPEN);
        event(OPEN + 1);
        event(OPEN + 24 * HOUR);
        event(OPEN + 999 * HOUR);

        assertThat(emitted.last).isEqualTo(OPEN - 1_001);
    }

    @Test
    void itNeverGoesBack() {
        event(OPEN);
        event(OPEN + 1_000);
        long before = emitted.last;
        event(OPEN - HOUR);

        assertThat(emitted.last).isEqualTo(before);
    }

    private static final class Emitted implements WatermarkOutput {
        private long last = Long.MIN_VALUE;
        private int count;

        @Override
        public void emitWatermark(Watermark watermark) {
            assertThat(watermark.getTimestamp()).isGreaterThan(last);
            last = watermark.getTimestamp();
            count++;
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
