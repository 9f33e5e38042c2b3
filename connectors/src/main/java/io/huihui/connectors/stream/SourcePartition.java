package io.huihui.connectors.stream;

import io.huihui.models.Require;

/**
 * Where a record was read: within a partition there is one order, the same in every run.
 *
 * @param number of the partition in its topic, from 0
 */
public record SourcePartition(String topic, int number) {

    public SourcePartition {
        Require.present("topic", topic);
        Require.that(number >= 0, "number >= 0", () -> "number=" + number);
    }
}
