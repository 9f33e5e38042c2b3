package io.huihui.connectors.stream;

import io.huihui.models.decision.DeadLetter;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Passes records on and puts dead letters to the side. Keeps no state; chained to its source. */
public final class SplitDeadLetters<T> extends ProcessFunction<Decoded<T>, T> {

    private static final long serialVersionUID = 1L;

    /** Follows the uid of the source. */
    public static final String UID_SUFFIX = "-dead-letters";

    /** Dead letters counted since the task started. */
    public static final String COUNTER = "deadLetters";

    private static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private transient Counter deadLetters;

    private SplitDeadLetters() {}

    /**
     * Attaches to a source.
     *
     * @param sourceUid uid of the source, from which the uid of this operator follows
     */
    public static <T> SourceOutput<T> attach(
            DataStream<Decoded<T>> decoded, TypeInformation<T> type, String sourceUid) {
        SingleOutputStreamOperator<T> records =
                decoded.process(new SplitDeadLetters<T>(), type)
                        .uid(sourceUid + UID_SUFFIX)
                        .name("Dead letters of " + sourceUid)
                        .setParallelism(decoded.getParallelism());
        return new SourceOutput<>(records, records.getSideOutput(DEAD_LETTERS));
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter(COUNTER);
    }

    @Override
    public void processElement(Decoded<T> decoded, Context context, Collector<T> out) {
        if (decoded.value() != null) {
            out.collect(decoded.value());
        } else {
            deadLetters.inc();
            context.output(DEAD_LETTERS, decoded.deadLetter());
        }
    }
}
