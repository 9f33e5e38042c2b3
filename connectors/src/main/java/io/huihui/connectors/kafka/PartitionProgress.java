package io.huihui.connectors.kafka;

/**
 * How far a partition had been read in event time.
 *
 * @param newestMillis as {@link PartitionTime#newest}
 * @param unconfirmedMillis as {@link PartitionTime#unconfirmed}
 */
record PartitionProgress(long newestMillis, long unconfirmedMillis) {

    /** Of a partition of which nothing was read. */
    static final PartitionProgress NONE =
            new PartitionProgress(PartitionTime.NONE, PartitionTime.NONE);
}
