package io.huihui.operators.outcomes;

import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PerformanceSummary;
import io.huihui.models.outcome.PerformanceTally;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * outcomes => keyBy(symbol) => running figures by predictor, market condition and horizon, after
 * every {@link #EVERY} outcomes of that kind.
 */
public final class Performance extends KeyedProcessFunction<String, Outcome, PerformanceSummary> {

    public static final String UID = "performance";

    /** One summary per five minutes of predictions. */
    static final int EVERY = 30;

    /**
     * Key: symbol, then {@code predictor|state|horizon}. Seven predictors, ten states, three
     * horizons. Cleared when the symbol is idle.
     */
    static final MapStateDescriptor<String, PerformanceTally> TALLIES =
            new MapStateDescriptor<>(
                    "performance-tallies",
                    Types.STRING,
                    new BinaryStateTypeInfo<>(PerformanceTally.class));

    private static final long serialVersionUID = 1L;

    private transient MapState<String, PerformanceTally> tallies;
    private transient IdleTimer idle;
    private transient ScoreWatch watch;

    public static SingleOutputStreamOperator<PerformanceSummary> attach(
            DataStream<Outcome> outcomes) {
        return outcomes.keyBy(outcome -> outcome.snapshot().symbol())
                .process(new Performance())
                .uid(UID)
                .name("Performance");
    }

    @Override
    public void open(OpenContext context) {
        tallies = getRuntimeContext().getMapState(TALLIES);
        idle = new IdleTimer(getRuntimeContext(), UID);
        watch = new ScoreWatch(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Outcome outcome, Context context, Collector<PerformanceSummary> out)
            throws Exception {
        String key =
                String.join(
                        "|",
                        outcome.predictor(),
                        outcome.marketState(),
                        outcome.thesis().horizon().name());
        PerformanceTally tally = tallies.get(key);
        if (tally == null) {
            tally = new PerformanceTally();
        }
        tally.add(outcome);
        tallies.put(key, tally);
        watch.scored(outcome);
        idle.seen(outcome.snapshot().secondEndMillis(), context.timerService());
        if (tally.total() % EVERY == 0) {
            out.collect(tally.summary(outcome));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PerformanceSummary> out)
            throws Exception {
        if (idle.isIdle(timestamp, context.timerService())) {
            tallies.clear();
        }
    }
}
