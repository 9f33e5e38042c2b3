package io.huihui.operators.directives;

import io.huihui.models.decision.KeyLevels;
import io.huihui.models.directive.KeyLevelFinder;
import io.huihui.models.directive.LevelHistory;
import io.huihui.models.directive.LevelMarket;
import io.huihui.models.directive.LevelTracker;
import io.huihui.models.feature.FeatureSnapshot;
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
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.List;

/**
 * strike profiles, snapshots => keyBy(symbol) => key levels, at most once a minute.
 *
 * <p>A second is worked through when the watermark has passed it, so that the answer does not
 * depend on which of its profile and snapshot came first. Nothing is sent until the history can
 * rank a strike.
 */
public final class KeyLevelsOperator
        extends KeyedCoProcessFunction<String, StrikeProfile, FeatureSnapshot, KeyLevels> {

    public static final String UID = "key-levels";

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

    public static SingleOutputStreamOperator<KeyLevels> attach(
            DataStream<StrikeProfile> profiles, DataStream<FeatureSnapshot> snapshots) {
        return profiles.keyBy(profile -> profile.id().symbol())
                .connect(snapshots.keyBy(snapshot -> snapshot.id().symbol()))
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
    public void processElement1(StrikeProfile profile, Context context, Collector<KeyLevels> out)
            throws Exception {
        long second = profile.id().secondEndMillis();
        profiles.put(second, profile);
        await(second, context);
    }

    @Override
    public void processElement2(FeatureSnapshot snapshot, Context context, Collector<KeyLevels> out)
            throws Exception {
        if (snapshot.revision() > 0) {
            return;
        }
        long second = snapshot.id().secondEndMillis();
        markets.put(second, LevelMarket.of(snapshot.features()));
        await(second, context);
    }

    private void await(long second, Context context) throws Exception {
        idle.seen(second, context.timerService());
        context.timerService().registerEventTimeTimer(second - 1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<KeyLevels> out)
            throws Exception {
        long second = timestamp + 1;
        LevelMarket market = markets.get(second);
        StrikeProfile profile = profiles.get(second);
        if (market != null || profile != null) {
            markets.remove(second);
            profiles.remove(second);
            endSecond(second, market == null ? LevelMarket.UNKNOWN : market, profile, out);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            tracker.clear();
            history.clear();
        }
    }

    private void endSecond(
            long second, LevelMarket market, StrikeProfile profile, Collector<KeyLevels> out)
            throws Exception {
        LevelTracker known = tracker.value();
        if (known == null) {
            known = new LevelTracker();
        }
        known.observe(second, market);
        if (profile != null && known.look(second)) {
            publish(profile, market, known, out);
        }
        tracker.update(known);
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
