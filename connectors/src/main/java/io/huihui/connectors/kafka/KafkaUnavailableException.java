package io.huihui.connectors.kafka;

/** Says in one sentence why Kafka cannot be used. */
public final class KafkaUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KafkaUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
