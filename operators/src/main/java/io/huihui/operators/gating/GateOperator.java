package io.huihui.operators.gating;

import io.huihui.models.Sent;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.expert.WaitingOpinions;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.Agreement;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.GateQuestion;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.gate.NetworkDuel;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.AbstractInput;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.MultipleInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

import java.util.List;

/**
 * Gathers the opinions on each snapshot and judges.
 *
 * <p>Live, what is complete waits a millisecond for other symbols, so that the network is asked for
 * many at once; in a replay each is asked alone, so that its answer depends on nothing else, and
 * only when the watermark of the networks has passed its second. No question outlives a
 * checkpoint's barrier or a watermark.
 */
final class GateOperator extends AbstractStreamOperatorV2<Verdict>
        implements MultipleInputStreamOperator<Verdict>,
                Triggerable<String, VoidNamespace>,
                PendingQuestions.Answers {

    static final KeySelector<GateMarket, String> MARKET_KEY = market -> market.snapshot().symbol();

    static final KeySelector<ExpertOpinion, String> OPINION_KEY =
            opinion -> opinion.snapshot().symbol();

    /** Key: symbol. Bounded by an hour of waiting verdicts. Cleared when the symbol is idle. */
    private static final ValueStateDescriptor<GateMemory> MEMORY =
            new ValueStateDescriptor<>("gate-memory", new BinaryStateTypeInfo<>(GateMemory.class));

    /** Name of the timers in every savepoint so far: that of Flink's own keyed functions. */
    private static final String TIMERS = "user-timers";

    /** How long live questions wait for others. */
    private static final long LINGER_MILLIS = 1;

    private static final int INPUTS = 3;

    private final GateRules rules;
    private final PendingQuestions pending = new PendingQuestions();
    private final SentState<KeptOffer, SentNetworks.Offered> offers = SentNetworks.state();
    private final NetworksInput networksInput = new NetworksInput();

    private BroadcastState<String, KeptOffer> keptOffers;
    private GateNetworks networks;
    private GateSeconds seconds;
    private ValueState<GateMemory> memory;
    private TimerService timers;
    private IdleTimer idle;
    private boolean flushIsDue;
    private Counter late;
    private Counter incomplete;
    private Counter byNetwork;
    private Counter sentNetworks;

    GateOperator(StreamOperatorParameters<Verdict> parameters, GateRules rules) {
        super(parameters, INPUTS);
        this.rules = rules;
    }

    @Override
    @SuppressWarnings("rawtypes") // Flink's signature
    public List<Input> getInputs() {
        return List.of(new MarketInput(), new OpinionInput(), networksInput);
    }

    @SuppressWarnings("unchecked") // raw in what it extends
    private final class MarketInput extends AbstractInput<GateMarket, Verdict> {

        MarketInput() {
            super(GateOperator.this, 1);
        }

        @Override
        public void processElement(StreamRecord<GateMarket> element) throws Exception {
            show(element.getValue());
        }
    }

    @SuppressWarnings("unchecked") // raw in what it extends
    private final class OpinionInput extends AbstractInput<ExpertOpinion, Verdict> {

        OpinionInput() {
            super(GateOperator.this, 2);
        }

        @Override
        public void processElement(StreamRecord<ExpertOpinion> element) throws Exception {
            hear(element.getValue());
        }
    }

    /** Knows how far networks are in: the operator's watermark is that of the slowest input. */
    @SuppressWarnings("unchecked") // raw in what it extends
    private final class NetworksInput extends AbstractInput<NetworkOffer, Verdict> {

        private long inUntil = Long.MIN_VALUE;
        private boolean silent;

        NetworksInput() {
            super(GateOperator.this, INPUTS);
        }

        @Override
        public void processElement(StreamRecord<NetworkOffer> element) throws Exception {
            sentNetworks.inc();
            flush(); // questions that wait were put to networks as they are
            offers.add(KeptOffer.of(element.getValue()), keptOffers);
            networks.retain(offers.all(keptOffers));
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            inUntil = mark.getTimestamp();
            super.processWatermark(mark);
        }

        @Override
        public void processWatermarkStatus(WatermarkStatus status) throws Exception {
            silent = status.isIdle();
            super.processWatermarkStatus(status);
        }

        /** Whether all networks for a second are known. Live nobody waits for more. */
        boolean areIn(long second) {
            return rules.clock() == GateClock.PROCESSING || silent || second - 1 <= inUntil;
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        keptOffers = context.getOperatorStateStore().getBroadcastState(SentNetworks.NETWORKS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        // The base class of operators with several inputs leaves this out; that of two has it.
        getRuntimeContext().setKeyedStateStore(getKeyedStateStore().orElseThrow());
        seconds = new GateSeconds(getRuntimeContext());
        memory = getRuntimeContext().getState(MEMORY);
        timers =
                new SimpleTimerService(
                        getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this));
        networks =
                new GateNetworks(
                        switch (rules.experts()) {
                            case TRAINED -> GateNetworkModel.shipped();
                            case BASELINE -> GateNetworkModel.untrained(); // knows nothing of them
                        },
                        this::contender);
        idle = new IdleTimer(getRuntimeContext(), Gate.UID);
        late = getMetricGroup().counter("late_opinions");
        incomplete = getMetricGroup().counter("incomplete_verdicts");
        byNetwork = getMetricGroup().counter("verdicts_by_network");
        sentNetworks = getMetricGroup().counter("sent_networks");
        getMetricGroup()
                .addGroup("network_engine", networks.shipped().network().engine())
                .gauge("in_use", () -> 1);
    }

    private Contender contender(GateNetworkModel model) {
        return new Contender(
                new MixtureGate(model),
                new NetworkGuard(
                        rules.networks().create(model),
                        rules.clock(),
                        rules.breakers(),
                        timers::currentProcessingTime,
                        getMetricGroup().addGroup("network", model.version()),
                        this::tell));
    }

    private void show(GateMarket market) throws Exception {
        long second = market.snapshot().secondEndMillis();
        Gathered sofar = seconds.gathered(second);
        if (sofar == null && seconds.isJudged(second)) {
            return; // its verdict had to do without
        }
        seconds.show(market);
        if (sofar != null && sofar.isComplete()) {
            judgeWhenNetworksAreIn(sofar);
        }
    }

    private void hear(ExpertOpinion opinion) throws Exception {
        long second = opinion.snapshot().secondEndMillis();
        Gathered before = seconds.gathered(second);
        if (before == null && seconds.isJudged(second)) {
            late.inc();
            output.collect(Gate.LATE, new StreamRecord<>(opinion, second - 1));
            return;
        }
        if (before == null) {
            before = begin(opinion.snapshot());
        }
        Gathered now = before.with(opinion);
        if (now.isComplete() && seconds.isShown(second)) {
            judgeWhenNetworksAreIn(now);
        } else {
            seconds.gather(now);
        }
    }

    private Gathered begin(SnapshotId snapshot) throws Exception {
        long second = snapshot.secondEndMillis();
        idle.seen(second, timers);
        if (rules.clock() == GateClock.EVENT) {
            long deadline = second - 1 + rules.maxWaitMillis();
            timers.registerEventTimeTimer(deadline);
            return new Gathered(snapshot, List.of(), deadline);
        }
        long deadline = timers.currentProcessingTime() + rules.maxWaitMillis();
        timers.registerProcessingTimeTimer(deadline);
        return new Gathered(snapshot, List.of(), deadline);
    }

    /**
     * A timer for its deadline may be left to fire and find nothing: it costs less than a search.
     */
    private void judgeWhenNetworksAreIn(Gathered complete) throws Exception {
        long second = complete.snapshot().secondEndMillis();
        if (networksInput.areIn(second)) {
            judge(complete);
        } else {
            seconds.gather(complete);
            timers.registerEventTimeTimer(second - 1);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long now = timer.getTimestamp();
        if (rules.clock() == GateClock.EVENT) {
            for (Gathered each : seconds.due(waiting -> isDue(waiting, now))) {
                judge(each);
            }
        }
        if (idle.isIdle(now, timers)) {
            seconds.clear();
            memory.clear();
        }
    }

    /** Its wait is over, or it only waited for networks. */
    private static boolean isDue(Gathered waiting, long now) {
        boolean isWhole = waiting.isComplete() && waiting.snapshot().secondEndMillis() - 1 <= now;
        return isWhole || waiting.deadlineMillis() <= now;
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (rules.clock() == GateClock.PROCESSING) {
            long now = timer.getTimestamp();
            for (Gathered each : seconds.due(waiting -> waiting.deadlineMillis() <= now)) {
                judge(each);
            }
        }
    }

    /** Puts the question; called with the snapshot's symbol as the current key. */
    private void judge(Gathered gathered) throws Exception {
        SnapshotId snapshot = gathered.snapshot();
        long second = snapshot.secondEndMillis();
        if (pending.has(snapshot.symbol())) {
            flush();
            setCurrentKey(snapshot.symbol());
        }
        if (!gathered.isComplete()) {
            incomplete.inc();
        }
        put(snapshot, seconds.judged(second), gathered.opinions());
        if (rules.clock() == GateClock.EVENT || pending.isFull()) {
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

    private void put(SnapshotId snapshot, GateMarket market, List<ExpertOpinion> opinions)
            throws Exception {
        long second = snapshot.secondEndMillis();
        GateMemory known = known();
        Sent<SentNetworks.Offered> sent = offers.all(keptOffers);
        SentNetworks.Offered last = sent.inForce(second);
        if (last != null) {
            known.hear(last.id(), last.role());
        }
        GateQuestion question = GateQuestion.of(snapshot, market, opinions, known);
        NetworkDuel duel = known.duel();
        boolean compared = second % WaitingOpinions.STEP_MILLIS == 0; // others have no outcomes
        pending.add(
                question,
                networks.of(duel.champion(), sent),
                compared ? networks.of(duel.challenger(), sent) : null);
        for (NetworkDuel.Decision decision : known.takeDecisions()) {
            tell(
                    GateAlerts.of(
                            snapshot,
                            decision,
                            networks.of(decision.decides(), sent).version(),
                            networks.of(decision.other(), sent).version()));
        }
        memory.update(known);
    }

    private GateMemory known() throws Exception {
        GateMemory known = memory.value();
        return known == null ? new GateMemory() : known;
    }

    private void flush() throws Exception {
        flushIsDue = false;
        pending.answerAll(this);
    }

    private void tell(Alert alert) {
        long time = alert.snapshot().secondEndMillis() - 1;
        output.collect(Gate.ALERTS, new StreamRecord<>(alert, time));
    }

    @Override
    public void answer(GateQuestion question, Contender champion, float[] logWeights)
            throws Exception {
        SnapshotId snapshot = question.snapshot();
        setCurrentKey(snapshot.symbol());
        GateMemory known = known();
        Verdict verdict = champion.gate().answer(question, logWeights, known).verdict();
        memory.update(known);
        if (verdict.weightSource() == WeightSource.NETWORK) {
            byNetwork.inc();
        }
        long time = snapshot.secondEndMillis() - 1;
        output.collect(new StreamRecord<>(verdict, time));
        if (verdict.conflicted() && verdict.answered().size() > 1) {
            ConflictRecord conflict = Agreement.conflict(verdict, question.opinions());
            output.collect(Gate.CONFLICTS, new StreamRecord<>(conflict, time));
        }
    }

    @Override
    public void challenge(GateQuestion question, Contender challenger, float[] logWeights)
            throws Exception {
        setCurrentKey(question.snapshot().symbol());
        GateMemory known = known();
        known.challenge(question.snapshot(), challenger.gate().pooled(question, logWeights));
        memory.update(known);
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
        if (networks != null) {
            networks.close();
        }
        super.close();
    }
}
