package io.huihui.operators.regime;

import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.MarketState;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.stream.Collectors;

/**
 * opinions of the regime expert => states => keyBy(symbol) => the state, each time its condition,
 * its trend, its active event regimes or the rules change. Between two changes the state holds, so
 * stores need no more than the changes.
 */
public final class MarketStateChanges
        extends KeyedProcessFunction<String, MarketState, MarketState> {

    public static final String UID = "market-state-changes";

    /** Of the step before, which takes the state off an opinion: less has to travel. */
    public static final String STATES_UID = "market-state-changes-states";

    /** Key: symbol. What the last published state said; cleared when the symbol is idle. */
    static final ValueStateDescriptor<String> PUBLISHED =
            new ValueStateDescriptor<>("market-state-published", Types.STRING);

    private static final long serialVersionUID = 1L;

    private transient ValueState<String> published;
    private transient IdleTimer idle;

    public static SingleOutputStreamOperator<MarketState> attach(
            DataStream<ExpertOpinion> regimeOpinions) {
        return regimeOpinions
                .<MarketState>flatMap(
                        (opinion, out) -> {
                            if (opinion.regime() != null) {
                                out.collect(opinion.regime().state());
                            }
                        },
                        TypeInformation.of(MarketState.class))
                .uid(STATES_UID)
                .name("Market states")
                .keyBy(state -> state.snapshot().symbol())
                .process(new MarketStateChanges(), TypeInformation.of(MarketState.class))
                .uid(UID)
                .name("Market state changes");
    }

    @Override
    public void open(OpenContext context) {
        published = getRuntimeContext().getState(PUBLISHED);
        idle = new IdleTimer(getRuntimeContext(), UID);
    }

    @Override
    public void processElement(MarketState state, Context context, Collector<MarketState> out)
            throws Exception {
        idle.seen(state.snapshot().secondEndMillis(), context.timerService());
        String says = says(state);
        if (!says.equals(published.value())) {
            published.update(says);
            out.collect(state);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<MarketState> out)
            throws Exception {
        if (idle.isIdle(timestamp, context.timerService())) {
            published.clear();
        }
    }

    private static String says(MarketState state) {
        return state.events().stream()
                .map(EventRegime::name)
                .map(Enum::name)
                .collect(
                        Collectors.joining(
                                ",",
                                state.condition() + "/" + state.trend() + "/",
                                "/" + state.rulesVersion()));
    }
}
