package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.expert.regime.forecast.MacroFigures;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertOperator;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.expert.ModelState;
import io.huihui.operators.expert.NewsFirstOperator;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * snapshots, macro releases and rules to all => keyBy(symbol) => opinion of the regime expert per
 * snapshot.
 *
 * <p>Live, news counts from the first snapshot after it arrived. In a replay a snapshot waits until
 * the watermark of the news has passed its second. What comes before its time is kept until then in
 * either case.
 *
 * <pre>
 *   |=> {@link ExpertOperator#ALERTS}
 * </pre>
 */
public final class RegimeExpertOperator extends NewsFirstOperator<RegimeNews> {

    public static final String UID = "regime-expert";

    static final ModelState<RuleBasedRegimeExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedRegimeExpert.class);
    static final ModelState<CalibratedRegimeExpert> TRAINED =
            ModelState.trained(UID, CalibratedRegimeExpert.class);

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

    private final RegimeKind<?> kind;
    private final String configuredRules;

    private transient BroadcastState<String, MacroRelease> kept;
    private transient BroadcastState<String, KeptRuleSet> keptRules;
    private transient SentState<KeptRuleSet, RegimeRules> rules;
    private transient MacroFigures figures;
    private transient int count;
    private transient long forgottenMillis;
    private transient Counter releases;
    private transient Counter ignored;
    private transient Counter ruleSets;

    /**
     * An operator of a kind of regime expert.
     *
     * @param configuredRules text of those that hold before any that are sent
     */
    private RegimeExpertOperator(RegimeKind<?> kind, String configuredRules, Asking asking) {
        super(kind, asking, WAITING, asking.judging() == Judging.BY_EVENT_TIME);
        this.kind = kind;
        this.configuredRules = configuredRules;
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<MacroRelease> macro,
            DataStream<RuleSet> rules,
            RegimeRules configured,
            ExpertSet experts,
            Asking asking) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(RegimeNews.union(macro, rules).broadcast())
                .transform(
                        "Regime expert",
                        TypeInformation.of(ExpertOpinion.class),
                        operator(configured, experts, asking))
                .uid(UID);
    }

    /** Returns the operator; for tests, which feed it themselves. */
    public static RegimeExpertOperator operator(
            RegimeRules configured, ExpertSet experts, Asking asking) {
        return new RegimeExpertOperator(
                switch (experts) {
                    case BASELINE -> new RuleBasedRegime();
                    case TRAINED -> new CalibratedRegime();
                },
                configured.yaml(),
                asking);
    }

    @Override
    public void open() throws Exception {
        super.open();
        kept = getOperatorStateBackend().getBroadcastState(FIGURES);
        keptRules = getOperatorStateBackend().getBroadcastState(SentRules.RULES);
        figures = null;
        forgottenMillis = Long.MIN_VALUE;
        rules = SentRules.after(configuredRules);
        ruleSets = getMetricGroup().counter("rule_sets");
        releases = getMetricGroup().counter("macro_records");
        ignored = getMetricGroup().counter("macro_records_ignored");
    }

    @Override
    public void processElement2(StreamRecord<RegimeNews> element) throws Exception {
        RegimeNews news = element.getValue();
        if (news.rules() == null) {
            take(news.macro());
        } else {
            ruleSets.inc();
            rules.add(KeptRuleSet.of(news.rules()), keptRules);
        }
    }

    private void take(MacroRelease release) throws Exception {
        releases.inc();
        forget(timers().currentWatermark());
        listen();
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
    private void forget(long millis) throws Exception {
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
    private void listen() throws Exception {
        if (figures != null) {
            return;
        }
        figures = new MacroFigures();
        count = 0;
        for (Map.Entry<String, MacroRelease> entry : kept.immutableEntries()) {
            figures.add(entry.getValue());
            count++;
        }
        kind.hear(figures);
    }

    @Override
    protected void prepare(FeatureSnapshot snapshot) throws Exception {
        listen();
        kind.hear(rules.all(keptRules));
    }
}
