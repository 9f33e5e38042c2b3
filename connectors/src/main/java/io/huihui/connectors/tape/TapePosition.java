package io.huihui.connectors.tape;

import io.huihui.models.Require;

/**
 * Where a reader stands in one file of a tape.
 *
 * @param topic short name
 * @param offset bytes before the next record
 * @param index records before the next record
 */
public record TapePosition(String topic, long offset, long index) {

    public TapePosition {
        Require.text("topic", topic);
        Require.notNegative("offset", offset);
        Require.notNegative("index", index);
    }

    static TapePosition start(String topic) {
        return new TapePosition(topic, 0, 0);
    }
}
