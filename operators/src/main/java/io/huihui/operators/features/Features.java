package io.huihui.operators.features;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.metric.Moment;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.models.serialization.EventBlock;
import io.huihui.models.serialization.EventBlockReader;
import io.huihui.models.serialization.EventBlockTypeInfo;
import io.huihui.models.serialization.EventBlockWriter;
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
import java.util.Comparator;
import java.util.List;

/**
 * Emits one snapshot per symbol and event-time second.
 *
 * <pre>
 * events => EventBlocks => keyBy(symbol) => wait for the watermark => snapshot, revision 0
 *                |=> late, known up to 90 s after: snapshot of its own second again, revision + 1
 *                |=> known later still: LATE
 *                |=> a chain was analysed: STRIKES, STRIKE_GRIDS; the first of its provider:
 *                |   PROVIDER_UNITS; a minute is over: THRESHOLDS
 *                |=> revision 0 with strikes and contracts, for those who decide: SECONDS
 * </pre>
 *
 * An event only waits, in a block, until the second with which it is known is over; all work is
 * done once a second, in effect order, so results do not depend on the order of arrival or on the
 * parallelism. What is known with a second corrects after that second was made. An event that comes
 * when even that second is over, which only one of a partition that was silent can, corrects at
 * once.
 */
public final class Features extends KeyedProcessFunction<String, EventBlock, FeatureSnapshot> {

    public static final String UID = "features";

    /** Events more than {@link Moment#CORRECTION_SECONDS} behind the watermark. */
    public static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", MarketEventTypeInfo.INSTANCE);

    /** Metrics by strike, whenever a chain was analysed. */
    public static final OutputTag<StrikeProfile> STRIKES =
            new OutputTag<>("strikes", TypeInformation.of(StrikeProfile.class));

    /** The same by days to expiry, calls and puts apart, with the heat map. */
    public static final OutputTag<StrikeGrid> STRIKE_GRIDS =
            new OutputTag<>("strike-grids", TypeInformation.of(StrikeGrid.class));

    /** Units of a provider's greeks, when its first chain was compared. */
    public static final OutputTag<ProviderUnits> PROVIDER_UNITS =
            new OutputTag<>("provider-units", TypeInformation.of(ProviderUnits.class));

    /** Every second, first published, with what its chain gave, for those who decide on it. */
    public static final OutputTag<MarketSecond> SECONDS =
            new OutputTag<>("market-seconds", TypeInformation.of(MarketSecond.class));

    /** Dynamic thresholds, once a minute. */
    public static final OutputTag<Thresholds> THRESHOLDS =
            new OutputTag<>("thresholds", TypeInformation.of(Thresholds.class));

    /** Key: symbol. Blocks of seconds that are not over; each is cleared as its second ends. */
    static final ListStateDescriptor<EventBlock> BLOCKS =
            new ListStateDescriptor<>("pending-blocks", EventBlockTypeInfo.INSTANCE);

    /** Key: symbol. Where 0.1.0 kept the events that waited; emptied by the first timer. */
    static final ListStateDescriptor<MarketEvent> PENDING =
            new ListStateDescriptor<>("pending-events", MarketEventTypeInfo.INSTANCE);

    /** Key: symbol. As {@link #PENDING}, of seconds farther off. */
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

    private final FeaturesConfig config;

    private transient ListState<EventBlock> blocks;
    private transient ListState<MarketEvent> pending;
    private transient ListState<MarketEvent> later;
    private transient ValueState<SymbolFeatures> metrics;
    private transient ValueState<Long> next;
    private transient FeatureVector.Builder scratch;
    private transient EventBlockReader reader;
    private transient ArrayList<MarketEvent> inSecond;
    private transient ArrayList<EventBlock> inLate;
    private transient Counter late;
    private transient Counter corrected;
    private transient Counter repeated;
    private transient Counter refused;

    public Features(FeaturesConfig config) {
        this.config = config;
    }

    /** Returns the snapshots; events too late for them are in the side output {@link #LATE}. */
    public static SingleOutputStreamOperator<FeatureSnapshot> attach(
            DataStream<MarketEvent> events, FeaturesConfig config) {
        return EventBlocks.attach(events)
                .keyBy(EventBlock::symbol, Types.STRING)
                .transform(
                        "Features",
                        TypeInformation.of(FeatureSnapshot.class),
                        new FeaturesOperator(new Features(config)))
                .uid(UID);
    }

    @Override
    public void open(OpenContext context) {
        blocks = getRuntimeContext().getListState(BLOCKS);
        pending = getRuntimeContext().getListState(PENDING);
        later = getRuntimeContext().getListState(LATER);
        metrics = getRuntimeContext().getState(METRICS);
        next = getRuntimeContext().getState(NEXT);
        scratch = new FeatureVector.Builder();
        reader = new EventBlockReader();
        inSecond = new ArrayList<>();
        inLate = new ArrayList<>();
        MetricGroup group = getRuntimeContext().getMetricGroup();
        late = group.counter("lateEvents");
        corrected = group.counter("correctedSnapshots");
        repeated = group.counter("repeatedEvents");
        refused = group.counter("refusedChainSlices");
    }

    @Override
    public void processElement(EventBlock block, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        long known = block.knownEndMillis();
        Long armed = next.value();
        if (known - 1 <= context.timerService().currentWatermark() || isClosed(known, armed)) {
            inLate.add(block);
            correct(reached(context), context, out);
            return;
        }
        blocks.add(block);
        if (block.isLate()) {
            context.timerService().registerEventTimeTimer(known - 1);
        } else if (armed == null || known < armed) {
            arm(known, context);
        }
    }

