package io.huihui.connectors.kafka;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.Require;

import java.io.Serializable;

/**
 * How topics are written.
 *
 * @param transactionalIdPrefix stable name of the job: after a failure the transactions it left
 *     open are found under it and ended, else readers of committed data would wait for them
 * @param transactionTimeoutMillis longer than a checkpoint may take, at most the broker's {@code
 *     transaction.max.timeout.ms} (15 minutes unless changed)
 * @param lingerMillis longest wait for more records to share a request, in the topics that somebody
 *     acts on ({@link Topics#URGENT})
 * @param recordLingerMillis the same in all others, which record what was seen and thought
 */
public record KafkaSinkConfig(
        Delivery delivery,
        String transactionalIdPrefix,
        long transactionTimeoutMillis,
        long lingerMillis,
        long recordLingerMillis)
        implements Serializable {

    /** The broker refuses more unless told otherwise. */
    private static final long LONGEST_TRANSACTION_MILLIS = 15 * 60_000L;

    /** Ten times the longest checkpoint we expect. */
    private static final long DEFAULT_TRANSACTION_MILLIS = 5 * 60_000L;

    private static final long DEFAULT_LINGER_MILLIS = 2;

    /** The snapshots of one second of a hundred symbols share a request. */
    private static final long DEFAULT_RECORD_LINGER_MILLIS = 100;

    public KafkaSinkConfig {
        Require.present("delivery", delivery);
        Require.text("transactionalIdPrefix", transactionalIdPrefix);
        Require.that(
                transactionTimeoutMillis > 0
                        && transactionTimeoutMillis <= LONGEST_TRANSACTION_MILLIS,
                "0 < transactionTimeoutMillis <= " + LONGEST_TRANSACTION_MILLIS,
                "transactionTimeoutMillis=" + transactionTimeoutMillis);
        Require.notNegative("lingerMillis", lingerMillis);
        Require.notNegative("recordLingerMillis", recordLingerMillis);
    }

    public static KafkaSinkConfig defaults() {
        return new KafkaSinkConfig(
                Delivery.AT_LEAST_ONCE,
                "huihui",
                DEFAULT_TRANSACTION_MILLIS,
                DEFAULT_LINGER_MILLIS,
                DEFAULT_RECORD_LINGER_MILLIS);
    }

    public KafkaSinkConfig with(Delivery changed) {
        return new KafkaSinkConfig(
                changed,
                transactionalIdPrefix,
                transactionTimeoutMillis,
                lingerMillis,
                recordLingerMillis);
    }

    /** Longest wait for more records of this topic. */
    long lingerMillis(Topic<?> topic) {
        return Topics.URGENT.contains(topic) ? lingerMillis : recordLingerMillis;
    }
}
