package io.huihui.operators.gating;

import io.huihui.models.gate.MixtureGate;

/**
 * A network that can be asked, and the gate that goes by it.
 *
 * @param network filled with the gate's model, behind a breaker
 */
record Contender(MixtureGate gate, NetworkGuard network) {

    String version() {
        return gate.model().version();
    }
}
