package io.huihui.operators.features;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.metric.Moment;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.models.serialization.MarketEventTypeInfo;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;

/**
 * Emits one snapshot per symbol and event-time second.
 *
 * <pre>
 * events => keyBy(symbol) => wait for the watermark to pass the second => snapshot, revision 0
 *                |=> up to 90 s late: snapshot of its own second again, revision + 1
 *                |=> later still: LATE
 *                |=> a chain was analysed: STRIKES, a minute is over: THRESHOLDS
 * </pre>
 *
 * An event only waits in a list until its second is over; all work is done once a second, in effect
 * order, so results do not depend on the order of arrival or on the parallelism.
 */
public final class Features extends KeyedProcessFunction<String, MarketEvent, FeatureSnapshot> {

    public static final String UID = "features";

    /** Events more than {@link Moment#CORRECTION_SECONDS} behind the watermark. */
    public static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", MarketEventTypeInfo.INSTANCE);

    /** Metrics by strike, whenever a chain was analysed. */
    public static final OutputTag<StrikeProfile> STRIKES =
            new OutputTag<>("strikes", TypeInformation.of(StrikeProfile.class));

    /** Dynamic thresholds, once a minute. */
    public static final OutputTag<Thresholds> THRESHOLDS =
            new OutputTag<>("thresholds", TypeInformation.of(Thresholds.class));

    /** Key: symbol. Events of seconds that are over soon; cleared as the seconds end. */
    static final ListStateDescriptor<MarketEvent> PENDING =
            new ListStateDescriptor<>("pending-events", MarketEventTypeInfo.INSTANCE);

    /**
     * Key: symbol. Events of a later {@link #BLOCK_MILLIS block} of seconds than the next to be
     * closed. When a topic is read from far back, partitions run ahead of each other by many
     * seconds of events; here these are touched once a block and not once a second.
     */
    static final ListStateDescriptor<MarketEvent> LATER =
            new ListStateDescriptor<>("later-events", MarketEventTypeInfo.INSTANCE);

    /** Key: symbol. All metrics, bounded by their windows; cleared after the retention time. */
    static final ValueStateDescriptor<SymbolFeatures> METRICS =
            new ValueStateDescriptor<>(
                    "symbol-features", new BinaryStateTypeInfo<>(SymbolFeatures.class));

    /** Key: symbol. End of the next second to be closed; empty while the symbol rests. */
    static final ValueStateDescriptor<Long> NEXT =
            new ValueStateDescriptor<>("next-second-end", Types.LONG);

    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1000L;

    /** Eight seconds: an event that waits long is moved once in eight and looked at in eight. */
    static final long BLOCK_MILLIS = 8 * SECOND;

    private final FeaturesConfig config;

    private transient ListState<MarketEvent> pending;
    private transient ListState<MarketEvent> later;
    private transient ValueState<SymbolFeatures> metrics;
    private transient ValueState<Long> next;
    private transient FeatureVector.Builder scratch;
    private transient ArrayList<MarketEvent> inSecond;
    private transient Counter late;
    private transient Counter corrected;
    private transient Counter repeated;

    public Features(FeaturesConfig config) {
        this.config = config;
    }

    /** Returns the snapshots; events too late for them are in the side output {@link #LATE}. */
    public static SingleOutputStreamOperator<FeatureSnapshot> attach(
            DataStream<MarketEvent> events, FeaturesConfig config) {
        return events.keyBy(MarketEvent::symbol, Types.STRING)
                .process(new Features(config), TypeInformation.of(FeatureSnapshot.class))
                .uid(UID)
                .name("Features");
    }

    @Override
    public void open(OpenContext context) {
        pending = getRuntimeContext().getListState(PENDING);
        later = getRuntimeContext().getListState(LATER);
        metrics = getRuntimeContext().getState(METRICS);
        next = getRuntimeContext().getState(NEXT);
        scratch = new FeatureVector.Builder();
        inSecond = new ArrayList<>();
        MetricGroup group = getRuntimeContext().getMetricGroup();
        late = group.counter("lateEvents");
        corrected = group.counter("correctedSnapshots");
        repeated = group.counter("repeatedEvents");
    }

