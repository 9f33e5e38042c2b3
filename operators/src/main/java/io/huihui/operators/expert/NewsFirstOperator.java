package io.huihui.operators.expert;

import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Asks experts about a snapshot when the news of its second is in, so that the answer does not
 * depend on which stream was faster. A source of news that is idle is not waited for.
 *
 * <p>What counts is the watermark of the news alone. That of an operator is that of both inputs,
 * and the one of snapshots follows the last snapshot of a second: whoever waited for it would hold
 * every symbol up for the slowest.
 */
public abstract class NewsFirstOperator<N> extends ExpertOperator<N> {

    private static final long serialVersionUID = 1L;
    private static final int NEWS = 1;

    private final MapStateDescriptor<Long, FeatureSnapshot> state;
    private final boolean waits;

    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient long newsIsInUntil;
    private transient boolean newsIsSilent;

    /**
     * An operator of a kind of expert.
     *
     * @param state where snapshots wait. Key: symbol, then second. As many seconds as the news is
     *     behind. Cleared when judged
     * @param waits whether they do; else news counts from the first snapshot after it arrived
     */
    protected NewsFirstOperator(
            ExpertKind<?> kind,
            Asking asking,
            MapStateDescriptor<Long, FeatureSnapshot> state,
            boolean waits) {
        super(kind, asking);
        this.state = state;
        this.waits = waits;
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = getRuntimeContext().getMapState(state);
        newsIsInUntil = Long.MIN_VALUE;
        newsIsSilent = false;
    }

    @Override
    public void processWatermark2(Watermark mark) throws Exception {
        newsIsInUntil = mark.getTimestamp();
        super.processWatermark2(mark);
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input == NEWS) {
            newsIsSilent = status.isIdle();
        }
        super.processWatermarkStatus(status, input);
    }

    @Override
    public final void processElement1(StreamRecord<FeatureSnapshot> element) throws Exception {
        FeatureSnapshot snapshot = element.getValue();
        long end = snapshot.id().secondEndMillis();
        boolean newsIsIn = !waits || newsIsSilent || end - 1 <= newsIsInUntil;
        // In order, as the model learns from each. A correction is not answered, nor does it wait.
        if (snapshot.revision() > 0 || (newsIsIn && waiting.isEmpty())) {
            ask(snapshot);
        } else {
            waiting.put(end, snapshot);
            timers().registerEventTimeTimer(end - 1);
        }
    }

    @Override
    protected final void timer(long millis) throws Exception {
        FeatureSnapshot snapshot = waiting.get(millis + 1);
        if (snapshot != null) {
            waiting.remove(millis + 1);
            ask(snapshot);
        }
    }
}
