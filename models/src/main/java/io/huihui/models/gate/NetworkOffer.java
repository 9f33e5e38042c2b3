package io.huihui.models.gate;

import io.huihui.models.Require;
import io.huihui.models.Sha256;
import io.huihui.models.event.EventChecks;

/**
 * A gating network for a running job. A text that is not one, or is one of other inputs than the
 * gate of this release gives, is no offer.
 *
 * @param eventTimeMillis it is there for what happens after it
 * @param source who sent it
 * @param sequence tells offers of one source and time apart; the later one holds
 * @param role what it is sent as
 * @param text the network, as {@link GateNetworkModel#lines} writes it
 */
public record NetworkOffer(
        long eventTimeMillis, String source, long sequence, NetworkRole role, String text) {

    private static final int ID_DIGITS = 16;

    public NetworkOffer {
        EventChecks.time("eventTimeMillis", eventTimeMillis);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.present("role", role);
        Require.present("text", text);
        GateNetworkModel.of(text);
    }

    /** Returns the name of a network by its text: no two have the same. */
    public static String idOf(String text) {
        return Sha256.hex(text).substring(0, ID_DIGITS);
    }

    /** Returns the network. */
    public GateNetworkModel model() {
        return GateNetworkModel.of(text);
    }
}
