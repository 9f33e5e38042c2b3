package io.huihui.console.view;

/**
 * A record that could not be used.
 *
 * @param payloadBytes how long the record was; the bytes themselves stay in the store
 * @param recordedMillis when the store took it, by the clock of its machine
 */
public record DeadLetterRow(
        String topic,
        int partition,
        long offset,
        String reason,
        long payloadBytes,
        long recordedMillis) {}
