package io.huihui.operators.directives;

import io.huihui.models.Require;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.directive.DirectiveDesk;
import io.huihui.models.directive.DirectiveModel;
import io.huihui.models.directive.Learning;
import io.huihui.models.directive.StrategyTable;
import io.huihui.models.feature.ChainView;
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
 * verdicts, seconds of the market => keyBy(symbol) => directives worth sending.
 *
 * <pre>
 *   |=> {@link #SIGNALS}: every signal that fires
 *   |=> {@link #ALERTS}: one per signal
 *   |=> {@link #RECOMMENDATIONS}: a trade each time its state changes, and once a minute
 *   |=> {@link #MANAGEMENT}: what to do with an open trade
 * </pre>
 *
 * A verdict waits for its second and a second for its verdict; a pair is judged when both are
 * there, so the answer does not depend on which came first.
 */
public final class Directives
        extends KeyedCoProcessFunction<String, Verdict, DeskMarket, Directive> {

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
    static final MapStateDescriptor<Long, DeskMarket> MARKETS =
            new MapStateDescriptor<>(
                    "directives-markets", Types.LONG, TypeInformation.of(DeskMarket.class));

    /** Key: symbol, then second. Verdicts without their second; cleared as the seconds. */
    static final MapStateDescriptor<Long, Verdict> VERDICTS =
            new MapStateDescriptor<>(
                    "directives-verdicts", Types.LONG, TypeInformation.of(Verdict.class));

    /** Key: symbol. Cleared when the symbol is idle, as all below. */
    static final ValueStateDescriptor<DirectiveDesk> DESK =
            new ValueStateDescriptor<>(
                    "directives-desk", new BinaryStateTypeInfo<>(DirectiveDesk.class));

    /** Key: symbol. The one trade that may be open. */
    static final ValueStateDescriptor<Recommendation> OPEN =
            new ValueStateDescriptor<>("directives-open", TypeInformation.of(Recommendation.class));

    /** Key: symbol. The newest chain, at most 240 contracts. */
    static final ValueStateDescriptor<ChainView> CHAIN =
            new ValueStateDescriptor<>(
                    "directives-chain", new BinaryStateTypeInfo<>(ChainView.class));

    /** Key: symbol. What came of earlier theses and signals, at most about 20 KiB. */
    static final ValueStateDescriptor<Learning> LEARNING =
            new ValueStateDescriptor<>(
                    "directives-learning", new BinaryStateTypeInfo<>(Learning.class));

    /** How long, in event time, one of a pair waits for the other. */
    static final long PATIENCE = 60_000;

    private static final long serialVersionUID = 1L;

    private final DirectiveConfig config;

    private transient DirectiveModel model;
    private transient MapState<Long, DeskMarket> markets;
    private transient MapState<Long, Verdict> verdicts;
    private transient ValueState<DirectiveDesk> desk;
    private transient ValueState<Recommendation> open;
    private transient ValueState<ChainView> chain;
    private transient ValueState<Learning> learning;
    private transient IdleTimer idle;
    private transient Counter trades;
    private transient Counter noTrades;
    private transient Counter unpaired;

    public Directives(DirectiveConfig config) {
        this.config = Require.present("config", config);
    }

    public static SingleOutputStreamOperator<Directive> attach(
            DataStream<Verdict> verdicts, DataStream<DeskMarket> markets, DirectiveConfig config) {
        return verdicts.keyBy(verdict -> verdict.snapshot().symbol())
                .connect(markets.keyBy(market -> market.snapshot().id().symbol()))
                .process(new Directives(config))
                .uid(UID)
                .name("Directives");
    }

    @Override
    public void open(OpenContext context) {
        model = new DirectiveModel(config, StrategyTable.shipped());
        markets = getRuntimeContext().getMapState(MARKETS);
        verdicts = getRuntimeContext().getMapState(VERDICTS);
        desk = getRuntimeContext().getState(DESK);
        open = getRuntimeContext().getState(OPEN);
        chain = getRuntimeContext().getState(CHAIN);
        learning = getRuntimeContext().getState(LEARNING);
        idle = new IdleTimer(getRuntimeContext(), UID);
        trades = getRuntimeContext().getMetricGroup().counter("trades");
        noTrades = getRuntimeContext().getMetricGroup().counter("no_trades");
        unpaired = getRuntimeContext().getMetricGroup().counter("unpaired");
    }

    @Override
    public void processElement1(Verdict verdict, Context context, Collector<Directive> out)
            throws Exception {
        long second = verdict.snapshot().secondEndMillis();
        DeskMarket market = markets.get(second);
        if (market == null) {
            verdicts.put(second, verdict);
            context.timerService().registerEventTimeTimer(second + PATIENCE);
        } else {
            markets.remove(second);
            judge(market, verdict, context, out);
        }
    }

    @Override
    public void processElement2(DeskMarket market, Context context, Collector<Directive> out)
            throws Exception {
        long second = market.snapshot().id().secondEndMillis();
        idle.seen(second, context.timerService());
        Verdict verdict = verdicts.get(second);
        if (verdict == null) {
            markets.put(second, market);
            context.timerService().registerEventTimeTimer(second + PATIENCE);
        } else {
            verdicts.remove(second);
            judge(market, verdict, context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Directive> out)
            throws Exception {
        long second = timestamp - PATIENCE;
        if (markets.contains(second) || verdicts.contains(second)) {
            unpaired.inc();
            markets.remove(second);
            verdicts.remove(second);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            desk.clear();
            open.clear();
            chain.clear();
            learning.clear();
        }
    }

    private void judge(
            DeskMarket market, Verdict verdict, Context context, Collector<Directive> out)
            throws Exception {
        DirectiveDesk memory = desk.value();
        if (memory == null) {
            memory = new DirectiveDesk();
        }
        Learning past = learning.value();
        if (past == null) {
            past = new Learning();
        }
        ChainView newest = chain.value();
        if (market.chain() != null
                && (newest == null || market.chain().asOfMillis() > newest.asOfMillis())) {
            newest = market.chain();
            chain.update(newest);
        }
        DirectiveDesk.Result result =
                memory.judge(model, config, market, verdict, open.value(), newest, past);
        desk.update(memory);
        learning.update(past);
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
        if (result.send()) {
            (result.directive().isTrade() ? trades : noTrades).inc();
            out.collect(result.directive());
        }
    }
}