    @Override
    public void processElement(MarketEvent event, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        if (end - 1 <= context.timerService().currentWatermark()) {
            onLate(event, end, context, out);
            return;
        }
        Long armed = next.value();
        if (armed != null && blockOf(end) > blockOf(armed)) {
            later.add(event);
        } else {
            pending.add(event);
        }
        if (armed == null || end < armed) {
            arm(end, context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureSnapshot> out)
            throws Exception {
        long end = timestamp + 1;
        Long armed = next.value();
        if (armed == null || armed != end) {
            forgetIfResting(timestamp, armed);
            return;
        }
        long earliestLeft = takeSecond(end);
        SymbolFeatures state = metrics.value();
        if (state == null) {
            state = new SymbolFeatures();
        }
        long before = state.duplicates();
        out.collect(
                state.closeSecond(
                        context.getCurrentKey(), end, inSecond, config.metrics(), scratch));
        repeated.inc(state.duplicates() - before);
        if (state.strikeProfile() != null) {
            context.output(STRIKES, state.strikeProfile());
        }
        if (state.thresholds() != null) {
            context.output(THRESHOLDS, state.thresholds());
        }
        inSecond.clear();
        metrics.update(state);
        armNext(state, end, earliestLeft, context);
    }

    /** Moves the events of the second, in effect order, out of the list of those that wait. */
    private long takeSecond(long end) throws Exception {
        ArrayList<MarketEvent> left = null;
        long earliestLeft = Long.MAX_VALUE;
        for (MarketEvent event : pending.get()) {
            if (event.eventTimeMillis() < end) {
                inSecond.add(event);
            } else {
                if (left == null) {
                    left = new ArrayList<>();
                }
                left.add(event);
                earliestLeft = Math.min(earliestLeft, event.eventTimeMillis());
            }
        }
        if (left == null) {
            pending.clear();
        } else {
            pending.update(left);
        }
        inSecond.sort(MarketEvent.EFFECT_ORDER);
        return left == null ? Long.MAX_VALUE : SymbolFeatures.endOfSecond(earliestLeft);
    }

    private void armNext(SymbolFeatures state, long end, long earliestLeft, OnTimerContext context)
            throws Exception {
        boolean quietTooLong = end - state.lastEventMillis() >= config.quietSeconds() * SECOND;
        if (!quietTooLong && TradingCalendar.newYork().isOpen(end)) {
            advance(end, end + SECOND, context);
            return;
        }
        long earliest = earliestLeft;
        if (earliest == Long.MAX_VALUE || blockOf(earliest) > blockOf(end)) {
            earliest = Math.min(earliest, earliestLater());
        }
        if (earliest != Long.MAX_VALUE) {
            advance(end, earliest, context);
        } else {
            next.clear();
            context.timerService().registerEventTimeTimer(forgetAt(state));
        }
    }

    private long earliestLater() throws Exception {
        long earliest = Long.MAX_VALUE;
        for (MarketEvent event : later.get()) {
            earliest = Math.min(earliest, SymbolFeatures.endOfSecond(event.eventTimeMillis()));
        }
        return earliest;
    }

    /** Arms the next second, with the events of its block at hand. */
    private void advance(long from, long to, Context context) throws Exception {
        if (blockOf(to) > blockOf(from)) {
            ArrayList<MarketEvent> left = new ArrayList<>();
            for (MarketEvent event : later.get()) {
                if (blockOf(SymbolFeatures.endOfSecond(event.eventTimeMillis())) > blockOf(to)) {
                    left.add(event);
                } else {
                    pending.add(event);
                }
            }
            if (left.isEmpty()) {
                later.clear();
            } else {
                later.update(left);
            }
        }
        arm(to, context);
    }

    private static long blockOf(long end) {
        return Math.floorDiv(end, BLOCK_MILLIS);
    }

    private void arm(long end, Context context) throws Exception {
        next.update(end);
        context.timerService().registerEventTimeTimer(end - 1);
    }

    private void forgetIfResting(long timestamp, Long armed) throws Exception {
        SymbolFeatures state = metrics.value();
        if (armed == null && state != null && forgetAt(state) <= timestamp) {
            metrics.clear();
        }
    }

    private long forgetAt(SymbolFeatures state) {
        return state.lastEventMillis() + config.retentionDays() * TradingCalendar.DAY_MILLIS;
    }

    private void onLate(
            MarketEvent event, long end, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        SymbolFeatures state = metrics.value();
        long watermark = context.timerService().currentWatermark();
        if (state == null || end <= watermark - Moment.CORRECTION_SECONDS * SECOND) {
            late.inc();
            context.output(LATE, event);
            return;
        }
        long before = state.duplicates();
        FeatureSnapshot snapshot = state.correct(event, scratch);
        repeated.inc(state.duplicates() - before);
        metrics.update(state);
        if (snapshot != null) {
            corrected.inc();
            out.collect(snapshot);
        }
    }
}
