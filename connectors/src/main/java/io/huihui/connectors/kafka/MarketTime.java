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
 * about the reader's lag.
 */
final class MarketTime<T> implements WatermarkStrategy<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final long outOfOrdernessMillis;
    private final long idlenessMillis;

    /** Of this task: each task has a copy of the strategy of its own. */
    private transient ReaderLag lag;

    MarketTime(KafkaSourceConfig config) {
        this.outOfOrdernessMillis = config.outOfOrdernessMillis();
        this.idlenessMillis = config.idlenessMillis();
    }

    @Override
    public TimestampAssigner<Decoded<T>> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        ReaderLag shared = lag();
        return (decoded, takenMillis) -> {
            shared.read(takenMillis);
            return decoded.value() == null ? takenMillis : decoded.eventTimeMillis();
        };
    }

    @Override
    public WatermarkGenerator<Decoded<T>> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new PartitionSilence<>(
                new GuardedWatermarks<>(outOfOrdernessMillis),
                idlenessMillis,
                context.getInputActivityClock(),
                lag());
    }

    private ReaderLag lag() {
        if (lag == null) {
            lag = new ReaderLag(idlenessMillis, MarketTime::nowMillis);
        }
        return lag;
    }

    @OutsideResults("How far a reader is behind; it only says whose silence counts.")
    private static long nowMillis() {
        return System.currentTimeMillis();
    }
}
