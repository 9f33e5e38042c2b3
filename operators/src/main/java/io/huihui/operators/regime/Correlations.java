package io.huihui.operators.regime;

import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.expert.regime.correlation.MarketCorrelations;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * mids => keyBy(the whole market) => a matrix of correlations a minute of event time.
 *
 * <p>A matrix needs all symbols in one place, so one task does it, at a price a second and symbol.
 * Prices wait for the watermark and are taken in the order of second and symbol, so that the answer
 * does not depend on which symbol was faster.
 */
public final class Correlations
        extends KeyedProcessFunction<String, SymbolPrice, CorrelationMatrix> {

    public static final String UID = "correlations";

    /** The one key. Bounded by {@link MarketCorrelations}. Cleared when the market is idle. */
    static final ValueStateDescriptor<MarketCorrelations> MARKET =
            new ValueStateDescriptor<>(
                    "correlations-market", new BinaryStateTypeInfo<>(MarketCorrelations.class));

    /** The one key. Prices the watermark has not passed; cleared when it does. */
    static final ListStateDescriptor<SymbolPrice> WAITING =
            new ListStateDescriptor<>(
                    "correlations-waiting", TypeInformation.of(SymbolPrice.class));

    private static final long serialVersionUID = 1L;

    private static final String WHOLE_MARKET = "market";

    private static final Comparator<SymbolPrice> BY_SECOND_AND_SYMBOL =
            Comparator.comparingLong(SymbolPrice::secondEndMillis)
                    .thenComparing(SymbolPrice::symbol);

    private transient ValueState<MarketCorrelations> market;
    private transient ListState<SymbolPrice> waiting;
    private transient IdleTimer idle;
    private transient Counter matrices;
    private transient Counter tooLate;
    private transient int leftOut;

    Correlations() {}

    public static SingleOutputStreamOperator<CorrelationMatrix> attach(
            DataStream<SymbolPrice> prices) {
        return prices.keyBy(price -> WHOLE_MARKET)
                .process(new Correlations(), TypeInformation.of(CorrelationMatrix.class))
                .uid(UID)
                .name("Correlations")
                // There is one key: more tasks would only stand by.
                .setParallelism(1);
    }

    @Override
    public void open(OpenContext context) {
        market = getRuntimeContext().getState(MARKET);
        waiting = getRuntimeContext().getListState(WAITING);
        idle = new IdleTimer(getRuntimeContext(), UID);
        matrices = getRuntimeContext().getMetricGroup().counter("matrices");
        tooLate = getRuntimeContext().getMetricGroup().counter("prices_too_late");
        getRuntimeContext().getMetricGroup().gauge("symbols_left_out", () -> leftOut);
    }

    @Override
    public void processElement(SymbolPrice price, Context context, Collector<CorrelationMatrix> out)
            throws Exception {
        long last = price.secondEndMillis() - 1;
        if (last <= context.timerService().currentWatermark()) {
            tooLate.inc(); // Its second has been judged; times do not fall.
            return;
        }
        waiting.add(price);
        context.timerService().registerEventTimeTimer(last);
        idle.seen(price.secondEndMillis(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CorrelationMatrix> out)
            throws Exception {
        List<SymbolPrice> due = due(timestamp);
        if (!due.isEmpty()) {
            MarketCorrelations now = market.value();
            now = now == null ? new MarketCorrelations() : now;
            for (SymbolPrice price : due) {
                CorrelationMatrix matrix = now.observe(price);
                if (matrix != null) {
                    matrices.inc();
                    out.collect(matrix);
                }
            }
            leftOut = now.leftOut();
            market.update(now);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            market.clear();
        }
    }

    private List<SymbolPrice> due(long millis) throws Exception {
        List<SymbolPrice> due = new ArrayList<>();
        List<SymbolPrice> left = new ArrayList<>();
        for (SymbolPrice price : waiting.get()) {
            (price.secondEndMillis() - 1 <= millis ? due : left).add(price);
        }
        if (!due.isEmpty()) {
            waiting.update(left);
            due.sort(BY_SECOND_AND_SYMBOL);
        }
        return due;
    }
}
