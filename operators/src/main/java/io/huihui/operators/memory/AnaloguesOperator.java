package io.huihui.operators.memory;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.memory.AnalogueMemory;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.Situation;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.models.vector.ExactSearch;
import io.huihui.operators.breaker.BoundedCalls;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * first-published snapshots at a minute's end => situations => keyBy(symbol) => past situations of
 * the symbol like it, and what came of them.
 *
 * <p>Waits for the watermark, so that situations are taken in the order of their time; then all
 * that is due by then is known.
 */
public final class AnaloguesOperator extends KeyedProcessFunction<String, Situation, Analogues> {

    public static final String UID = "analogues";

    /** Of the step before, which takes situations off snapshots. */
    public static final String SITUATIONS_UID = "analogues-situations";

    /** Key: symbol. Bounded by {@link MemoryConfig#capacity}. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<AnalogueMemory> MEMORY =
            new ValueStateDescriptor<>(
                    "analogues-memory", new BinaryStateTypeInfo<>(AnalogueMemory.class));

    /** Key: symbol, then minute. Those that wait for the watermark; cleared when it comes. */
    static final MapStateDescriptor<Long, Situation> SITUATIONS =
            new MapStateDescriptor<>(
                    "analogues-situations", Types.LONG, TypeInformation.of(Situation.class));

    private static final long serialVersionUID = 1L;

    private final MemoryConfig config;
    private final VectorDeviceFactory devices;
    private final BreakerConfig breakers;

    private transient ValueState<AnalogueMemory> memory;
    private transient MapState<Long, Situation> situations;
    private transient IdleTimer idle;
    private transient Counter tooLate;

    /** Null unless the engine is TENSOR. */
    private transient DeviceSearch device;

    /** Event time, the clock of the device's breaker. */
    private transient long nowMillis;

    AnaloguesOperator(MemoryConfig config, VectorDeviceFactory devices, BreakerConfig breakers) {
        this.config = config;
        this.devices = devices;
        this.breakers = breakers;
    }

    /**
     * Attaches to snapshots.
     *
     * @param devices of the engine TENSOR; others do without
     * @param breakers when a device is left alone
     */
    public static SingleOutputStreamOperator<Analogues> attach(
            DataStream<FeatureSnapshot> snapshots,
            MemoryConfig config,
            VectorDeviceFactory devices,
            BreakerConfig breakers) {
        return snapshots
                .<Situation>flatMap(
                        (snapshot, out) -> {
                            Situation situation =
                                    Situation.isAsked(snapshot) ? Situation.of(snapshot) : null;
                            if (situation != null) {
                                out.collect(situation);
                            }
                        },
                        TypeInformation.of(Situation.class))
                .uid(SITUATIONS_UID)
                .name("Situations")
                .keyBy(situation -> situation.snapshot().symbol())
                .process(
                        new AnaloguesOperator(config, devices, breakers),
                        TypeInformation.of(Analogues.class))
                .uid(UID)
                .name("Analogues");
    }

    @Override
    public void open(OpenContext context) {
        memory = getRuntimeContext().getState(MEMORY);
        situations = getRuntimeContext().getMapState(SITUATIONS);
        idle = new IdleTimer(getRuntimeContext(), UID);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        tooLate = metrics.counter("situations_too_late");
        if (config.engine() == MemoryConfig.Engine.TENSOR) {
            BoundedCalls calls = new BoundedCalls(UID, breakers);
            device = new DeviceSearch(devices, calls, breakers, () -> nowMillis, metrics);
        }
    }

    @Override
    public void processElement(Situation situation, Context context, Collector<Analogues> out)
            throws Exception {
        long minute = situation.snapshot().secondEndMillis();
        if (minute <= context.timerService().currentWatermark()) {
            tooLate.inc();
            return;
        }
        situations.put(minute, situation);
        context.timerService().registerEventTimeTimer(minute);
        idle.seen(minute, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Analogues> out)
            throws Exception {
        nowMillis = Math.max(nowMillis, timestamp);
        Situation situation = situations.get(timestamp);
        if (situation != null) {
            situations.remove(timestamp);
            AnalogueMemory before = memory.value();
            AnalogueMemory now = before == null ? new AnalogueMemory(config) : before.as(config);
            Analogues analogues = now.observe(situation, searchOf(context.getCurrentKey()));
            memory.update(now);
            if (analogues != null) {
                out.collect(analogues);
            }
        }
        if (idle.isIdle(timestamp, context.timerService())) {
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
