package io.huihui.models.serialization;

import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;

/**
 * Returns one and the same {@link OptionContract} for equal fields: option quotes come by the
 * million on a few thousand contracts. Direct-mapped, so its memory is bounded. Not safe for
 * several threads.
 */
public final class ContractPool {

    /** Slots; a power of two. A whole SPX chain of 14,000 contracts fits with few collisions. */
    private static final int SLOTS = 1 << 16;

    private final OptionContract[] contracts = new OptionContract[SLOTS];

    /** Returns the contract with these fields; the strings are compared by identity first. */
    public OptionContract get(
            String underlying,
            String root,
            long expiryTimeMillis,
            double strike,
            OptionKind kind,
            int multiplier) {
        long bits = Double.doubleToRawLongBits(strike);
        long mixed =
                (bits ^ (expiryTimeMillis * 0x9E3779B97F4A7C15L) ^ kind.ordinal())
                                * 0xBF58476D1CE4E5B9L
                        + underlying.hashCode();
        int slot = (int) ((mixed ^ (mixed >>> 29)) >>> 7) & (SLOTS - 1);
        OptionContract pooled = contracts[slot];
        if (pooled != null
                && Double.doubleToRawLongBits(pooled.strike()) == bits
                && pooled.expiryTimeMillis() == expiryTimeMillis
                && pooled.kind() == kind
                && pooled.multiplier() == multiplier
                && pooled.underlying().equals(underlying)
                && pooled.root().equals(root)) {
            return pooled;
        }
        OptionContract contract =
                new OptionContract(underlying, root, expiryTimeMillis, strike, kind, multiplier);
        contracts[slot] = contract;
        return contract;
    }
}
