package io.huihui.operators.expert;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Keeps one expert model per symbol and asks it about every first-published snapshot. Corrected
 * snapshots are left to the features topic: an expert that acted on a second twice would have
 * learned it twice.
 *
 * <pre>
 *   |=> {@link #ALERTS}: breakers of the expert that open or close
 * </pre>
 */
public abstract class ExpertFunction<M extends ExpertModel>
        extends KeyedProcessFunction<String, FeatureSnapshot, ExpertOpinion>
        implements ExpertKind<M> {

    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("expert-alerts", TypeInformation.of(Alert.class));

    private static final long serialVersionUID = 1L;

    private final String uid;
    private final ModelState<M> state;
    private final ModelState<?> otherState;
    private final Asking asking;

    private transient KeptExpert<M> expert;
    private transient IdleTimer idle;
    private transient Counter corrections;

    /**
     * An operator that asks one kind of model.
     *
     * @param otherState where the other set of experts keeps its model; null when there is none
     */
    protected ExpertFunction(
            String uid, ModelState<M> state, ModelState<?> otherState, Asking asking) {
        this.uid = uid;
        this.state = state;
        this.otherState = otherState;
        this.asking = asking;
    }

    @Override
    public void open(OpenContext context) {
        expert = new KeptExpert<>(getRuntimeContext(), uid, state, otherState, asking, this);
        idle = new IdleTimer(getRuntimeContext(), uid);
        corrections = getRuntimeContext().getMetricGroup().counter("corrections_ignored");
    }

    @Override
    public void processElement(
            FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        answer(snapshot, context.timerService(), out, alert -> context.output(ALERTS, alert));
    }

    /** Asks the model of the key about a snapshot; for operators that hand on to this one. */
    public final void answer(
            FeatureSnapshot snapshot,
            TimerService timers,
            Collector<ExpertOpinion> out,
            Consumer<Alert> alerts)
            throws IOException {
        if (snapshot.revision() > 0) {
            corrections.inc();
            return;
        }
        ExpertOpinion opinion = expert.answer(snapshot, alerts);
        idle.seen(snapshot.id().secondEndMillis(), timers);
        out.collect(opinion);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        timer(timestamp, context.getCurrentKey(), context.timerService());
    }

    /** Hears of every event-time timer of the key, its own or not. */
    public final void timer(long timestamp, String symbol, TimerService timers) throws IOException {
        if (idle.isIdle(timestamp, timers)) {
            expert.forget(symbol);
        }
    }

    @Override
    public void close() {
        if (expert != null) {
            expert.close();
        }
    }
}
