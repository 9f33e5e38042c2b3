package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;
import io.huihui.models.OutsideResults;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of topics: per partition as {@link GuardedWatermarks} say, without partitions that are
 * silent as {@link PartitionSilence} says. The partitions of one source task share what is known
 * about the reader: its lag, and when it was silent.
 */
final class MarketTime<T> implements WatermarkStrategy<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final long outOfOrdernessMillis;
    private final long idlenessMillis;

    /** Of this task: each task has a copy of the strategy of its own. */
    private transient ReaderLag lag;

    private transient WakingTime waking;

    MarketTime(KafkaSourceConfig config) {
        this.outOfOrdernessMillis = config.outOfOrdernessMillis();
        this.idlenessMillis = config.idlenessMillis();
    }

    @Override
    public TimestampAssigner<Decoded<T>> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        share();
        return this::timeOf;
    }

    private long timeOf(Decoded<T> decoded, long takenMillis) {
        lag.read(takenMillis);
        if (decoded.value() == null) {
            return takenMillis;
        }
        waking.read(decoded.eventTimeMillis());
        return decoded.knownMillis();
    }

    @Override
    public WatermarkGenerator<Decoded<T>> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        share();
        return new PartitionSilence<>(
                new GuardedWatermarks<>(outOfOrdernessMillis),
                idlenessMillis,
                context.getInputActivityClock(),
                lag,
                FetchAnswers::ofThisTask,
                waking);
    }

    private void share() {
        if (lag == null) {
            lag = new ReaderLag(idlenessMillis, MarketTime::nowMillis);
            waking = new WakingTime(idlenessMillis);
        }
    }

    @OutsideResults("How far a reader is behind; it only says whose silence counts.")
    private static long nowMillis() {
        return System.currentTimeMillis();
    }
}
