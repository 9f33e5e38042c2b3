package io.huihui.network;

import io.huihui.models.Require;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.gate.GateInputs;

import java.util.ArrayList;
import java.util.List;

/** Examples for a gating network: what it looked at, what the experts said, what happened. */
public final class GateRows {

    /** In place of a direction, for a horizon whose outcome is not known. */
    public static final int UNKNOWN = -1;

    static final int EXPERTS = Expert.values().length;
    static final int HORIZONS = Horizon.values().length;
    static final int DIRECTIONS = Direction.values().length;

    /** Numbers that the experts said of a step. */
    static final int SAID = EXPERTS * HORIZONS * DIRECTIONS;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<float[]> said = new ArrayList<>();
    private final List<int[]> realized = new ArrayList<>();

    /**
     * Adds an example.
     *
     * @param looked inputs, NaN where missing
     * @param kept what the experts said, as {@link io.huihui.models.gate.GateMemory#kept} gives it
     * @param happened ordinal of the direction per horizon, or {@link #UNKNOWN}
     */
    public void add(double[] looked, double[] kept, int... happened) {
        Require.that(
                looked.length == GateInputs.all().size(),
                GateInputs.all().size() + " inputs",
                looked.length + " inputs");
        Require.that(kept.length == SAID, SAID + " probabilities", kept.length + " probabilities");
        Require.that(
                happened.length == HORIZONS,
                "a direction per horizon",
                happened.length + " directions");
        inputs.add(asFloats(looked));
        said.add(floats(kept));
        realized.add(happened.clone());
    }

    /** Rounded as the network is given them. */
    private static double[] asFloats(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    public int size() {
        return inputs.size();
    }

    /** NaN where missing; not to be changed. */
    double[] inputs(int row) {
        return inputs.get(row);
    }

    /** NaN for an expert that did not answer. */
    float said(int row, int expert, int horizon, int direction) {
        return said.get(row)[(expert * HORIZONS + horizon) * DIRECTIONS + direction];
    }

    int realized(int row, int horizon) {
        return realized.get(row)[horizon];
    }
}
