package io.huihui.connectors.kafka;

/** Where a source begins when it has no checkpoint. */
public enum StartFrom {
    /** At the first record that is still there. */
    EARLIEST,
    /** At the end: only what comes from now on. */
    LATEST,
    /** Where the consumer group stopped, else at the first record. */
    COMMITTED
}
