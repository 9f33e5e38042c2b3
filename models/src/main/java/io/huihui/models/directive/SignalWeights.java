package io.huihui.models.directive;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.SignalName;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a signal is worth: w grows by exp(.05 x (outcome - probability)) with every outcome, within
 * .25 and 4. It counts from 20 outcomes of the signal in the present condition on, pulled to what
 * the signal was worth in all conditions; before that the latter stands in, or 1.
 */
public final class SignalWeights implements BinaryState {

    /** Fewer outcomes than this prove nothing. */
    static final int FEWEST_OUTCOMES = 20;

    private static final double RATE = 0.05;

    private static final double LARGEST_LOG = Math.log(4);

    /** Outcomes that the pooled weight counts for beside those of the condition. */
    private static final double POOLED_OUTCOMES = 20;

    /** The last column is that of all conditions. */
    private static final int POOLED = MarketCondition.count();

    private static final int COLUMNS = POOLED + 1;

    private static final int STATE_VERSION = 1;

    private final double[] logWeights = new double[SignalName.count() * COLUMNS];
    private final int[] outcomes = new int[SignalName.count() * COLUMNS];

    /**
     * Learns from one outcome of a signal.
     *
     * @param condition place of the market condition; -1 when it was not known
     * @param probability that was given to what the signal said
     */
    public void learn(SignalName name, int condition, boolean right, double probability) {
        double step = RATE * ((right ? 1 : 0) - probability);
        move(place(name, POOLED), step);
        if (condition >= 0) {
            move(place(name, condition), step);
        }
    }

    private void move(int place, double step) {
        logWeights[place] = Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, logWeights[place] + step));
        outcomes[place]++;
    }

    /** Returns the weight of a signal in a condition, .25 to 4. */
    public double weight(SignalName name, int condition) {
        int pooled = place(name, POOLED);
        double ofAll = outcomes[pooled] >= FEWEST_OUTCOMES ? logWeights[pooled] : 0;
        if (condition < 0 || outcomes[place(name, condition)] < FEWEST_OUTCOMES) {
            return Math.exp(ofAll);
        }
        int own = place(name, condition);
        double sum = outcomes[own] * logWeights[own] + POOLED_OUTCOMES * ofAll;
        return Math.exp(sum / (outcomes[own] + POOLED_OUTCOMES));
    }

    private static int place(SignalName name, int column) {
        return name.ordinal() * COLUMNS + column;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        List<SignalName> known = new ArrayList<>();
        for (SignalName name : SignalName.values()) {
            if (outcomes[place(name, POOLED)] > 0) {
                known.add(name);
            }
        }
        out.writeByte(COLUMNS);
        out.writeByte(known.size());
        for (SignalName name : known) {
            out.writeUTF(name.name());
            for (int column = 0; column < COLUMNS; column++) {
                out.writeInt(outcomes[place(name, column)]);
                out.writeDouble(logWeights[place(name, column)]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "signal weights");
        Arrays.fill(outcomes, 0);
        Arrays.fill(logWeights, 0);
        int columns = in.readByte();
        int known = in.readByte();
        for (int i = 0; i < known; i++) {
            SignalName name = SignalName.valueOf(in.readUTF());
            for (int column = 0; column < columns; column++) {
                outcomes[place(name, column)] = in.readInt();
                logWeights[place(name, column)] = in.readDouble();
            }
        }
    }
}
