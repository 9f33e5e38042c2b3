package io.huihui.connectors.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two partitions of one reader, one of which stays silent; time in milliseconds since the start.
 */
class PartitionSilenceTest {

    private static final long IDLENESS = 1_000;
    private static final long TICK = 200;

    /** A night before the start. */
    private static final long LONG_AGO = -8 * 3_600_000L;

    private long now;
    private long answers = 0;
    private long answersPerTick = 1;
    private final ReaderLag lag = new ReaderLag(IDLENESS, () -> now);
    private final WakingTime waking = new WakingTime(IDLENESS);
    private final Output busyOutput = new Output();
    private final Output silentOutput = new Output();
    private final PartitionSilence<String> busy = partition();
    private final PartitionSilence<String> silent = partition();

    private PartitionSilence<String> partition() {
        return new PartitionSilence<>(
                new EachEvent(), IDLENESS, new Clock(), lag, () -> answers, waking);
    }

    /** The busy partition gives a record per tick that Kafka took at a time relative to then. */
    private void readFor(long millis, long takenAgo) {
        for (long end = now + millis; now < end; ) {
            lag.read(now - takenAgo);
            busy.onEvent("event", now, busyOutput);
            tick();
        }
    }

    private void waitFor(long millis) {
        for (long end = now + millis; now < end; ) {
            tick();
        }
    }

    private void tick() {
        now += TICK;
        answers += answersPerTick;
        busy.onPeriodicEmit(busyOutput);
        silent.onPeriodicEmit(silentOutput);
    }

    @Test
    void whoIsSilentWhileTheReaderKeepsUpIsIdleAfterTheTimeAskedFor() {
        readFor(800, 5);
        assertThat(silentOutput.idle).isFalse();

        readFor(400, 5);

        assertThat(silentOutput.idle).isTrue();
        assertThat(busyOutput.idle).isFalse();
        assertThat(busyOutput.watermarks).isPositive();
    }

    @Test
    void silenceDoesNotCountWhileTheReaderCatchesUp() {
        readFor(20_000, 60_000);
        assertThat(silentOutput.idle).isFalse();

        readFor(800, 5);
        assertThat(silentOutput.idle).isFalse();

        readFor(400, 5);
        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void aClockThatIsBehindStopsTimeForAMinuteAndNotForEver() {
        readFor(PartitionSilence.LONGEST_MILLIS - TICK, 600_000);
        assertThat(silentOutput.idle).isFalse();

        readFor(TICK, 600_000);

        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void whoHadItsTurnIsIdleHoweverFarTheReaderIsBehind() {
        readFor(2_000, 60_000);
        for (long i = lag.read(); i < PartitionSilence.LONGEST_RECORDS; i++) {
            lag.read(now - 60_000);
        }
        assertThat(silentOutput.idle).isFalse();

        tick();

        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void silenceDoesNotCountBeforeKafkaHasAnsweredThatThereIsNothing() {
        answersPerTick = 0;
        waitFor(30_000);
        assertThat(silentOutput.idle).isFalse();

        answers = PartitionSilence.ANSWERS - 1;
        waitFor(TICK);
        assertThat(silentOutput.idle).isFalse();

        answers++;
        waitFor(TICK);
        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void aRecordNeedsNewAnswersAfterIt() {
        answers = 100;
        lag.read(now);
        silent.onEvent("event", now, silentOutput);
        answersPerTick = 0;

        waitFor(30_000);
        assertThat(silentOutput.idle).isFalse();

        answersPerTick = 1;
        waitFor(PartitionSilence.ANSWERS * TICK);
        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void aBrokerThatNeverAnswersStopsTimeForAMinuteAndNotForEver() {
        answersPerTick = 0;
        waitFor(PartitionSilence.LONGEST_MILLIS - TICK);
        assertThat(silentOutput.idle).isFalse();

        waitFor(TICK);

        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void aTaskWithoutAConsumerIsGivenTimeToGetAPartition() {
        answers = -1;
        answersPerTick = 0;
        waitFor(PartitionSilence.START_MILLIS - TICK);
        assertThat(silentOutput.idle).isFalse();

        waitFor(TICK);

        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void theLastRecordOfAnOldTopicDoesNotHoldTimeForLong() {
        lag.read(LONG_AGO);
        busy.onEvent("event", LONG_AGO, busyOutput);
        tick();

        waitFor(IDLENESS);

        assertThat(busyOutput.idle).isTrue();
        assertThat(silentOutput.idle).isTrue();
    }

    @Test
    void whoGivesARecordIsActiveAgain() {
        readFor(2_000, 5);
        assertThat(silentOutput.idle).isTrue();

        lag.read(now);
        silent.onEvent("event", now, silentOutput);
        tick();

        assertThat(silentOutput.idle).isFalse();
    }

    @Test
    void whoseWatermarkIsHeldBackIsNotIdleBeforeItIsOut() {
        waking.read(0);
        busy.onEvent("event", now, busyOutput);
        waking.read(240_000);
        busy.onEvent("event", 240_000, busyOutput);
        lag.read(now);
        lag.read(now);

        waitFor(WakingTime.SETTLE_MILLIS - TICK);
        assertThat(busyOutput.idle).isFalse();
        assertThat(busyOutput.watermarks).isEqualTo(1);

        waitFor(TICK);
        assertThat(busyOutput.watermarks).isEqualTo(2);
        assertThat(busyOutput.idle).isTrue();
    }

    @Test
    void whoGivesARecordIsActiveAlsoIfItsWatermarkStaysWhereItIs() {
        PartitionSilence<String> still =
                new PartitionSilence<>(
                        new NoWatermark(), IDLENESS, new Clock(), lag, () -> answers, waking);
        waitFor(PartitionSilence.START_MILLIS);
        still.onPeriodicEmit(silentOutput);
        assertThat(silentOutput.idle).isTrue();

        still.onEvent("event", now, silentOutput);

        assertThat(silentOutput.idle).isFalse();
    }

    private final class Clock implements RelativeClock {
        @Override
        public long relativeTimeMillis() {
            return now;
        }

        @Override
        public long relativeTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(now);
        }
    }

    private static final class NoWatermark implements WatermarkGenerator<String> {
        @Override
        public void onEvent(String event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static final class EachEvent implements WatermarkGenerator<String> {
        @Override
        public void onEvent(String event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** As Flink's: a watermark makes it active. */
    private static final class Output implements WatermarkOutput {
        private boolean idle;
        private int watermarks;

        @Override
        public void emitWatermark(Watermark watermark) {
            idle = false;
            watermarks++;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
