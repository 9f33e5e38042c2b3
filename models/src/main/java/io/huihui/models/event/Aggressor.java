package io.huihui.models.event;

/** Which side crossed the spread, as the provider signs it. */
public enum Aggressor {
    BUY(1),
    SELL(-1),
    UNKNOWN(0);

    private final int sign;

    Aggressor(int sign) {
        this.sign = sign;
    }

    /** +1 for a customer purchase, -1 for a sale, 0 when the provider does not say. */
    public int sign() {
        return sign;
    }
}
