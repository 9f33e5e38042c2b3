package io.huihui.operators.gating;

import io.huihui.models.Require;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.Agreement;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.gate.GateModel;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * opinions => keyBy(symbol) => one verdict per snapshot.
 *
 * <pre>
 *   |=> {@link #CONFLICTS}: the views of experts that contradict each other
 *   |=> {@link #LATE}: opinions that came after their verdict
 * </pre>
 */
public final class Gate extends KeyedProcessFunction<String, ExpertOpinion, Verdict> {

    public static final String UID = "gate";

    public static final OutputTag<ConflictRecord> CONFLICTS =
            new OutputTag<>("gate-conflicts", TypeInformation.of(ConflictRecord.class));

    public static final OutputTag<ExpertOpinion> LATE =
            new OutputTag<>("gate-late-opinions", TypeInformation.of(ExpertOpinion.class));

    /** What the architecture allows an expert before the others go on without it. */
    public static final long DEFAULT_MAX_WAIT_MILLIS = 800;

    /** Key: symbol, then second. At most the seconds within the wait. Cleared with the verdict. */
    static final MapStateDescriptor<Long, Gathered> GATHERED =
            new MapStateDescriptor<>(
                    "gate-gathered", Types.LONG, TypeInformation.of(Gathered.class));

    /** Key: symbol. The newest second with a verdict. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<Long> NEWEST =
            new ValueStateDescriptor<>("gate-newest-verdict", Types.LONG);

    private static final long serialVersionUID = 1L;

    private final GateClock clock;
    private final long maxWaitMillis;

    private transient GateModel model;
    private transient MapState<Long, Gathered> gathered;
    private transient ValueState<Long> newest;
    private transient IdleTimer idle;
    private transient Counter late;
    private transient Counter incomplete;

    public Gate(GateClock clock, long maxWaitMillis) {
        this.clock = Require.present("clock", clock);
        this.maxWaitMillis = Require.notNegative("maxWaitMillis", maxWaitMillis);
    }

    public static SingleOutputStreamOperator<Verdict> attach(
            DataStream<ExpertOpinion> opinions, GateClock clock, long maxWaitMillis) {
        return opinions.keyBy(opinion -> opinion.snapshot().symbol())
                .process(new Gate(clock, maxWaitMillis))
                .uid(UID)
                .name("Gate");
    }

    @Override
    public void open(OpenContext context) {
        model = new EqualWeightGate();
        gathered = getRuntimeContext().getMapState(GATHERED);
        newest = getRuntimeContext().getState(NEWEST);
        idle = new IdleTimer(getRuntimeContext(), UID);
        late = getRuntimeContext().getMetricGroup().counter("late_opinions");
        incomplete = getRuntimeContext().getMetricGroup().counter("incomplete_verdicts");
    }

    @Override
    public void processElement(ExpertOpinion opinion, Context context, Collector<Verdict> out)
            throws Exception {
        long second = opinion.snapshot().secondEndMillis();
        Gathered before = gathered.get(second);
        Long newestSecond = newest.value();
        if (before == null && newestSecond != null && second <= newestSecond) {
            late.inc();
            context.output(LATE, opinion);
            return;
        }
        if (before == null) {
            before = open(opinion.snapshot(), context);
        }
        Gathered now = before.with(opinion);
        if (now.isComplete()) {
            // Its timer is left to fire and find nothing: deleting it would search the queue.
            judge(now, context, out);
        } else {
            gathered.put(second, now);
        }
    }

    private Gathered open(SnapshotId snapshot, Context context) throws IOException {
        long second = snapshot.secondEndMillis();
        idle.seen(second, context.timerService());
        if (clock == GateClock.EVENT) {
            long deadline = second - 1 + maxWaitMillis;
            context.timerService().registerEventTimeTimer(deadline);
            return new Gathered(snapshot, List.of(), deadline);
        }
        long deadline = context.timerService().currentProcessingTime() + maxWaitMillis;
        context.timerService().registerProcessingTimeTimer(deadline);
        return new Gathered(snapshot, List.of(), deadline);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Verdict> out)
            throws Exception {
        boolean ofEventTime = context.timeDomain() == TimeDomain.EVENT_TIME;
        if (ofEventTime == (clock == GateClock.EVENT)) {
            for (Gathered due : due(timestamp)) {
                incomplete.inc();
                judge(due, context, out);
            }
        }
        if (ofEventTime && idle.isIdle(timestamp, context.timerService())) {
            newest.clear();
        }
    }

    /** Snapshots whose wait is over, in the order of their seconds. */
    private List<Gathered> due(long timestamp) throws Exception {
        List<Gathered> due = new ArrayList<>();
        for (Gathered each : gathered.values()) {
            if (each.deadlineMillis() <= timestamp) {
                due.add(each);
            }
        }
        due.sort(Comparator.comparingLong(each -> each.snapshot().secondEndMillis()));
        return due;
    }

    private void judge(Gathered complete, Context context, Collector<Verdict> out)
            throws Exception {
        long second = complete.snapshot().secondEndMillis();
        gathered.remove(second);
        Long newestSecond = newest.value();
        if (newestSecond == null || second > newestSecond) {
            newest.update(second);
        }
        Verdict verdict = model.judge(complete.snapshot(), complete.opinions());
        out.collect(verdict);
        if (verdict.conflicted() && verdict.answered().size() > 1) {
            context.output(CONFLICTS, Agreement.conflict(verdict, complete.opinions()));
        }
    }
}