    private long reached(Context context) throws Exception {
        SymbolFeatures state = metrics.value();
        long watermark = context.timerService().currentWatermark();
        return state == null ? watermark : Math.max(watermark, state.lastEndMillis() - 1);
    }

    /**
     * After a restore the watermark begins anew, behind seconds that were closed before. What is
     * armed comes after all of those, so the large state is looked at only for an event before it.
     */
    private boolean isClosed(long end, Long armed) throws Exception {
        if (armed != null && end >= armed) {
            return false;
        }
        SymbolFeatures state = metrics.value();
        return state != null && end <= state.lastEndMillis();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureSnapshot> out)
            throws Exception {
        long end = timestamp + 1;
        Long armed = next.value();
        if (armed != null && armed == end) {
            close(end, context, out);
            correct(timestamp, context, out);
        } else {
            take(end, Long.MIN_VALUE);
            correct(timestamp, context, out);
            forgetIfResting(timestamp, armed);
        }
    }

    private void close(long end, OnTimerContext context, Collector<FeatureSnapshot> out)
            throws Exception {
        adoptEvents();
        long earliestLeft = take(end, end);
        inSecond.sort(MarketEvent.EFFECT_ORDER);
        SymbolFeatures state = metrics.value();
        if (state == null) {
            state = new SymbolFeatures();
        }
        long before = state.duplicates();
        long refusedBefore = state.refusedSlices();
        FeatureSnapshot snapshot =
                state.closeSecond(
                        context.getCurrentKey(), end, inSecond, config.metrics(), scratch);
        out.collect(snapshot);
        context.output(
                SECONDS, new MarketSecond(snapshot, state.strikeProfile(), state.tradable()));
        repeated.inc(state.duplicates() - before);
        refused.inc(state.refusedSlices() - refusedBefore);
        if (state.strikeProfile() != null) {
            context.output(STRIKES, state.strikeProfile());
        }
        state.strikeGrids().forEach(grid -> context.output(STRIKE_GRIDS, grid));
        state.providerUnits().forEach(units -> context.output(PROVIDER_UNITS, units));
        if (state.thresholds() != null) {
            context.output(THRESHOLDS, state.thresholds());
        }
        inSecond.clear();
        metrics.update(state);
        armNext(state, end, earliestLeft, context);
    }

    /**
     * Moves out of the blocks that wait: into {@link #inLate} those of late events known by the end
     * of a second, into {@link #inSecond} the events of the others up to {@code closed}. Returns
     * the end of the earliest second that still has a block on time, {@link Long#MAX_VALUE} when
     * none has.
     */
    private long take(long known, long closed) throws Exception {
        ArrayList<EventBlock> left = new ArrayList<>();
        long earliestLeft = Long.MAX_VALUE;
        for (EventBlock block : blocks.get()) {
            if (block.isLate() && block.knownEndMillis() <= known) {
                inLate.add(block);
            } else if (!block.isLate() && block.secondEndMillis() <= closed) {
                reader.read(block, inSecond);
            } else {
                left.add(block);
                if (!block.isLate()) {
                    earliestLeft = Math.min(earliestLeft, block.secondEndMillis());
                }
            }
        }
        blocks.update(left);
        return earliestLeft;
    }

    /** Makes blocks of the events that a savepoint of 0.1.0 had waiting. */
    private void adoptEvents() throws Exception {
        for (ListState<MarketEvent> former : List.of(pending, later)) {
            for (MarketEvent event : former.get()) {
                long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
                blocks.add(EventBlockWriter.single(event, end));
            }
            former.clear();
        }
    }

    private void armNext(SymbolFeatures state, long end, long earliestLeft, OnTimerContext context)
            throws Exception {
        boolean quietTooLong = end - state.lastEventMillis() >= config.quietSeconds() * SECOND;
        if (!quietTooLong && TradingCalendar.newYork().isOpen(end)) {
            arm(end + SECOND, context);
        } else if (earliestLeft != Long.MAX_VALUE) {
            arm(earliestLeft, context);
        } else {
            next.clear();
            context.timerService().registerEventTimeTimer(forgetAt(state));
        }
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

    /**
     * Corrects with the blocks in {@link #inLate}, second by second, each with all events at once.
     *
     * @param reached how far time has come, by which an event may be too late
     */
    private void correct(long reached, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        if (inLate.isEmpty()) {
            return;
        }
        inLate.sort(Comparator.comparingLong(EventBlock::secondEndMillis));
        SymbolFeatures state = metrics.value();
        for (int i = 0; i < inLate.size(); i++) {
            EventBlock block = inLate.get(i);
            reader.read(block, inSecond);
            long end = block.secondEndMillis();
            if (i + 1 == inLate.size() || inLate.get(i + 1).secondEndMillis() != end) {
                inSecond.sort(MarketEvent.EFFECT_ORDER);
                if (state == null || end <= reached - Moment.CORRECTION_SECONDS * SECOND) {
                    late.inc(inSecond.size());
                    inSecond.forEach(event -> context.output(LATE, event));
                } else {
                    correct(state, new SnapshotId(block.symbol(), end), out);
                }
                inSecond.clear();
            }
        }
        inLate.clear();
        if (state != null) {
            metrics.update(state);
        }
    }

    private void correct(SymbolFeatures state, SnapshotId id, Collector<FeatureSnapshot> out) {
        long before = state.duplicates();
        FeatureSnapshot snapshot = state.correct(id, inSecond, scratch);
        repeated.inc(state.duplicates() - before);
        if (snapshot != null) {
            corrected.inc();
            out.collect(snapshot);
        }
    }
}
