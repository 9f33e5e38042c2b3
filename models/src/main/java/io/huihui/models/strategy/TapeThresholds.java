package io.huihui.models.strategy;

/**
 * What percentiles of inputs were before each session of a tape: nothing of a session stands in its
 * own thresholds.
 */
final class TapeThresholds {

    /** Minutes from which percentiles are taken: fewer say little of the tails. */
    static final int LEAST = 200;

    private static final EntryInput[] INPUTS = EntryInput.values();
    private static final double PERCENT = 100;

    private final double[][][] ofSession;

    TapeThresholds(SampleTape tape, int[] starts) {
        ofSession = new double[starts.length - 1][INPUTS.length][];
        for (int session = 0; session < ofSession.length; session++) {
            for (EntryInput input : INPUTS) {
                ofSession[session][input.ordinal()] =
                        percentiles(tape.sortedBefore(input, starts[session]));
            }
        }
    }

    private static double[] percentiles(float[] sorted) {
        double[] found = new double[EntryGate.PERCENTILES.length];
        for (int i = 0; i < found.length; i++) {
            double share = EntryGate.PERCENTILES[i] / PERCENT;
            found[i] =
                    sorted.length < LEAST
                            ? Double.NaN
                            : sorted[(int) Math.floor(share * (sorted.length - 1))];
        }
        return found;
    }

    /** Returns the threshold of a gate in a session; NaN, which opens nothing, when not known. */
    double of(EntryGate gate, int session) {
        return ofSession[session][gate.input().ordinal()][gate.place()];
    }
}
