package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.forecast.MacroFigures;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hands snapshots to the regime expert, and macro releases and rules to the experts of all symbols.
 *
 * <p>Live, news counts from the first snapshot after it arrived. In a replay a snapshot waits until
 * the watermark of the news has passed its second, so that the answer does not depend on which
 * stream was faster; a stream that is idle is not waited for. What comes before its time is kept
 * until then in either case.
 */
final class MacroAndSnapshots
        extends KeyedBroadcastProcessFunction<String, FeatureSnapshot, RegimeNews, ExpertOpinion> {

    /**
     * A hundred monthly series of fifteen years: a whole recorded calendar, which a replay reads
     * before its first snapshot. More are counted and left out.
     */
    static final int MOST_FIGURES = 20_000;

    /**
     * By source, series and sequence. What can still have an effect, {@link #MOST_FIGURES} at most;
     * cleared of what no longer can whenever a figure comes.
     */
    static final MapStateDescriptor<String, MacroRelease> FIGURES =
            new MapStateDescriptor<>(
                    "regime-expert-macro", Types.STRING, TypeInformation.of(MacroRelease.class));

    /**
     * Key: symbol, then second. As many seconds as the macro stream is behind. Cleared when judged.
     */
    static final MapStateDescriptor<Long, FeatureSnapshot> WAITING =
            new MapStateDescriptor<>(
                    "regime-expert-waiting", Types.LONG, TypeInformation.of(FeatureSnapshot.class));

    private static final long serialVersionUID = 1L;

    private static final long FORGET_EVERY_MILLIS = 60 * 60_000L;

    private final ExpertFunction<?> expert;
    private final String configuredRules;
    private final boolean waits;

    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient SentState<KeptRuleSet, RegimeRules> rules;
    private transient MacroFigures figures;
    private transient int count;
    private transient long forgottenMillis;
    private transient long newsIsInUntil;
    private transient boolean newsIsSilent;
    private transient Counter releases;
    private transient Counter ignored;
    private transient Counter ruleSets;

    /**
     * @param configuredRules text of those that hold before any that are sent
     */
    MacroAndSnapshots(ExpertFunction<?> expert, String configuredRules, Judging judging) {
        this.expert = expert;
        this.configuredRules = configuredRules;
        this.waits = judging == Judging.BY_EVENT_TIME;
    }

    /** News up to this event time has come, milliseconds. */
    void newsIsInUntil(long millis) {
        newsIsInUntil = millis;
    }

    /** A silent source is not waited for. */
    void newsIsSilent(boolean silent) {
        newsIsSilent = silent;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        expert.setRuntimeContext(getRuntimeContext());
        expert.open(context);
        waiting = getRuntimeContext().getMapState(WAITING);
        figures = null;
        forgottenMillis = Long.MIN_VALUE;
        newsIsInUntil = Long.MIN_VALUE;
        newsIsSilent = false;
        rules = SentRules.after(configuredRules);
        ruleSets = getRuntimeContext().getMetricGroup().counter("rule_sets");
        releases = getRuntimeContext().getMetricGroup().counter("macro_records");
        ignored = getRuntimeContext().getMetricGroup().counter("macro_records_ignored");
    }

    @Override
    public void processBroadcastElement(
            RegimeNews news, Context context, Collector<ExpertOpinion> out) throws Exception {
        if (news.rules() == null) {
            take(news.macro(), context);
        } else {
            ruleSets.inc();
            rules.add(KeptRuleSet.of(news.rules()), context.getBroadcastState(SentRules.RULES));
        }
    }

    private void take(MacroRelease release, Context context) throws Exception {
        releases.inc();
        BroadcastState<String, MacroRelease> kept = context.getBroadcastState(FIGURES);
        forget(kept, context.currentWatermark());
        listen(kept);
        String id = release.source() + "/" + release.seriesId() + "/" + release.sequence();
        if (kept.contains(id)) {
            return;
        }
        if (count == MOST_FIGURES) {
            ignored.inc();
            return;
        }
        kept.put(id, release);
        figures.add(release);
        count++;
    }

    /** Looks through everything, so not at every record of a calendar that is read at once. */
    private void forget(BroadcastState<String, MacroRelease> kept, long millis) throws Exception {
        if (millis - FORGET_EVERY_MILLIS < forgottenMillis) {
            return;
        }
        forgottenMillis = millis;
        List<String> past = new ArrayList<>();
        for (Map.Entry<String, MacroRelease> entry : kept.immutableEntries()) {
            if (!MacroFigures.matters(entry.getValue(), millis)) {
                past.add(entry.getKey());
            }
        }
        for (String id : past) {
            kept.remove(id);
            figures = null;
        }
    }

    /** Makes the figures anew from state when there are none, or some were forgotten. */
    private void listen(ReadOnlyBroadcastState<String, MacroRelease> kept) throws Exception {
        if (figures != null) {
            return;
        }
        figures = new MacroFigures();
        count = 0;
        for (Map.Entry<String, MacroRelease> entry : kept.immutableEntries()) {
            figures.add(entry.getValue());
            count++;
        }
        if (expert instanceof TrainedRegimeExpertFunction trained) {
            trained.hear(figures);
        }
    }

    private void listen(ReadOnlyContext context) throws Exception {
        listen(context.getBroadcastState(FIGURES));
        if (expert instanceof FollowsRules follower) {
            follower.hear(rules.all(context.getBroadcastState(SentRules.RULES)));
        }
    }

    @Override
    public void processElement(
            FeatureSnapshot snapshot, ReadOnlyContext context, Collector<ExpertOpinion> out)
            throws Exception {
        listen(context);
        long end = snapshot.id().secondEndMillis();
        boolean newsIsIn = !waits || newsIsSilent || end - 1 <= newsIsInUntil;
        // A correction is not answered, so it does not wait either.
        if (snapshot.revision() > 0 || (newsIsIn && waiting.isEmpty())) {
            expert.answer(
                    snapshot,
                    context.timerService(),
                    out,
                    alert -> context.output(ExpertFunction.ALERTS, alert));
        } else {
            waiting.put(end, snapshot);
            context.timerService().registerEventTimeTimer(end - 1);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        listen(context);
        FeatureSnapshot snapshot = waiting.get(timestamp + 1);
        if (snapshot != null) {
            waiting.remove(timestamp + 1);
            expert.answer(
                    snapshot,
                    context.timerService(),
                    out,
                    alert -> context.output(ExpertFunction.ALERTS, alert));
        }
        expert.timer(timestamp, context.getCurrentKey(), context.timerService());
    }

    @Override
    public void close() throws Exception {
        expert.close();
    }
}
