package io.huihui.operators.gating;

import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.NetworkRole;

/**
 * A network in state that was sent to the job. It checks nothing: a later release whose gate looks
 * at something else has to restore all the same.
 */
public record KeptOffer(
        long eventTimeMillis, String source, long sequence, NetworkRole role, String text) {

    static KeptOffer of(NetworkOffer offer) {
        return new KeptOffer(
                offer.eventTimeMillis(),
                offer.source(),
                offer.sequence(),
                offer.role(),
                offer.text());
    }
}
