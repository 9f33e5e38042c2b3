package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.io.IOException;

/**
 * Keeps one expert model per symbol and asks it about every first-published snapshot. Corrected
 * snapshots are left to the features topic: an expert that acted on a second twice would have
 * learned it twice.
 *
 * <p>State: the model; key symbol; bounded by the model; cleared when the symbol is idle. The model
 * of the other set of experts, which a savepoint may hold, is cleared when the symbol is first seen
 * again or idle, so that no stale memory is woken when the sets are changed back.
 */
public abstract class ExpertFunction<M extends ExpertModel>
        extends KeyedProcessFunction<String, FeatureSnapshot, ExpertOpinion> {

    private static final long serialVersionUID = 1L;

    private final String uid;
    private final ModelState<M> state;
    private final ModelState<?> otherState;

    private transient ValueState<M> model;
    private transient ValueState<?> other;
    private transient IdleTimer idle;
    private transient Counter corrections;
    private transient Counter abstentions;

    /**
     * An operator that asks one kind of model.
     *
     * @param otherState where the other set of experts keeps its model; null when there is none
     */
    protected ExpertFunction(String uid, ModelState<M> state, ModelState<?> otherState) {
        this.uid = uid;
        this.state = state;
        this.otherState = otherState;
    }

    /** Returns a model that has seen nothing. */
    protected abstract M fresh();

    @Override
    public void open(OpenContext context) {
        model = getRuntimeContext().getState(state.descriptor());
        other = otherState == null ? null : getRuntimeContext().getState(otherState.descriptor());
        idle = new IdleTimer(getRuntimeContext(), uid);
        corrections = getRuntimeContext().getMetricGroup().counter("corrections_ignored");
        abstentions = getRuntimeContext().getMetricGroup().counter("abstentions");
    }

    @Override
    public void processElement(
            FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        answer(snapshot, context.timerService(), out);
    }

    /** Asks the model of the key about a snapshot; for operators that hand on to this one. */
    public final void answer(
            FeatureSnapshot snapshot, TimerService timers, Collector<ExpertOpinion> out)
            throws IOException {
        if (snapshot.revision() > 0) {
            corrections.inc();
            return;
        }
        M expert = model.value();
        if (expert == null) {
            expert = fresh();
            forgetOther();
        }
        ExpertOpinion opinion = ask(expert, snapshot);
        model.update(expert);
        idle.seen(snapshot.id().secondEndMillis(), timers);
        if (opinion.abstained()) {
            abstentions.inc();
        }
        out.collect(opinion);
    }

    /** Returns what the expert thinks of a snapshot. */
    protected ExpertOpinion ask(M expert, FeatureSnapshot snapshot) {
        return expert.observe(snapshot);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        timer(timestamp, context.timerService());
    }

    /** Hears of every event-time timer of the key, its own or not. */
    public final void timer(long timestamp, TimerService timers) throws IOException {
        if (idle.isIdle(timestamp, timers)) {
            model.clear();
            forgetOther();
        }
    }

    private void forgetOther() {
        if (other != null) {
            other.clear();
        }
    }
}
