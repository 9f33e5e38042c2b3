package io.huihui.operators.gating;

import io.huihui.models.Sent;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.NetworkRole;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** How gating networks that were sent to the job are kept. */
final class SentNetworks implements SentState.Form<KeptOffer, SentNetworks.Offered> {

    /** By time, source and sequence. {@link SentState#MOST} at most; the oldest go. */
    static final MapStateDescriptor<String, KeptOffer> NETWORKS =
            new MapStateDescriptor<>(
                    "gate-networks", Types.STRING, TypeInformation.of(KeptOffer.class));

    /**
     * A network that was sent.
     *
     * @param id of its text
     */
    record Offered(String id, NetworkRole role, GateNetworkModel model) {}

    private SentNetworks() {}

    /** Returns those that were sent; before any of them there is none. */
    static SentState<KeptOffer, Offered> state() {
        return new SentState<>(null, new SentNetworks());
    }

    @Override
    public Sent.Place place(KeptOffer kept) {
        return new Sent.Place(kept.eventTimeMillis(), kept.source(), kept.sequence());
    }

    @Override
    public Offered read(KeptOffer kept) {
        return new Offered(
                NetworkOffer.idOf(kept.text()), kept.role(), GateNetworkModel.of(kept.text()));
    }
}
