package io.huihui.operators.gating;

import io.huihui.models.Sent;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ConflictRecord;
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
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Puts what was gathered to the networks of its symbol, and makes verdicts, conflicts and alerts of
 * their answers. What was put waits for {@link #answerAll}.
 */
final class Judging implements PendingQuestions.Answers {

    /** Key: symbol. Bounded by an hour of waiting verdicts. Cleared when the symbol is idle. */
    private static final ValueStateDescriptor<GateMemory> MEMORY =
            new ValueStateDescriptor<>("gate-memory", new BinaryStateTypeInfo<>(GateMemory.class));

    private final GateRules rules;
    private final BroadcastState<String, KeptOffer> keptOffers;
    private final LongSupplier processingTime;
    private final MetricGroup metrics;
    private final Consumer<String> currentSymbol;
    private final Output<StreamRecord<Verdict>> output;

    private final PendingQuestions pending = new PendingQuestions();
    private final SentState<KeptOffer, SentNetworks.Offered> offers = SentNetworks.state();
    private final ValueState<GateMemory> memory;
    private final GateNetworks networks;
    private final Counter byNetwork;

    /**
     * @param currentSymbol sets the key that {@code runtime}'s states are of
     */
    Judging(
            GateRules rules,
            RuntimeContext runtime,
            BroadcastState<String, KeptOffer> keptOffers,
            LongSupplier processingTime,
            Consumer<String> currentSymbol,
            Output<StreamRecord<Verdict>> output) {
        this.rules = rules;
        this.keptOffers = keptOffers;
        this.processingTime = processingTime;
        this.metrics = runtime.getMetricGroup();
        this.currentSymbol = currentSymbol;
        this.output = output;
        memory = runtime.getState(MEMORY);
        networks =
                new GateNetworks(
                        switch (rules.experts()) {
                            case TRAINED -> GateNetworkModel.shipped();
                            case BASELINE -> GateNetworkModel.untrained(); // knows nothing of them
                        },
                        this::contender);
        byNetwork = metrics.counter("verdicts_by_network");
        metrics.addGroup("network_engine", networks.shipped().network().engine())
                .gauge("in_use", () -> 1);
    }

    private Contender contender(GateNetworkModel model) {
        return new Contender(
                new MixtureGate(model),
                new NetworkGuard(
                        rules.networks().create(model),
                        rules.clock(),
                        rules.breakers(),
                        processingTime,
                        metrics.addGroup("network", model.version()),
                        this::tell));
    }

    /** Takes a network; what waits is still answered by those that were there. */
    void offer(NetworkOffer offer) throws Exception {
        answerAll();
        offers.add(KeptOffer.of(offer), keptOffers);
        networks.retain(offers.all(keptOffers));
    }

    /** Whether something of this symbol waits; only one question of each may. */
    boolean waitsFor(String symbol) {
        return pending.has(symbol);
    }

    boolean isFull() {
        return pending.isFull();
    }

    /** Puts a question; its symbol is the current key. */
    void put(Gathered gathered, GateMarket market) throws Exception {
        SnapshotId snapshot = gathered.snapshot();
        long second = snapshot.secondEndMillis();
        GateMemory known = known();
        Sent<SentNetworks.Offered> sent = offers.all(keptOffers);
        SentNetworks.Offered last = sent.inForce(second);
        if (last != null) {
            known.hear(last.id(), last.role());
        }
        GateQuestion question = GateQuestion.of(snapshot, market, gathered.opinions(), known);
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

    /** Answers all that was put; afterwards the current key is that of any of them. */
    void answerAll() throws Exception {
        pending.answerAll(this);
    }

    @Override
    public void answer(GateQuestion question, Contender champion, float[] logWeights)
            throws Exception {
        SnapshotId snapshot = question.snapshot();
        currentSymbol.accept(snapshot.symbol());
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
        currentSymbol.accept(question.snapshot().symbol());
        GateMemory known = known();
        known.challenge(question.snapshot(), challenger.gate().pooled(question, logWeights));
        memory.update(known);
    }

    private void tell(Alert alert) {
        long time = alert.snapshot().secondEndMillis() - 1;
        output.collect(Gate.ALERTS, new StreamRecord<>(alert, time));
    }

    /** Forgets the symbol that is the current key. */
    void forget() {
        memory.clear();
    }

    void close() throws Exception {
        networks.close();
    }
}
