package io.huihui.connectors.tape;

import io.huihui.models.Require;

/**
 * One file of a tape.
 *
 * @param topic short name of the topic; the file is {@code TOPIC.avro}
 * @param firstEventTimeMillis of the records in it
 * @param lastEventTimeMillis of the records in it
 */
public record TapeFile(
        String topic, long records, long firstEventTimeMillis, long lastEventTimeMillis) {

    static final String SUFFIX = ".avro";

    public TapeFile {
        Require.text("topic", topic);
        Require.notNegative("records", records);
    }

    String fileName() {
        return topic + SUFFIX;
    }
}
