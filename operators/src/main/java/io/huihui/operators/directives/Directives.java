package io.huihui.operators.directives;

import io.huihui.models.Require;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.directive.DirectiveDesk;
import io.huihui.models.directive.DirectiveModel;
import io.huihui.models.feature.FeatureSnapshot;
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
import org.apache.flink.util.OutputTag;

/**
 * verdicts, snapshots => keyBy(symbol) => directives worth sending.
 *
 * <pre>
 *   |=> {@link #SIGNALS}: every signal that fires
 *   |=> {@link #ALERTS}: one per signal
 *   |=> {@link #RECOMMENDATIONS}: a trade each time its state changes, and once a minute
 *   |=> {@link #MANAGEMENT}: what to do with an open trade
 * </pre>
 *
 * A verdict waits for its snapshot and a snapshot for its verdict; a pair is judged when both are
 * there, so the answer does not depend on which came first.
 */
public final class Directives
        extends KeyedCoProcessFunction<String, Verdict, FeatureSnapshot, Directive> {

    public static final String UID = "directives";

    public static final OutputTag<Signal> SIGNALS =
            new OutputTag<>("directives-signals", TypeInformation.of(Signal.class));

    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("directives-alerts", TypeInformation.of(Alert.class));

    public static final OutputTag<Recommendation> RECOMMENDATIONS =
            new OutputTag<>("directives-recommendations", TypeInformation.of(Recommendation.class));

    public static final OutputTag<ManagementDirective> MANAGEMENT =
            new OutputTag<>("directives-management", TypeInformation.of(ManagementDirective.class));

    /** Key: symbol, then second. Seconds without their verdict; cleared after {@link #PATIENCE}. */
    static final MapStateDescriptor<Long, FeatureSnapshot> SNAPSHOTS =
            new MapStateDescriptor<>(
                    "directives-snapshots", Types.LONG, TypeInformation.of(FeatureSnapshot.class));

    /** Key: symbol, then second. Verdicts without their snapshot; cleared as the snapshots. */
    static final MapStateDescriptor<Long, Verdict> VERDICTS =
            new MapStateDescriptor<>(
                    "directives-verdicts", Types.LONG, TypeInformation.of(Verdict.class));

    /** Key: symbol. Cleared when the symbol is idle, as the two below. */
    static final ValueStateDescriptor<DirectiveDesk> DESK =
            new ValueStateDescriptor<>(
                    "directives-desk", new BinaryStateTypeInfo<>(DirectiveDesk.class));

    /** Key: symbol. The one trade that may be open. */
    static final ValueStateDescriptor<Recommendation> OPEN =
            new ValueStateDescriptor<>("directives-open", TypeInformation.of(Recommendation.class));

    /** How long, in event time, one of a pair waits for the other. */
    static final long PATIENCE = 60_000;

    private static final long serialVersionUID = 1L;

    private final DirectiveConfig config;

    private transient DirectiveModel model;
    private transient MapState<Long, FeatureSnapshot> snapshots;
    private transient MapState<Long, Verdict> verdicts;
    private transient ValueState<DirectiveDesk> desk;
    private transient ValueState<Recommendation> open;
    private transient IdleTimer idle;
    private transient Counter trades;
    private transient Counter noTrades;
    private transient Counter unpaired;

    public Directives(DirectiveConfig config) {
        this.config = Require.present("config", config);
    }

    public static SingleOutputStreamOperator<Directive> attach(
            DataStream<Verdict> verdicts,
            DataStream<FeatureSnapshot> snapshots,
            DirectiveConfig config) {
        return verdicts.keyBy(verdict -> verdict.snapshot().symbol())
                .connect(snapshots.keyBy(snapshot -> snapshot.id().symbol()))
                .process(new Directives(config))
                .uid(UID)
                .name("Directives");
    }

    @Override
    public void open(OpenContext context) {
        model = new DirectiveModel(config);
        snapshots = getRuntimeContext().getMapState(SNAPSHOTS);
        verdicts = getRuntimeContext().getMapState(VERDICTS);
        desk = getRuntimeContext().getState(DESK);
        open = getRuntimeContext().getState(OPEN);
        idle = new IdleTimer(getRuntimeContext(), UID);
        trades = getRuntimeContext().getMetricGroup().counter("trades");
        noTrades = getRuntimeContext().getMetricGroup().counter("no_trades");
        unpaired = getRuntimeContext().getMetricGroup().counter("unpaired");
    }

    @Override
    public void processElement1(Verdict verdict, Context context, Collector<Directive> out)
            throws Exception {
        long second = verdict.snapshot().secondEndMillis();
        FeatureSnapshot snapshot = snapshots.get(second);
        if (snapshot == null) {
            verdicts.put(second, verdict);
            context.timerService().registerEventTimeTimer(second + PATIENCE);
        } else {
            snapshots.remove(second);
            judge(snapshot, verdict, context, out);
        }
    }

    @Override
    public void processElement2(FeatureSnapshot snapshot, Context context, Collector<Directive> out)
            throws Exception {
        if (snapshot.revision() > 0) {
            return;
        }
        long second = snapshot.id().secondEndMillis();
        idle.seen(second, context.timerService());
        Verdict verdict = verdicts.get(second);
        if (verdict == null) {
            snapshots.put(second, snapshot);
            context.timerService().registerEventTimeTimer(second + PATIENCE);
        } else {
            verdicts.remove(second);
            judge(snapshot, verdict, context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Directive> out)
            throws Exception {
        long second = timestamp - PATIENCE;
        if (snapshots.contains(second) || verdicts.contains(second)) {
            unpaired.inc();
            snapshots.remove(second);
            verdicts.remove(second);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            desk.clear();
            open.clear();
        }
    }

    private void judge(
            FeatureSnapshot snapshot, Verdict verdict, Context context, Collector<Directive> out)
            throws Exception {
        DirectiveDesk memory = desk.value();
        if (memory == null) {
            memory = new DirectiveDesk();
        }
        DirectiveDesk.Result result = memory.judge(model, config, snapshot, verdict, open.value());
        desk.update(memory);
        open.update(result.open());
        for (Signal signal : result.signals()) {
            context.output(SIGNALS, signal);
            context.output(ALERTS, DirectiveDesk.alert(signal));
        }
        if (result.management() != null) {
            context.output(MANAGEMENT, result.management());
        }
        if (result.changed() != null) {
            context.output(RECOMMENDATIONS, result.changed());
        }
        if (result.directive() != null) {
            (result.directive().isTrade() ? trades : noTrades).inc();
            out.collect(result.directive());
        }
    }
}
