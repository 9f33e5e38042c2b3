package io.huihui.operators.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.Quality;
import io.huihui.models.registry.BorrowedValues;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.FeatureTimeline;
import io.huihui.models.registry.LentValue;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

/**
 * Hands snapshots to the flow expert, and what others lent it until the second before.
 *
 * <p>Live, a snapshot is answered as it comes: what was lent a second ago has come by then, and
 * what has not is missing and flagged. In a replay a snapshot waits until the watermark has passed
 * the second before, so that the answer does not depend on which stream was faster. Either way a
 * value counts from the second after its own on, so both read the same while lenders answer within
 * a second.
 */
final class LoansAndSnapshots
        extends KeyedCoProcessFunction<String, FeatureSnapshot, LentValue, ExpertOpinion> {

    /**
     * Key: symbol. By feature, the values that a later snapshot may read: as many seconds as the
     * lender is ahead. Cleared when the symbol is idle.
     */
    static final ValueStateDescriptor<BorrowedValues> BORROWED =
            new ValueStateDescriptor<>(
                    "flow-expert-borrowed", new BinaryStateTypeInfo<>(BorrowedValues.class));

    /** Key: symbol, then second. As many seconds as the lender is behind. Cleared when judged. */
    static final MapStateDescriptor<Long, FeatureSnapshot> WAITING =
            new MapStateDescriptor<>(
                    "flow-expert-waiting", Types.LONG, TypeInformation.of(FeatureSnapshot.class));

    private static final long serialVersionUID = 1L;

    private final ExpertFunction<?> expert;
    private final List<FeatureDeclaration> borrows;
    private final boolean waits;

    private transient ValueState<BorrowedValues> values;
    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient IdleTimer idle;
    private transient Counter read;
    private transient Counter stale;
    private transient Counter absent;

    /**
     * An operator around another.
     *
     * @param borrows what the expert reads of others; nothing is waited for when it is empty
     */
    LoansAndSnapshots(ExpertFunction<?> expert, List<FeatureDeclaration> borrows, Judging judging) {
        this.expert = expert;
        // The rules borrow nothing.
        this.borrows =
                expert instanceof TrainedFlowExpertFunction
                        ? new ArrayList<>(borrows)
                        : new ArrayList<>();
        this.waits = judging == Judging.BY_EVENT_TIME && !this.borrows.isEmpty();
    }

    @Override
    public void open(OpenContext context) {
        expert.setRuntimeContext(getRuntimeContext());
        expert.open(context);
        values = getRuntimeContext().getState(BORROWED);
        waiting = getRuntimeContext().getMapState(WAITING);
        idle = new IdleTimer(getRuntimeContext(), BORROWED.getName());
        read = getRuntimeContext().getMetricGroup().counter("borrowed_read");
        stale = getRuntimeContext().getMetricGroup().counter("borrowed_stale");
        absent = getRuntimeContext().getMetricGroup().counter("borrowed_absent");
    }

    @Override
    public void processElement2(LentValue lent, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        BorrowedValues kept = values.value();
        kept = kept == null ? new BorrowedValues() : kept;
        kept.put(lent);
        values.update(kept);
        idle.seen(lent.secondEndMillis(), context.timerService());
    }

    @Override
    public void processElement1(
            FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        long due = due(snapshot);
        // A correction is not answered, so it does not wait either.
        if (!waits || snapshot.revision() > 0 || due <= context.timerService().currentWatermark()) {
            answer(snapshot, context, out);
        } else {
            waiting.put(due, snapshot);
            context.timerService().registerEventTimeTimer(due);
        }
    }

    /** Returns the watermark at which all that was lent until the second before has come. */
    private static long due(FeatureSnapshot snapshot) {
        return snapshot.id().secondEndMillis() - FeatureTimeline.STEP_MILLIS - 1;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        FeatureSnapshot snapshot = waiting.get(timestamp);
        if (snapshot != null) {
            waiting.remove(timestamp);
            answer(snapshot, context, out);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            values.clear();
        }
        expert.timer(timestamp, context.getCurrentKey(), context.timerService());
    }

    private void answer(FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        if (snapshot.revision() == 0 && expert instanceof TrainedFlowExpertFunction borrower) {
            borrower.hear(borrowed(snapshot));
        }
        expert.answer(
                snapshot,
                context.timerService(),
                out,
                alert -> context.output(ExpertFunction.ALERTS, alert));
    }

    private List<BorrowedFeature> borrowed(FeatureSnapshot snapshot) throws Exception {
        if (borrows.isEmpty()) {
            return List.of();
        }
        BorrowedValues kept = values.value();
        BorrowedValues known = kept == null ? new BorrowedValues() : kept;
        List<BorrowedFeature> all = new ArrayList<>();
        for (FeatureDeclaration each : borrows) {
            BorrowedFeature one = known.read(each, snapshot.id().secondEndMillis());
            count(one.quality());
            all.add(one);
        }
        if (kept != null) {
            values.update(kept);
        }
        return all;
    }

    private void count(Quality quality) {
        switch (quality) {
            case OK -> read.inc();
            case STALE -> stale.inc();
            default -> absent.inc();
        }
    }

    @Override
    public void close() {
        expert.close();
    }
}
