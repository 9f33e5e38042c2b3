package io.huihui.operators.directives;

import io.huihui.models.decision.KeyLevels;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.KeyLevelFinder;
import io.huihui.models.directive.LevelHistory;
import io.huihui.models.directive.LevelMarket;
import io.huihui.models.directive.LevelTracker;
import io.huihui.models.directive.StrikeReading;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.feature.StrikeProfile;
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
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.List;
import java.util.TreeSet;

/**
 * seconds => keyBy(symbol) => key levels, at most once a minute.
 *
 * <pre>
 *   |=> {@link #DESK}: every second, with the levels that were known before it
 * </pre>
 *
 * A second goes on to the desk at once; its strikes are worked through when the watermark has
 * passed it, or before the next second, whichever is first, so what the desk sees does not depend
 * on when watermarks come. Nothing is sent until the history can rank a strike.
 */
public final class KeyLevelsOperator extends KeyedProcessFunction<String, MarketSecond, KeyLevels> {

    public static final String UID = "key-levels";

    /** Every second as the desk needs it. */
    public static final OutputTag<DeskMarket> DESK =
            new OutputTag<>("key-levels-desk", TypeInformation.of(DeskMarket.class));

    /** Key: symbol, then end of second. Until the watermark has passed it. */
    static final MapStateDescriptor<Long, StrikeProfile> PROFILES =
            new MapStateDescriptor<>(
                    "key-levels-profiles", Types.LONG, TypeInformation.of(StrikeProfile.class));

    /** Key: symbol, then end of second. Until the watermark has passed it. */
    static final MapStateDescriptor<Long, LevelMarket> MARKETS =
            new MapStateDescriptor<>(
                    "key-levels-markets", Types.LONG, TypeInformation.of(LevelMarket.class));

    /** Key: symbol. At most 40 levels, changed every second; cleared when the symbol is idle. */
    static final ValueStateDescriptor<LevelTracker> TRACKER =
            new ValueStateDescriptor<>(
                    "key-levels-tracker", new BinaryStateTypeInfo<>(LevelTracker.class));

    /** Key: symbol. 20 sessions, read once a minute; cleared when the symbol is idle. */
    static final ValueStateDescriptor<LevelHistory> HISTORY =
            new ValueStateDescriptor<>(
                    "key-levels-history", new BinaryStateTypeInfo<>(LevelHistory.class));

    private static final long serialVersionUID = 1L;

    private transient MapState<Long, StrikeProfile> profiles;
    private transient MapState<Long, LevelMarket> markets;
    private transient ValueState<LevelTracker> tracker;
    private transient ValueState<LevelHistory> history;
    private transient IdleTimer idle;
    private transient Counter published;
    private transient Counter cold;

    public static SingleOutputStreamOperator<KeyLevels> attach(DataStream<MarketSecond> seconds) {
        return seconds.keyBy(second -> second.snapshot().id().symbol())
                .process(new KeyLevelsOperator())
                .uid(UID)
                .name("KeyLevels");
    }

    @Override
    public void open(OpenContext context) {
        profiles = getRuntimeContext().getMapState(PROFILES);
        markets = getRuntimeContext().getMapState(MARKETS);
        tracker = getRuntimeContext().getState(TRACKER);
        history = getRuntimeContext().getState(HISTORY);
        idle = new IdleTimer(getRuntimeContext(), UID);
        published = getRuntimeContext().getMetricGroup().counter("published");
        cold = getRuntimeContext().getMetricGroup().counter("too_little_history");
    }

    @Override
    public void processElement(MarketSecond second, Context context, Collector<KeyLevels> out)
            throws Exception {
        FeatureSnapshot snapshot = second.snapshot();
        if (snapshot.revision() > 0) {
            return;
        }
        long end = snapshot.id().secondEndMillis();
        idle.seen(end, context.timerService());
        LevelTracker known = tracker();
        settleBefore(end, known, out);
        LevelMarket market = LevelMarket.of(snapshot.features());
        known.observe(end, market);
        tracker.update(known);
        context.output(DESK, deskMarket(second, market.mid(), known));
        if (second.strikes() != null) {
            profiles.put(end, second.strikes());
            markets.put(end, market);
            context.timerService().registerEventTimeTimer(end - 1);
        }
    }

    private static DeskMarket deskMarket(MarketSecond second, double mid, LevelTracker known) {
        StrikeProfile strikes = second.strikes();
        return new DeskMarket(
                second.snapshot(),
                second.chain(),
                known.below(mid),
                known.above(mid),
                strikes == null ? null : StrikeReading.of(strikes));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<KeyLevels> out)
            throws Exception {
        LevelTracker known = tracker();
        if (settleBefore(timestamp + 2, known, out)) {
            tracker.update(known);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            tracker.clear();
            history.clear();
        }
    }

    private LevelTracker tracker() throws Exception {
        LevelTracker known = tracker.value();
        return known == null ? new LevelTracker() : known;
    }

    /** Works through the strikes of all seconds that end before a time; returns whether any did. */
    private boolean settleBefore(long millis, LevelTracker known, Collector<KeyLevels> out)
            throws Exception {
        TreeSet<Long> due = new TreeSet<>();
        for (long second : profiles.keys()) {
            if (second < millis) {
                due.add(second);
            }
        }
        for (long second : due) {
            StrikeProfile profile = profiles.get(second);
            LevelMarket market = markets.get(second);
            profiles.remove(second);
            markets.remove(second);
            if (known.look(second)) {
                publish(profile, market == null ? LevelMarket.UNKNOWN : market, known, out);
            }
        }
        return !due.isEmpty();
    }

    private void publish(
            StrikeProfile profile, LevelMarket market, LevelTracker known, Collector<KeyLevels> out)
            throws Exception {
        LevelHistory earlier = history.value();
        if (earlier == null) {
            earlier = new LevelHistory();
        }
        if (earlier.isWarm()) {
            List<KeyLevelFinder.Found> found = KeyLevelFinder.find(profile, market, earlier);
            double width = KeyLevelFinder.width(profile.spot(), market);
            out.collect(known.remember(profile.id(), found, width));
            published.inc();
        } else {
            cold.inc();
        }
        earlier.add(profile);
        history.update(earlier);
    }
}
