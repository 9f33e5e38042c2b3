package io.huihui.operators.gating;

import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.Agreement;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * snapshots, opinions => keyBy(symbol) => one verdict per snapshot.
 *
 * <pre>
 *   |=> {@link #CONFLICTS}: the views of experts that contradict each other
 *   |=> {@link #LATE}: opinions that came after their verdict
 *   |=> {@link #ALERTS}: the network's breaker opens or closes
 * </pre>
 *
 * <p>Live, what is complete waits a millisecond for other symbols, so that the network is asked for
 * many at once; in a replay each is asked alone, so that its answer depends on nothing else. No
 * question outlives a checkpoint's barrier or a watermark.
 */
public final class Gate extends AbstractStreamOperator<Verdict>
        implements TwoInputStreamOperator<GateMarket, ExpertOpinion, Verdict>,
                Triggerable<String, VoidNamespace> {

    public static final String UID = "gate";

    public static final OutputTag<ConflictRecord> CONFLICTS =
            new OutputTag<>("gate-conflicts", TypeInformation.of(ConflictRecord.class));

    public static final OutputTag<ExpertOpinion> LATE =
            new OutputTag<>("gate-late-opinions", TypeInformation.of(ExpertOpinion.class));

    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("gate-alerts", TypeInformation.of(Alert.class));

    /** What the architecture allows an expert before the others go on without it. */
    public static final long DEFAULT_MAX_WAIT_MILLIS = 800;

    /** Key: symbol, then second. At most the seconds within the wait. Cleared with the verdict. */
    static final MapStateDescriptor<Long, Gathered> GATHERED =
            new MapStateDescriptor<>(
                    "gate-gathered", Types.LONG, TypeInformation.of(Gathered.class));

    /** Key: symbol. The newest second with a verdict. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<Long> NEWEST =
            new ValueStateDescriptor<>("gate-newest-verdict", Types.LONG);

    /**
     * Key: symbol, then second. The gate's own figures of seconds without a verdict. Cleared with
     * the verdict, and {@link #MARKET_MILLIS} later where there is none.
     */
    static final MapStateDescriptor<Long, GateMarket> MARKET =
            new MapStateDescriptor<>(
                    "gate-market", Types.LONG, TypeInformation.of(GateMarket.class));

    /** Key: symbol. Bounded by an hour of waiting verdicts. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<GateMemory> MEMORY =
            new ValueStateDescriptor<>("gate-memory", new BinaryStateTypeInfo<>(GateMemory.class));

    private static final long serialVersionUID = 1L;

    /** Name of the timers in every savepoint so far: that of Flink's own keyed functions. */
    private static final String TIMERS = "user-timers";

    /** How long live questions wait for others. */
    private static final long LINGER_MILLIS = 1;

    /** Figures of a second for which no expert has said anything are of no use after this. */
    private static final long MARKET_MILLIS = 60_000;

    private final GateClock clock;
    private final long maxWaitMillis;
    private final ExpertSet experts;
    private final GateNetworkFactory networks;
    private final BreakerConfig breakers;

    private transient MixtureGate gate;
    private transient NetworkGuard network;
    private transient PendingQuestions pending;
    private transient boolean flushIsDue;
    private transient MapState<Long, Gathered> gathered;
    private transient MapState<Long, GateMarket> markets;
    private transient ValueState<Long> newest;
    private transient ValueState<GateMemory> memory;
    private transient TimerService timers;
    private transient IdleTimer idle;
    private transient Counter late;
    private transient Counter incomplete;
    private transient Counter byNetwork;

    Gate(
            GateClock clock,
            long maxWaitMillis,
            ExpertSet experts,
            GateNetworkFactory networks,
            BreakerConfig breakers) {
        this.clock = Require.present("clock", clock);
        this.maxWaitMillis = Require.notNegative("maxWaitMillis", maxWaitMillis);
        this.experts = Require.present("experts", experts);
        this.networks = Require.present("networks", networks);
        this.breakers = Require.present("breakers", breakers);
    }

    /**
     * Attaches the gate.
     *
     * @param experts whose opinions come: the network is asked only about those it was trained on
     * @param breakers when the network is left alone; only live
     */
    public static SingleOutputStreamOperator<Verdict> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<ExpertOpinion> opinions,
            GateClock clock,
            long maxWaitMillis,
            ExpertSet experts,
            GateNetworkFactory networks,
            BreakerConfig breakers) {
        return GateMarkets.attach(snapshots)
                .keyBy(market -> market.snapshot().symbol())
                .connect(opinions.keyBy(opinion -> opinion.snapshot().symbol()))
                .transform(
                        "Gate",
                        TypeInformation.of(Verdict.class),
                        new Gate(clock, maxWaitMillis, experts, networks, breakers))
                .uid(UID);
    }

    @Override
    public void open() throws Exception {
        super.open();
        GateNetworkModel model =
                switch (experts) {
                    case TRAINED -> GateNetworkModel.shipped();
                    case BASELINE -> GateNetworkModel.untrained(); // it knows nothing of them
                };
        gate = new MixtureGate(model);
        gathered = getRuntimeContext().getMapState(GATHERED);
        markets = getRuntimeContext().getMapState(MARKET);
        newest = getRuntimeContext().getState(NEWEST);
        memory = getRuntimeContext().getState(MEMORY);
        timers =
                new SimpleTimerService(
                        getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this));
        network =
                new NetworkGuard(
                        networks.create(model),
                        clock,
                        breakers,
                        timers::currentProcessingTime,
                        getMetricGroup(),
                        this::tell);
        pending = new PendingQuestions(model, network);
        idle = new IdleTimer(getRuntimeContext(), UID);
        late = getMetricGroup().counter("late_opinions");
        incomplete = getMetricGroup().counter("incomplete_verdicts");
        byNetwork = getMetricGroup().counter("verdicts_by_network");
        getMetricGroup().addGroup("network_engine", network.engine()).gauge("in_use", () -> 1);
    }

    @Override
    public void processElement1(StreamRecord<GateMarket> element) throws Exception {
        GateMarket market = element.getValue();
        long second = market.snapshot().secondEndMillis();
        Gathered sofar = gathered.get(second);
        if (sofar == null && isJudged(second)) {
            return; // its verdict had to do without
        }
        markets.put(second, market);
        if (sofar != null && sofar.isComplete()) {
            judge(sofar);
        }
    }

    @Override
    public void processElement2(StreamRecord<ExpertOpinion> element) throws Exception {
        ExpertOpinion opinion = element.getValue();
        long second = opinion.snapshot().secondEndMillis();
        Gathered before = gathered.get(second);
        if (before == null && isJudged(second)) {
            late.inc();
            output.collect(LATE, new StreamRecord<>(opinion, second - 1));
            return;
        }
        if (before == null) {
            before = open(opinion.snapshot());
        }
        Gathered now = before.with(opinion);
        if (now.isComplete() && markets.contains(second)) {
            // Its timer is left to fire and find nothing: deleting it would search the queue.
            judge(now);
        } else {
            gathered.put(second, now);
        }
    }

    /** Whether this second, or a newer one, has a verdict. */
    private boolean isJudged(long second) throws IOException {
        Long newestSecond = newest.value();
        return newestSecond != null && second <= newestSecond;
    }

    private Gathered open(SnapshotId snapshot) throws Exception {
        long second = snapshot.secondEndMillis();
        idle.seen(second, timers);
        if (clock == GateClock.EVENT) {
            long deadline = second - 1 + maxWaitMillis;
            timers.registerEventTimeTimer(deadline);
            return new Gathered(snapshot, List.of(), deadline);
        }
        long deadline = timers.currentProcessingTime() + maxWaitMillis;
        timers.registerProcessingTimeTimer(deadline);
        return new Gathered(snapshot, List.of(), deadline);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (clock == GateClock.EVENT) {
            judgeDue(timer.getTimestamp());
        }
        if (idle.isIdle(timer.getTimestamp(), timers)) {
            newest.clear();
            markets.clear();
            memory.clear();
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (clock == GateClock.PROCESSING) {
            judgeDue(timer.getTimestamp());
        }
    }

    /** Goes on with those whose wait is over, in the order of their seconds. */
    private void judgeDue(long timestamp) throws Exception {
        List<Gathered> due = new ArrayList<>();
        for (Gathered each : gathered.values()) {
            if (each.deadlineMillis() <= timestamp) {
                due.add(each);
            }
        }
        due.sort(Comparator.comparingLong(each -> each.snapshot().secondEndMillis()));
        for (Gathered each : due) {
            incomplete.inc();
            judge(each);
        }
    }

    /** Puts the question; called with the snapshot's symbol as the current key. */
    private void judge(Gathered complete) throws Exception {
        SnapshotId snapshot = complete.snapshot();
        long second = snapshot.secondEndMillis();
        if (pending.has(snapshot.symbol())) {
            flush();
            setCurrentKey(snapshot.symbol());
        }
        gathered.remove(second);
        GateMarket market = takeMarket(second);
        if (!isJudged(second)) {
            newest.update(second);
        }
        GateMemory known = known();
        pending.add(gate.question(snapshot, market, complete.opinions(), known));
        memory.update(known);
        if (clock == GateClock.EVENT || pending.isFull()) {
            flush();
            setCurrentKey(snapshot.symbol());
        } else if (!flushIsDue) {
            // Not kept: it is due in a millisecond, and finds nothing when others were faster.
            flushIsDue =
                    getProcessingTimeService()
                                    .registerTimer(
                                            timers.currentProcessingTime() + LINGER_MILLIS,
                                            millis -> flush())
                            != null;
        }
    }

    private GateMemory known() throws Exception {
        GateMemory known = memory.value();
        return known == null ? new GateMemory() : known;
    }

    /** Returns the figures of a second and forgets them, with those that nobody asked for. */
    private GateMarket takeMarket(long second) throws Exception {
        GateMarket market = null;
        Iterator<Long> seconds = markets.keys().iterator();
        while (seconds.hasNext()) {
            long each = seconds.next();
            if (each == second) {
                market = markets.get(each);
            }
            if (each == second || each < second - MARKET_MILLIS) {
                seconds.remove();
            }
        }
        return market;
    }

    private void flush() throws Exception {
        flushIsDue = false;
        pending.answerAll(this::answer);
    }

    private void tell(Alert alert) {
        long time = alert.snapshot().secondEndMillis() - 1;
        output.collect(ALERTS, new StreamRecord<>(alert, time));
    }

    private void answer(MixtureGate.Question question, float[] logWeights) throws Exception {
        SnapshotId snapshot = question.snapshot();
        setCurrentKey(snapshot.symbol());
        GateMemory known = known();
        Verdict verdict = gate.answer(question, logWeights, known).verdict();
        memory.update(known);
        if (verdict.weightSource() == WeightSource.NETWORK) {
            byNetwork.inc();
        }
        long time = snapshot.secondEndMillis() - 1;
        output.collect(new StreamRecord<>(verdict, time));
        if (verdict.conflicted() && verdict.answered().size() > 1) {
            ConflictRecord conflict = Agreement.conflict(verdict, question.opinions());
            output.collect(CONFLICTS, new StreamRecord<>(conflict, time));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
        flush(); // what its timers have asked
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (network != null) {
            network.close();
        }
        super.close();
    }
}
