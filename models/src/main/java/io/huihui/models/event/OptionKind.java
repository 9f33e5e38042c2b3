package io.huihui.models.event;

/** Right of an option contract. */
public enum OptionKind {
    CALL,
    PUT;

    public boolean isCall() {
        return this == CALL;
    }

    /** The other right: used by mirror tests and parity. */
    public OptionKind opposite() {
        return this == CALL ? PUT : CALL;
    }
}
