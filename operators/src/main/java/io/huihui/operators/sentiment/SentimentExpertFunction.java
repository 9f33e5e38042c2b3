package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.SentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertKind;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.KeptExpert;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.io.IOException;

/**
 * Keeps one sentiment expert per symbol and asks it about every first-published snapshot.
 *
 * <p>A snapshot waits until the watermark of the news says that all of its second is in, so that
 * the answer does not depend on which stream was faster. The news source has to be marked idle when
 * it is silent, or it holds the experts up.
 *
 * <pre>
 *   |=> {@link ExpertFunction#ALERTS}: breakers of the expert that open or close
 * </pre>
 *
 * <p>State: the model; key symbol; bounded by the model; cleared when the symbol is idle. The model
 * of the other set, which a savepoint may hold, is cleared when the symbol is first seen or idle.
 */
public abstract class SentimentExpertFunction<M extends SentimentExpert>
        extends KeyedCoProcessFunction<String, FeatureSnapshot, NewsMention, ExpertOpinion>
        implements ExpertKind<M> {

    /**
     * Key: symbol, then second. As many seconds as the watermark is behind. Cleared when judged.
     */
    static final MapStateDescriptor<Long, FeatureSnapshot> WAITING =
            new MapStateDescriptor<>(
                    "sentiment-expert-waiting",
                    Types.LONG,
                    TypeInformation.of(FeatureSnapshot.class));

    private static final long serialVersionUID = 1L;

    private final ModelState<M> state;
    private final ModelState<?> otherState;
    private final Asking asking;

    private transient KeptExpert<M> expert;
    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient IdleTimer idle;
    private transient long newsIsInUntil;
    private transient boolean newsIsSilent;

    /**
     * An operator that asks one kind of model.
     *
     * @param otherState where the other set of experts keeps its model
     */
    protected SentimentExpertFunction(
            ModelState<M> state, ModelState<?> otherState, Asking asking) {
        this.state = state;
        this.otherState = otherState;
        this.asking = asking;
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
    public void open(OpenContext context) {
        expert =
                new KeptExpert<>(
                        getRuntimeContext(),
                        SentimentExpertOperator.UID,
                        state,
                        otherState,
                        asking,
                        this);
        waiting = getRuntimeContext().getMapState(WAITING);
        idle = new IdleTimer(getRuntimeContext(), SentimentExpertOperator.UID);
        newsIsInUntil = Long.MIN_VALUE;
        newsIsSilent = false;
    }

    @Override
    public void processElement1(
            FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        if (snapshot.revision() > 0) {
            return;
        }
        long end = snapshot.id().secondEndMillis();
        idle.seen(end, context.timerService());
        boolean newsIsIn = newsIsSilent || end - 1 <= newsIsInUntil;
        if (newsIsIn && waiting.isEmpty()) { // in order: the model learns from each
            judge(snapshot, context, out);
        } else {
            waiting.put(end, snapshot);
            context.timerService().registerEventTimeTimer(end - 1);
        }
    }

    @Override
    public void processElement2(NewsMention mention, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        expert.hear(
                mention.symbol(),
                each -> {
                    if (each instanceof SentimentExpert listening) {
                        listening.hear(mention);
                    }
                });
        idle.seen(mention.item().receivedTimeMillis(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        FeatureSnapshot snapshot = waiting.get(timestamp + 1);
        if (snapshot != null) {
            waiting.remove(timestamp + 1);
            judge(snapshot, context, out);
        }
        TimerService timers = context.timerService();
        if (idle.isIdle(timestamp, timers)) {
            expert.forget(context.getCurrentKey());
        }
    }

    private void judge(FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws IOException {
        out.collect(expert.answer(snapshot, alert -> context.output(ExpertFunction.ALERTS, alert)));
    }

    @Override
    public void close() {
        if (expert != null) {
            expert.close();
        }
    }
}
