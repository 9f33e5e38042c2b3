package io.huihui.connectors.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** One partition of a reader, whose watermark is the time of its newest event. */
class WakingTimeTest {

    private static final long SILENCE = 1_000;
    private static final long TICK = 200;

    /** The clock and event time have nothing to do with each other. */
    private static final long EVENTS = 1_767_600_000_000L;

    private long now = 77_000;
    private final WakingTime waking = new WakingTime(SILENCE);
    private final Output emitted = new Output();
    private final WakingTime.Output output = waking.output().to(emitted);

    WakingTimeTest() {
        waking.tick(TimeUnit.MILLISECONDS.toNanos(now));
    }

    private void read(long eventTime) {
        waking.read(eventTime);
        output.emitWatermark(new Watermark(eventTime));
    }

    private void waitFor(long millis) {
        for (long end = now + millis; now < end; ) {
            now += TICK;
            waking.tick(TimeUnit.MILLISECONDS.toNanos(now));
            output.release();
        }
    }

    @Test
    void theFirstRecordMovesTimeAtOnceAndTheRestOfABurstOnlyAfterAWhile() {
        read(EVENTS);
        read(EVENTS + 240_000);
        assertThat(emitted.times).containsExactly(EVENTS);

        waitFor(WakingTime.SETTLE_MILLIS - TICK);
        assertThat(emitted.times).containsExactly(EVENTS);
        assertThat(output.isHolding()).isTrue();

        waitFor(TICK);
        assertThat(emitted.times).containsExactly(EVENTS, EVENTS + 240_000);
        assertThat(output.isHolding()).isFalse();
    }

    @Test
    void aFeedAtThePaceOfTheClockIsNotHeldBack() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            read(EVENTS + i * TICK);
            times.add(EVENTS + i * TICK);
            waitFor(TICK);
        }

        assertThat(emitted.times).isEqualTo(times);
    }

    @Test
    void aReaderThatWasNotSilentIsNotHeldBack() {
        read(EVENTS);
        for (int i = 0; i < 12; i++) {
            waitFor(TICK);
            read(EVENTS + (i + 1) * TICK);
        }

        read(EVENTS + 240_000);

        assertThat(emitted.times).endsWith(EVENTS + 240_000);
    }

    @Test
    void aReaderThatFellSilentIsHeldBackAgain() {
        read(EVENTS);
        waitFor(WakingTime.SETTLE_MILLIS + SILENCE);

        read(EVENTS + 5_000);
        read(EVENTS + 240_000);

        assertThat(emitted.times).containsExactly(EVENTS, EVENTS + 5_000);
    }

    @Test
    void noMoreEventsWaitThanFitIntoMemory() {
        read(EVENTS);
        for (long i = 1; i < PartitionSilence.LONGEST_RECORDS; i++) {
            read(EVENTS + 240_000);
        }
        assertThat(emitted.times).containsExactly(EVENTS);

        waitFor(TICK);

        assertThat(emitted.times).containsExactly(EVENTS, EVENTS + 240_000);
    }

    private static final class Output implements WatermarkOutput {
        private final List<Long> times = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            times.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("nobody said so");
        }

        @Override
        public void markActive() {
            throw new AssertionError("nobody said so");
        }
    }
}
