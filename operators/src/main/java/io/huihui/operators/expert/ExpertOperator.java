package io.huihui.operators.expert;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Keeps one expert model per symbol and asks it about every first-published snapshot. Corrected
 * snapshots are left to the features topic: an expert that acted on a second twice would have
 * learned it twice. The second input is what experts hear besides.
 *
 * <p>Live, a snapshot waits a millisecond for others, so that experts are asked about several at
 * once. None outlives a checkpoint's barrier or a watermark.
 *
 * <pre>
 *   |=> {@link #ALERTS}: breakers of the expert that open or close
 * </pre>
 */
public abstract class ExpertOperator<N> extends AbstractStreamOperator<ExpertOpinion>
        implements TwoInputStreamOperator<FeatureSnapshot, N, ExpertOpinion>,
                Triggerable<String, VoidNamespace> {

    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("expert-alerts", TypeInformation.of(Alert.class));

    private static final long serialVersionUID = 1L;

    /** Name of the timers in every savepoint so far: that of Flink's own keyed functions. */
    private static final String TIMERS = "user-timers";

    private static final long LINGER_MILLIS = 1;

    private final ExpertKind<?> kind;
    private final Asking asking;

    private transient KeptExpert<?> expert;
    private transient TimerService timers;
    private transient IdleTimer idle;
    private transient boolean answerIsDue;
    private transient Counter corrections;

    protected ExpertOperator(ExpertKind<?> kind, Asking asking) {
        this.kind = kind;
        this.asking = asking;
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers =
                new SimpleTimerService(
                        getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this));
        answerIsDue = false;
        expert = kept(kind);
        idle = new IdleTimer(getRuntimeContext(), kind.uid());
        corrections = getMetricGroup().counter("corrections_ignored");
    }

    private <M extends ExpertModel> KeptExpert<M> kept(ExpertKind<M> each) {
        return new KeptExpert<>(getRuntimeContext(), each, asking, new TaskDesk<>(this));
    }

    protected final TimerService timers() {
        return timers;
    }

    /** Asks the model of the current key about a snapshot of it. */
    protected final void ask(FeatureSnapshot snapshot) throws Exception {
        if (snapshot.revision() > 0) {
            corrections.inc();
            return;
        }
        prepare(snapshot);
        idle.seen(snapshot.id().secondEndMillis(), timers);
        expert.put(snapshot);
    }

    /** Tells the kind of expert what it needs to know at a snapshot of the current key. */
    protected void prepare(FeatureSnapshot snapshot) throws Exception {}

    /** Tells the model of the current key, which is this symbol, what was known at this time. */
    protected final void tell(String symbol, long millis, Consumer<ExpertModel> news)
            throws IOException {
        expert.hear(symbol, news);
        idle.seen(millis, timers);
    }

    /** Hears of every event-time timer of the current key. */
    protected abstract void timer(long millis) throws Exception;

    @Override
    public final void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        timer(timer.getTimestamp());
        if (idle.isIdle(timer.getTimestamp(), timers)) {
            expert.forget(timer.getKey());
        }
        expert.answerAll(); // the watermark that fired it goes on right after
    }

    @Override
    public final void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("need timers of event time, was " + timer);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        expert.answerAll();
        super.processWatermark(mark);
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        expert.answerAll();
        super.processWatermarkStatus(status, input);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        expert.answerAll();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        expert.answerAll();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (expert != null) {
            expert.close();
        }
        super.close();
    }

    private void answerAll(long unusedMillis) throws IOException {
        answerIsDue = false;
        expert.answerAll();
    }

    private void answerSoon() {
        if (!answerIsDue) {
            // Not kept: it is due in a millisecond, and finds nothing when others were faster.
            answerIsDue =
                    getProcessingTimeService()
                                    .registerTimer(
                                            timers.currentProcessingTime() + LINGER_MILLIS,
                                            this::answerAll)
                            != null;
        }
    }

    /** The desk of one task. */
    private static final class TaskDesk<N> implements Desk {

        private final ExpertOperator<N> operator;

        TaskDesk(ExpertOperator<N> operator) {
            this.operator = operator;
        }

        @Override
        public void turnTo(String symbol) {
            operator.setCurrentKey(symbol);
        }

        @Override
        public void say(ExpertOpinion opinion) {
            operator.output.collect(
                    new StreamRecord<>(opinion, opinion.snapshot().secondEndMillis() - 1));
        }

        @Override
        public void alert(Alert alert) {
            operator.output.collect(
                    ALERTS, new StreamRecord<>(alert, alert.snapshot().secondEndMillis() - 1));
        }

        @Override
        public void answerSoon() {
            operator.answerSoon();
        }
    }
}
