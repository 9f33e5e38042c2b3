package io.huihui.operators.gating;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.state.BroadcastState;
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
        implements MultipleInputStreamOperator<Verdict>, Triggerable<String, VoidNamespace> {

    static final KeySelector<GateMarket, String> MARKET_KEY = market -> market.snapshot().symbol();

    static final KeySelector<ExpertOpinion, String> OPINION_KEY =
            opinion -> opinion.snapshot().symbol();

    /** Name of the timers in every savepoint so far: that of Flink's own keyed functions. */
    private static final String TIMERS = "user-timers";

    /** How long live questions wait for others. */
    private static final long LINGER_MILLIS = 1;

    private static final int INPUTS = 3;

    private final GateRules rules;
    private final NetworksInput networksInput = new NetworksInput();

    private BroadcastState<String, KeptOffer> keptOffers;
    private Judging judging;
    private GateSeconds seconds;
    private TimerService timers;
    private IdleTimer idle;
    private boolean flushIsDue;
    private Counter late;
    private Counter incomplete;
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
            judging.offer(element.getValue());
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
        timers =
                new SimpleTimerService(
                        getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this));
        judging =
                new Judging(
                        rules,
                        getRuntimeContext(),
                        keptOffers,
                        timers::currentProcessingTime,
                        this::setCurrentKey,
                        output);
        idle = new IdleTimer(getRuntimeContext(), Gate.UID);
        late = getMetricGroup().counter("late_opinions");
        incomplete = getMetricGroup().counter("incomplete_verdicts");
        sentNetworks = getMetricGroup().counter("sent_networks");
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
            judging.forget();
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
        if (judging.waitsFor(snapshot.symbol())) {
            flush();
            setCurrentKey(snapshot.symbol());
        }
        if (!gathered.isComplete()) {
            incomplete.inc();
        }
        judging.put(gathered, seconds.judged(snapshot.secondEndMillis()));
        if (rules.clock() == GateClock.EVENT || judging.isFull()) {
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

    private void flush() throws Exception {
        flushIsDue = false;
        judging.answerAll();
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
        if (judging != null) {
            judging.close();
        }
        super.close();
    }
}
