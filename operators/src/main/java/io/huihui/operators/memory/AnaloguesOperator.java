package io.huihui.operators.memory;

import io.huihui.models.memory.AnalogueMemory;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.Situation;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.models.vector.ExactSearch;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * situations => keyBy(symbol) => past situations of the symbol like it, and what came of them.
 *
 * <p>Waits for the watermark, so that situations are taken in the order of their time; then all
 * that is due by then is known.
 */
public final class AnaloguesOperator extends KeyedProcessFunction<String, Situation, Analogues> {

    public static final String UID = "analogues";

    /** Key: symbol. Bounded by {@link MemoryConfig#capacity}. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<AnalogueMemory> MEMORY =
            new ValueStateDescriptor<>(
                    "analogues-memory", new BinaryStateTypeInfo<>(AnalogueMemory.class));

    /** Key: symbol, then minute. Those that wait for the watermark; cleared when it comes. */
    static final MapStateDescriptor<Long, Situation> SITUATIONS =
            new MapStateDescriptor<>(
                    "analogues-situations", Types.LONG, TypeInformation.of(Situation.class));

    private static final long serialVersionUID = 1L;

    private final MemoryRules rules;

    private transient ValueState<AnalogueMemory> memory;
    private transient SituationsInOrder situations;

    /** Null unless the engine has a device. */
    private transient DeviceSearch device;

    /** Event time, the clock of the device's breaker. */
    private transient long nowMillis;

    AnaloguesOperator(MemoryRules rules) {
        this.rules = rules;
    }

    static SingleOutputStreamOperator<Analogues> attach(
            DataStream<Situation> situations, MemoryRules rules) {
        return situations
                .keyBy(situation -> situation.snapshot().symbol())
                .process(new AnaloguesOperator(rules), TypeInformation.of(Analogues.class))
                .uid(UID)
                .name("Analogues");
    }

    @Override
    public void open(OpenContext context) {
        memory = getRuntimeContext().getState(MEMORY);
        situations = new SituationsInOrder(getRuntimeContext(), SITUATIONS, UID);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        if (rules.config().engine().onDevice()) {
            device = DeviceSearch.open(UID, rules, () -> nowMillis, metrics);
        }
    }

    @Override
    public void processElement(Situation situation, Context context, Collector<Analogues> out)
            throws Exception {
        situations.add(situation, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Analogues> out)
            throws Exception {
        nowMillis = Math.max(nowMillis, timestamp);
        Situation situation = situations.take(timestamp);
        if (situation != null) {
            AnalogueMemory before = memory.value();
            AnalogueMemory now =
                    before == null ? new AnalogueMemory(rules.config()) : before.as(rules.config());
            Analogues analogues = now.observe(situation, searchOf(context.getCurrentKey()));
            memory.update(now);
            if (analogues != null) {
                out.collect(analogues);
            }
        }
        if (situations.isIdle(timestamp, context.timerService())) {
            memory.clear();
            if (device != null) {
                device.forget(context.getCurrentKey());
            }
        }
    }

    private ExactSearch searchOf(String symbol) {
        return device == null ? ExactSearch.own() : device.of(symbol);
    }

    @Override
    public void close() {
        if (device != null) {
            device.close();
        }
    }
}
