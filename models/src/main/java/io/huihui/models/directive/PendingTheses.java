package io.huihui.models.directive;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.outcome.ScoringGrid;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Theses that wait for what the market does: at most 30 on direction and 60 on volatility. Nothing
 * is learned before the event time at which it can be known.
 */
final class PendingTheses implements BinaryState {

    private static final ThesisQuestion[] QUESTIONS = ThesisQuestion.values();

    private static final int STATE_VERSION = 1;

    /** One thesis; {@code sign} is +1 for up or expansion, -1 for down or contraction. */
    private record Waiting(
            long millis, int sign, int condition, Measured measured, ThesisInputs inputs) {}

    /** By question. */
    private final List<ArrayDeque<Waiting>> waiting =
            Stream.of(QUESTIONS).map(question -> new ArrayDeque<Waiting>()).toList();

    /** Teaches what is known by now. */
    void resolve(FeatureSnapshot snapshot, Calibration calibration) {
        long now = snapshot.id().secondEndMillis();
        for (ThesisQuestion question : QUESTIONS) {
            ArrayDeque<Waiting> queue = waiting.get(question.ordinal());
            Measured later = null;
            while (!queue.isEmpty() && queue.peek().millis + question.horizon().millis() <= now) {
                Waiting thesis = queue.poll();
                long due = thesis.millis + question.horizon().millis();
                later = later == null ? Measured.of(question, snapshot) : later;
                double change = later.level() - thesis.measured.level();
                boolean inTime = now - due <= ScoringGrid.TOLERANCE_MILLIS;
                if (inTime && Math.abs(change) > thesis.measured.band()) {
                    calibration.learn(
                            question, thesis.condition, thesis.inputs, change * thesis.sign > 0);
                }
            }
        }
    }

    /** Keeps a thesis made at a snapshot, when it is one to learn from. */
    void keep(
            ThesisQuestion question,
            FeatureSnapshot snapshot,
            int sign,
            int condition,
            ThesisInputs inputs) {
        long now = snapshot.id().secondEndMillis();
        if (now % question.stepMillis() != 0) {
            return;
        }
        Measured measured = Measured.of(question, snapshot);
        if (measured.isKnown()) {
            waiting.get(question.ordinal())
                    .add(new Waiting(now, sign, condition, measured, inputs));
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (ArrayDeque<Waiting> queue : waiting) {
            out.writeShort(queue.size());
            for (Waiting thesis : queue) {
                out.writeLong(thesis.millis);
                out.writeByte(thesis.sign);
                out.writeByte(thesis.condition);
                out.writeDouble(thesis.measured.level());
                out.writeDouble(thesis.measured.band());
                for (int i = 0; i < ThesisInputs.COUNT; i++) {
                    out.writeDouble(thesis.inputs.at(i));
                }
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "pending theses");
        for (ArrayDeque<Waiting> queue : waiting) {
            queue.clear();
            int size = in.readShort();
            for (int i = 0; i < size; i++) {
                queue.add(
                        new Waiting(
                                in.readLong(),
                                in.readByte(),
                                in.readByte(),
                                new Measured(in.readDouble(), in.readDouble()),
                                new ThesisInputs(
                                        in.readDouble(),
                                        in.readDouble(),
                                        in.readDouble(),
                                        in.readDouble())));
            }
        }
    }
}
