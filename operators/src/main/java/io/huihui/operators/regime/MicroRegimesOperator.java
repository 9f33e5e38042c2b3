package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.micro.ConditionsSeen;
import io.huihui.models.expert.regime.micro.MicroRegime;
import io.huihui.models.expert.regime.micro.MicroRegimeTracker;
import io.huihui.models.expert.regime.micro.MicroSecond;
import io.huihui.models.expert.regime.micro.MicroWindow;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

/**
 * first-published snapshots => seconds ------------+=> keyBy(symbol) => sub-state every ten seconds
 * opinions of the regime expert => conditions -----+
 *
 * <p>Nobody waits for sub-states, so both inputs wait for the watermark: the answer does not depend
 * on which was faster, and state is opened once in ten seconds. A fit to what was seen is spread
 * over the windows that follow ({@link MicroRegimeTracker}), so a window costs milliseconds.
 */
public final class MicroRegimesOperator
        extends KeyedCoProcessFunction<String, MicroSecond, ConditionsSeen, MicroRegime> {

    public static final String UID = "micro-regimes";

    /** Of the steps before, which take what is needed off snapshots and opinions. */
    public static final String SECONDS_UID = "micro-regimes-seconds";

    public static final String CONDITIONS_UID = "micro-regimes-conditions";

    /** Key: symbol. Bounded by {@link MicroRegimeTracker}. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<MicroRegimeTracker> TRACKER =
            new ValueStateDescriptor<>(
                    "micro-regimes-tracker", new BinaryStateTypeInfo<>(MicroRegimeTracker.class));

    /** Key: symbol, then second. Those of windows that have not ended; cleared when they do. */
    static final MapStateDescriptor<Long, MicroSecond> SECONDS =
            new MapStateDescriptor<>(
                    "micro-regimes-seconds", Types.LONG, TypeInformation.of(MicroSecond.class));

    /** Key: symbol, then second. At most one a window; cleared when it ends. */
    static final MapStateDescriptor<Long, ConditionsSeen> CONDITIONS =
            new MapStateDescriptor<>(
                    "micro-regimes-conditions",
                    Types.LONG,
                    TypeInformation.of(ConditionsSeen.class));

    private static final long serialVersionUID = 1L;

    private static final long SECOND_MILLIS = 1_000;
    private static final long WINDOW_MILLIS = MicroWindow.SECONDS * SECOND_MILLIS;

    private transient ValueState<MicroRegimeTracker> tracker;
    private transient MapState<Long, MicroSecond> seconds;
    private transient MapState<Long, ConditionsSeen> conditions;
    private transient IdleTimer idle;
    private transient Counter windows;
    private transient Counter withoutCondition;
    private transient Counter tooLate;

    MicroRegimesOperator() {}

    public static SingleOutputStreamOperator<MicroRegime> attach(
            DataStream<FeatureSnapshot> snapshots, DataStream<ExpertOpinion> regimeOpinions) {
        DataStream<MicroSecond> seconds =
                snapshots
                        .<MicroSecond>flatMap(
                                (snapshot, out) -> {
                                    if (snapshot.revision() == 0) {
                                        out.collect(MicroSecond.of(snapshot));
                                    }
                                },
                                TypeInformation.of(MicroSecond.class))
                        .uid(SECONDS_UID)
                        .name("Seconds for sub-states");
        DataStream<ConditionsSeen> conditions =
                regimeOpinions
                        .<ConditionsSeen>flatMap(
                                (opinion, out) -> {
                                    long second = opinion.snapshot().secondEndMillis();
                                    String symbol = opinion.snapshot().symbol();
                                    if (opinion.regime() != null
                                            && windowEnd(symbol, second) == second) {
                                        out.collect(ConditionsSeen.of(opinion.regime().state()));
                                    }
                                },
                                TypeInformation.of(ConditionsSeen.class))
                        .uid(CONDITIONS_UID)
                        .name("Conditions for sub-states");
        return seconds.keyBy(MicroSecond::symbol)
                .connect(conditions.keyBy(ConditionsSeen::symbol))
                .process(new MicroRegimesOperator(), TypeInformation.of(MicroRegime.class))
                .uid(UID)
                .name("Sub-states");
    }

    /**
     * Returns the end of the window that a second is in. Windows of different symbols end in
     * different seconds, so that not all of them are worked on at once.
     */
    static long windowEnd(String symbol, long secondEndMillis) {
        long offset = Math.floorMod(symbol.hashCode(), MicroWindow.SECONDS) * SECOND_MILLIS;
        return secondEndMillis + Math.floorMod(offset - secondEndMillis, WINDOW_MILLIS);
    }

    @Override
    public void open(OpenContext context) {
        tracker = getRuntimeContext().getState(TRACKER);
        seconds = getRuntimeContext().getMapState(SECONDS);
        conditions = getRuntimeContext().getMapState(CONDITIONS);
        idle = new IdleTimer(getRuntimeContext(), UID);
        windows = getRuntimeContext().getMetricGroup().counter("windows");
        withoutCondition =
                getRuntimeContext().getMetricGroup().counter("windows_without_condition");
        tooLate = getRuntimeContext().getMetricGroup().counter("seconds_too_late");
    }

    @Override
    public void processElement1(MicroSecond second, Context context, Collector<MicroRegime> out)
            throws Exception {
        if (waits(second.symbol(), second.secondEndMillis(), context)) {
            seconds.put(second.secondEndMillis(), second);
        }
    }

    @Override
    public void processElement2(ConditionsSeen seen, Context context, Collector<MicroRegime> out)
            throws Exception {
        if (waits(seen.symbol(), seen.secondEndMillis(), context)) {
            conditions.put(seen.secondEndMillis(), seen);
        }
    }

    /** Returns whether the window of a second is still open, and sees to it that it is closed. */
    private boolean waits(String symbol, long secondEndMillis, Context context) throws Exception {
        long last = windowEnd(symbol, secondEndMillis) - 1;
        if (last <= context.timerService().currentWatermark()) {
            tooLate.inc();
            return false;
        }
        context.timerService().registerEventTimeTimer(last);
        idle.seen(secondEndMillis, context.timerService());
        return true;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<MicroRegime> out)
            throws Exception {
        String symbol = context.getCurrentKey();
        long end = timestamp + 1;
        if (windowEnd(symbol, end) == end) {
            close(new SnapshotId(symbol, end), out);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            tracker.clear();
        }
    }

    private void close(SnapshotId end, Collector<MicroRegime> out) throws Exception {
        List<MicroSecond> seen = taken(end.secondEndMillis());
        ConditionsSeen state = conditions.get(end.secondEndMillis());
        conditions.remove(end.secondEndMillis());
        if (seen.isEmpty()) {
            return;
        }
        windows.inc();
        if (state == null) {
            withoutCondition.inc(); // The expert abstained; there is nothing to be inside of.
            return;
        }
        MicroRegimeTracker now = tracker.value();
        now = now == null ? new MicroRegimeTracker() : now;
        MicroRegime found = now.observe(end, seen, state);
        tracker.update(now);
        if (found != null) {
            out.collect(found);
        }
    }

    private List<MicroSecond> taken(long endMillis) throws Exception {
        List<MicroSecond> taken = new ArrayList<>();
        for (int i = MicroWindow.SECONDS - 1; i >= 0; i--) {
            long second = endMillis - i * SECOND_MILLIS;
            MicroSecond seen = seconds.get(second);
            if (seen != null) {
                taken.add(seen);
                seconds.remove(second);
            }
        }
        return taken;
    }
}
