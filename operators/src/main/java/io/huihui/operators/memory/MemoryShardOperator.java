package io.huihui.operators.memory;

import io.huihui.models.memory.MemoryShard;
import io.huihui.models.memory.PastSituation;
import io.huihui.models.memory.ShardAnswer;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.models.vector.ExactSearch;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * situations that are over, questions => keyBy(shard) => what the shard holds that is like the one
 * asked for.
 *
 * <p>Waits for the watermark: of a minute, first all that is over by then is remembered and then
 * all questions are answered, symbol by symbol, so that answers do not depend on what came first.
 */
final class MemoryShardOperator
        extends KeyedCoProcessFunction<String, PastSituation, ShardQuestion, ShardAnswer> {

    static final String UID = "market-memory-shard";

    /** Key: shard. As large as the configured capacity. Cleared when nobody asks any more. */
    static final ValueStateDescriptor<MemoryShard> SHARD =
            new ValueStateDescriptor<>(
                    "market-memory-shard", new BinaryStateTypeInfo<>(MemoryShard.class));

    /** Key: shard, then minute. What is over by then, a share of all symbols; cleared then. */
    static final MapStateDescriptor<Long, List<PastSituation>> PAST =
            new MapStateDescriptor<>(
                    "market-memory-past",
                    Types.LONG,
                    Types.LIST(TypeInformation.of(PastSituation.class)));

    /** Key: shard, then minute. One question a symbol; cleared when the watermark comes. */
    static final MapStateDescriptor<Long, List<ShardQuestion>> QUESTIONS =
            new MapStateDescriptor<>(
                    "market-memory-questions",
                    Types.LONG,
                    Types.LIST(TypeInformation.of(ShardQuestion.class)));

    private static final long serialVersionUID = 1L;

    private final MemoryRules rules;

    private transient ValueState<MemoryShard> shard;
    private transient MapState<Long, List<PastSituation>> past;
    private transient MapState<Long, List<ShardQuestion>> questions;
    private transient IdleTimer idle;

    /** Null unless the engine has a device. */
    private transient DeviceSearch device;

    /** Event time, the clock of the device's breaker. */
    private transient long nowMillis;

    MemoryShardOperator(MemoryRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        shard = getRuntimeContext().getState(SHARD);
        past = getRuntimeContext().getMapState(PAST);
        questions = getRuntimeContext().getMapState(QUESTIONS);
        idle = new IdleTimer(getRuntimeContext(), UID);
        if (rules.config().engine().onDevice()) {
            device =
                    DeviceSearch.open(
                            UID, rules, () -> nowMillis, getRuntimeContext().getMetricGroup());
        }
    }

    @Override
    public void processElement1(PastSituation over, Context context, Collector<ShardAnswer> out)
            throws Exception {
        keep(past, over.knownMillis(), over, context);
    }

    @Override
    public void processElement2(ShardQuestion question, Context context, Collector<ShardAnswer> out)
            throws Exception {
        keep(questions, question.situation().snapshot().secondEndMillis(), question, context);
    }

    private <T> void keep(MapState<Long, List<T>> kept, long minute, T one, Context context)
            throws Exception {
        List<T> all = kept.get(minute);
        all = all == null ? new ArrayList<>() : all;
        all.add(one);
        kept.put(minute, all);
        context.timerService().registerEventTimeTimer(minute);
        idle.seen(minute, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ShardAnswer> out)
            throws Exception {
        nowMillis = Math.max(nowMillis, timestamp);
        List<PastSituation> over = take(past, timestamp);
        List<ShardQuestion> asked = take(questions, timestamp);
        if (!over.isEmpty() || !asked.isEmpty()) {
            over.sort(Comparator.comparing(each -> each.snapshot().symbol()));
            asked.sort(Comparator.comparing(each -> each.situation().snapshot().symbol()));
            MemoryShard before = shard.value();
            MemoryShard now =
                    before == null ? new MemoryShard(rules.config()) : before.as(rules.config());
            over.forEach(now::remember);
            ExactSearch search =
                    device == null ? ExactSearch.own() : device.of(context.getCurrentKey());
            for (ShardQuestion question : asked) {
                out.collect(now.nearest(question.shard(), question.situation(), search));
            }
            shard.update(now);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            shard.clear();
            if (device != null) {
                device.forget(context.getCurrentKey());
            }
        }
    }

    private static <T> List<T> take(MapState<Long, List<T>> kept, long minute) throws Exception {
        List<T> all = kept.get(minute);
        kept.remove(minute);
        return all == null ? new ArrayList<>() : new ArrayList<>(all);
    }

    @Override
    public void close() {
        if (device != null) {
            device.close();
        }
    }
}
