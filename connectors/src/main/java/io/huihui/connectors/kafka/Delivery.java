package io.huihui.connectors.kafka;

/** What a sink promises. */
public enum Delivery {
    /**
     * Records are out within milliseconds; after a failure some come twice, with the same id in
     * their header.
     */
    AT_LEAST_ONCE,
    /** Records come once for readers of committed data, a checkpoint interval later. */
    EXACTLY_ONCE
}
