package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * A record that could not be used, kept whole so that it can be mended and sent again.
 *
 * @param topic where it was read
 * @param partition of the topic; 0 for a tape
 * @param offset in the partition; index of the record for a tape
 * @param reason one sentence: what was required, what was found, what to do
 * @param payload the raw bytes, base64
 */
public record DeadLetter(String topic, int partition, long offset, String reason, String payload) {

    public DeadLetter {
        Require.text("topic", topic);
        Require.notNegative("partition", (long) partition);
        Require.notNegative("offset", offset);
        Require.text("reason", reason);
        Require.present("payload", payload);
    }
}
