package io.huihui.operators.memory;

import io.huihui.models.memory.OpenSituations;
import io.huihui.models.memory.PastSituation;
import io.huihui.models.memory.Situation;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * situations => keyBy(symbol) => situations of which everything is known.
 *
 * <pre>
 *   |=> {@link #QUESTIONS}: each situation, for each shard
 * </pre>
 *
 * Waits for the watermark, so that situations are taken in the order of their time.
 */
final class OpenSituationsOperator extends KeyedProcessFunction<String, Situation, PastSituation> {

    static final String UID = "market-memory-open";

    static final OutputTag<ShardQuestion> QUESTIONS =
            new OutputTag<>("questions", TypeInformation.of(ShardQuestion.class));

    /** Key: symbol. An hour of situations. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<OpenSituations> OPEN =
            new ValueStateDescriptor<>(
                    "market-memory-open", new BinaryStateTypeInfo<>(OpenSituations.class));

    /** Key: symbol, then minute. Those that wait for the watermark; cleared when it comes. */
    static final MapStateDescriptor<Long, Situation> SITUATIONS =
            new MapStateDescriptor<>(
                    "market-memory-situations", Types.LONG, TypeInformation.of(Situation.class));

    private static final long serialVersionUID = 1L;

    private final int shards;

    private transient ValueState<OpenSituations> open;
    private transient SituationsInOrder situations;

    OpenSituationsOperator(int shards) {
        this.shards = shards;
    }

    @Override
    public void open(OpenContext context) {
        open = getRuntimeContext().getState(OPEN);
        situations = new SituationsInOrder(getRuntimeContext(), SITUATIONS, UID);
    }

    @Override
    public void processElement(Situation situation, Context context, Collector<PastSituation> out)
            throws Exception {
        situations.add(situation, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PastSituation> out)
            throws Exception {
        Situation situation = situations.take(timestamp);
        if (situation != null) {
            OpenSituations before = open.value();
            OpenSituations now = before == null ? new OpenSituations() : before;
            now.observe(situation).forEach(out::collect);
            open.update(now);
            for (int shard = 0; shard < shards; shard++) {
                context.output(QUESTIONS, new ShardQuestion(shard, situation));
            }
        }
        if (situations.isIdle(timestamp, context.timerService())) {
            open.clear();
        }
    }
}
