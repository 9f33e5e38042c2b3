package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * Identity of a listed option.
 *
 * @param underlying symbol of the underlying, e.g. {@code SPX}
 * @param root class root where it differs, e.g. {@code SPXW}; else the underlying
 * @param expiryTimeMillis instant at which trading in the contract ends (exchange close, not
 *     midnight)
 * @param strike currency per share, above 0
 * @param kind call or put
 * @param multiplier shares per contract, usually 100
 */
public record OptionContract(
        String underlying,
        String root,
        long expiryTimeMillis,
        double strike,
        OptionKind kind,
        int multiplier) {

    public OptionContract {
        EventChecks.symbol(underlying);
        Require.text("root", root);
        EventChecks.time("expiryTimeMillis", expiryTimeMillis);
        Require.positive("strike", strike);
        Require.present("kind", kind);
        Require.that(multiplier > 0, "multiplier > 0", () -> "multiplier=" + multiplier);
    }
}
