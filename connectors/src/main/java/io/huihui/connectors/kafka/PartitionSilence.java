package io.huihui.connectors.kafka;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Watermarks of one partition that stops to hold back the others when it is silent. Flink's own
 * idleness counts any second without a record; after a restart, or on a busy machine, a partition
 * is silent because the reader has not come to it yet, and the others would make its records late
 * (docs/decisions/0090). Here silence counts only while the reader keeps up with Kafka, and only
 * once Kafka was asked for more and had none (0095).
 */
final class PartitionSilence<T> implements WatermarkGenerator<T> {

    /** A task without a partition may be about to be given one. */
    static final long START_MILLIS = 5_000;

    /**
     * Kafka's answers after which a partition that has given nothing has nothing: the request of
     * the first may be from before the silence, and its records still on their way to the task.
     */
    static final int ANSWERS = 2;

    /**
     * Records of others after which a partition that has any has had its turn: a fetch of {@link
     * KafkaSources#FETCH_BYTES} from each of a hundred partitions. So many events may have to wait
     * for an empty partition, and no more.
     */
    static final long LONGEST_RECORDS = 250_000;

    /**
     * A sender whose clock is behind, so that the reader seems to lag for ever, must not stop time
     * for longer.
     */
    static final long LONGEST_MILLIS = 60_000;

    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);

    private final WatermarkGenerator<T> watermarks;
    private final long idlenessNanos;
    private final RelativeClock clock;
    private final ReaderLag lag;
    private final LongSupplier answers;
    private final WakingTime waking;
    private final WakingTime.Output paced;

    private boolean active;
    private boolean idle;
    private long silentSince;
    private long quietSince;
    private long answeredBefore;
    private long readBefore;
    private long readBehind;

    /**
     * @param answers how many requests Kafka has answered so far, -1 without a consumer
     */
    PartitionSilence(
            WatermarkGenerator<T> watermarks,
            long idlenessMillis,
            RelativeClock clock,
            ReaderLag lag,
            LongSupplier answers,
            WakingTime waking) {
        this.watermarks = watermarks;
        this.idlenessNanos = TimeUnit.MILLISECONDS.toNanos(idlenessMillis);
        this.clock = clock;
        this.lag = lag;
        this.answers = answers;
        this.waking = waking;
        this.paced = waking.output();
        this.silentSince = clock.relativeTimeNanos();
        this.quietSince = silentSince;
        this.answeredBefore = Math.max(0, answers.getAsLong());
        this.readBehind = lag.readBehind();
        waking.tick(silentSince);
    }

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        active = true;
        if (idle) {
            idle = false;
            output.markActive(); // its watermark may be in the middle of a second and not move
        }
        watermarks.onEvent(event, timestamp, paced.to(output));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        long now = clock.relativeTimeNanos();
        lag.tick();
        waking.tick(now);
        if (active) {
            active = false;
            silentSince = now;
            readBefore = lag.read();
            beginQuiet(now);
        } else if (lag.readBehind() != readBehind) {
            beginQuiet(now);
        }
        readBehind = lag.readBehind();
        watermarks.onPeriodicEmit(paced.to(output));
        paced.release();
        idle = idle || (!paced.isHolding() && isSilent(now));
        if (idle) {
            output.markIdle();
        }
    }

    private void beginQuiet(long now) {
        quietSince = now;
        answeredBefore = Math.max(0, answers.getAsLong());
    }

    private boolean isSilent(long now) {
        return isEmpty(now)
                || now - silentSince >= Math.max(idlenessNanos, LONGEST_NANOS)
                || lag.read() - readBefore >= LONGEST_RECORDS;
    }

    private boolean isEmpty(long now) {
        long answered = answers.getAsLong();
        if (answered < 0) {
            return now - quietSince >= Math.max(idlenessNanos, START_NANOS);
        }
        return now - quietSince >= idlenessNanos && answered - answeredBefore >= ANSWERS;
    }
}
