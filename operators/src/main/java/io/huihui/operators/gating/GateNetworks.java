package io.huihui.operators.gating;

import io.huihui.models.Sent;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkDuel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The networks of one task, filled when they are first asked: the one shipped, and those sent to
 * the job. One that has been forgotten since, or is not understood any more, is replaced by the one
 * shipped.
 */
final class GateNetworks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GateNetworks.class);

    private final Function<GateNetworkModel, Contender> fill;
    private final Contender shipped;
    private final Map<String, Contender> sent = new HashMap<>();
    private final Set<String> missed = new HashSet<>();

    GateNetworks(GateNetworkModel shipped, Function<GateNetworkModel, Contender> fill) {
        this.fill = fill;
        this.shipped = fill.apply(shipped);
    }

    Contender shipped() {
        return shipped;
    }

    /** Returns the network with an id of {@link NetworkDuel}; null when that is none. */
    Contender of(String id, Sent<SentNetworks.Offered> known) {
        if (id.equals(NetworkDuel.NONE)) {
            return null;
        }
        if (id.equals(NetworkDuel.SHIPPED)) {
            return shipped;
        }
        Contender filled = sent.get(id);
        if (filled != null) {
            return filled;
        }
        for (SentNetworks.Offered offered : known.all()) {
            if (offered.id().equals(id)) {
                Contender contender = fill.apply(offered.model());
                sent.put(id, contender);
                return contender;
            }
        }
        if (missed.add(id)) {
            LOG.warn("the gating network {} is no longer known; the shipped one stands in", id);
        }
        return shipped;
    }

    /** Closes those that are known no more. */
    void retain(Sent<SentNetworks.Offered> known) {
        Set<String> ids = new HashSet<>();
        known.all().forEach(offered -> ids.add(offered.id()));
        sent.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !ids.contains(entry.getKey());
                            if (gone) {
                                entry.getValue().network().close();
                            }
                            return gone;
                        });
    }

    @Override
    public void close() {
        shipped.network().close();
        sent.values().forEach(contender -> contender.network().close());
        sent.clear();
    }
}
