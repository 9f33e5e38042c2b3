package io.huihui.operators.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.Quality;
import io.huihui.models.registry.BorrowedValues;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.FeatureTimeline;
import io.huihui.models.registry.LentValue;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertOperator;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

import java.util.ArrayList;
import java.util.List;

/**
 * snapshots, values lent by other experts => keyBy(symbol) => opinion of the flow expert per
 * snapshot.
 *
 * <p>Live, a snapshot is answered as it comes: what was lent a second ago has come by then, and
 * what has not is missing and flagged. In a replay a snapshot waits until the watermark has passed
 * the second before, so that the answer does not depend on which stream was faster. Either way a
 * value counts from the second after its own on, so both read the same while lenders answer within
 * a second.
 *
 * <pre>
 *   |=> {@link ExpertOperator#ALERTS}
 * </pre>
 */
public final class FlowExpertOperator extends ExpertOperator<LentValue> {

    public static final String UID = "flow-expert";

    static final ModelState<RuleBasedFlowExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedFlowExpert.class);
    static final ModelState<CalibratedFlowExpert> TRAINED =
            ModelState.trained(UID, CalibratedFlowExpert.class);

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

    private final FlowKind<?> kind;
    private final List<FeatureDeclaration> borrows;
    private final boolean waits;

    private transient ValueState<BorrowedValues> values;
    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient IdleTimer idle;
    private transient Counter read;
    private transient Counter stale;
    private transient Counter absent;

    /**
     * An operator of a kind of flow expert.
     *
     * @param borrows what the expert reads of others; nothing is waited for when it is empty
     */
    private FlowExpertOperator(FlowKind<?> kind, List<FeatureDeclaration> borrows, Asking asking) {
        super(kind, asking);
        this.kind = kind;
        this.borrows = new ArrayList<>(kind.borrows() ? borrows : List.of());
        this.waits = asking.judging() == Judging.BY_EVENT_TIME && !this.borrows.isEmpty();
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<LentValue> lent,
            List<FeatureDeclaration> borrows,
            ExpertSet experts,
            Asking asking) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(lent.keyBy(LentValue::symbol))
                .transform(
                        "Flow expert",
                        TypeInformation.of(ExpertOpinion.class),
                        operator(borrows, experts, asking))
                .uid(UID);
    }

    /** Returns the operator; for tests, which feed it themselves. */
    public static FlowExpertOperator operator(
            List<FeatureDeclaration> borrows, ExpertSet experts, Asking asking) {
        return new FlowExpertOperator(
                switch (experts) {
                    case BASELINE -> new RuleBasedFlow();
                    case TRAINED -> new CalibratedFlow();
                },
                borrows,
                asking);
    }

    @Override
    public void open() throws Exception {
        super.open();
        values = getRuntimeContext().getState(BORROWED);
        waiting = getRuntimeContext().getMapState(WAITING);
        idle = new IdleTimer(getRuntimeContext(), BORROWED.getName());
        read = getMetricGroup().counter("borrowed_read");
        stale = getMetricGroup().counter("borrowed_stale");
        absent = getMetricGroup().counter("borrowed_absent");
    }

    @Override
    public void processElement2(StreamRecord<LentValue> element) throws Exception {
        LentValue lent = element.getValue();
        BorrowedValues kept = values.value();
        kept = kept == null ? new BorrowedValues() : kept;
        kept.put(lent);
        values.update(kept);
        idle.seen(lent.secondEndMillis(), timers());
    }

    @Override
    public void processElement1(StreamRecord<FeatureSnapshot> element) throws Exception {
        FeatureSnapshot snapshot = element.getValue();
        long due = due(snapshot);
        // A correction is not answered, so it does not wait either.
        if (!waits || snapshot.revision() > 0 || due <= timers().currentWatermark()) {
            ask(snapshot);
        } else {
            waiting.put(due, snapshot);
            timers().registerEventTimeTimer(due);
        }
    }

    /** Returns the watermark at which all that was lent until the second before has come. */
    private static long due(FeatureSnapshot snapshot) {
        return snapshot.id().secondEndMillis() - FeatureTimeline.STEP_MILLIS - 1;
    }

    @Override
    protected void timer(long millis) throws Exception {
        FeatureSnapshot snapshot = waiting.get(millis);
        if (snapshot != null) {
            waiting.remove(millis);
            ask(snapshot);
        }
        if (idle.isIdle(millis, timers())) {
            values.clear();
        }
    }

    @Override
    protected void prepare(FeatureSnapshot snapshot) throws Exception {
        kind.hear(borrowed(snapshot));
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
}
