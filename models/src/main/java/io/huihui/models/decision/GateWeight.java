package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * How much the gate listened to one expert.
 *
 * @param weight 0..1; the weights of a verdict sum to 1
 */
public record GateWeight(Expert expert, double weight) {

    public GateWeight {
        Require.present("expert", expert);
        Require.within("weight", weight, 0, 1);
    }
}
