package io.huihui.models.directive;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.outcome.ScoringGrid;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Signals that wait for what the market does, at most {@link #MOST}. */
final class PendingSignals implements BinaryState {

    /** Seventeen names, every five minutes, for up to an hour; no market fires that often. */
    private static final int MOST = 200;

    private static final int STATE_VERSION = 1;

    /** One signal; {@code sign} is +1 for up or expansion, -1 the other way, 0 for flat. */
    private record Waiting(
            long millis,
            SignalName name,
            ThesisQuestion question,
            int sign,
            int condition,
            double probability,
            Measured measured) {}

    private final List<Waiting> waiting = new ArrayList<>();

    /** Teaches what is known by now. */
    void resolve(FeatureSnapshot snapshot, SignalWeights weights) {
        long now = snapshot.id().secondEndMillis();
        Iterator<Waiting> each = waiting.iterator();
        while (each.hasNext()) {
            Waiting signal = each.next();
            long due = signal.millis + signal.question.horizon().millis();
            if (due > now) {
                continue;
            }
            each.remove();
            double change =
                    Measured.of(signal.question, snapshot).level() - signal.measured.level();
            if (now - due > ScoringGrid.TOLERANCE_MILLIS || Double.isNaN(change)) {
                continue;
            }
            boolean flat = Math.abs(change) <= signal.measured.band();
            if (signal.sign == 0) {
                weights.learn(signal.name, signal.condition, flat, signal.probability);
            } else if (!flat) {
                boolean right = change * signal.sign > 0;
                weights.learn(signal.name, signal.condition, right, signal.probability);
            }
        }
    }

    /** Keeps a signal that says something that can turn out right or wrong. */
    void keep(Signal signal, FeatureSnapshot snapshot, Verdict verdict, int condition) {
        SignalMeaning meaning = SignalMeaning.of(signal);
        if (meaning == null || waiting.size() == MOST) {
            return;
        }
        Measured measured = Measured.of(meaning.question(), snapshot);
        if (measured.isKnown()) {
            waiting.add(
                    new Waiting(
                            signal.snapshot().secondEndMillis(),
                            signal.name(),
                            meaning.question(),
                            meaning.sign(),
                            condition,
                            probability(meaning, verdict),
                            measured));
        }
    }

    /** What the gate gave to it: given a decision for a side, plainly for staying flat. */
    private static double probability(SignalMeaning meaning, Verdict verdict) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        if (meaning.sign() == 0) {
            return thesis.flat();
        }
        boolean price = meaning.question() == ThesisQuestion.DIRECTION;
        double up = price ? thesis.up() : verdict.volatility().expand();
        double down = price ? thesis.down() : verdict.volatility().contract();
        double share = up + down > 0 ? up / (up + down) : 0.5;
        return meaning.sign() > 0 ? share : 1 - share;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeShort(waiting.size());
        for (Waiting signal : waiting) {
            out.writeLong(signal.millis);
            out.writeUTF(signal.name.name());
            out.writeUTF(signal.question.name());
            out.writeByte(signal.sign);
            out.writeByte(signal.condition);
            out.writeDouble(signal.probability);
            out.writeDouble(signal.measured.level());
            out.writeDouble(signal.measured.band());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "pending signals");
        waiting.clear();
        int size = in.readShort();
        for (int i = 0; i < size; i++) {
            waiting.add(
                    new Waiting(
                            in.readLong(),
                            SignalName.valueOf(in.readUTF()),
                            ThesisQuestion.valueOf(in.readUTF()),
                            in.readByte(),
                            in.readByte(),
                            in.readDouble(),
                            new Measured(in.readDouble(), in.readDouble())));
        }
    }
}
