package io.huihui.agents;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.Sha256;
import io.huihui.models.decision.DeadLetter;

import org.apache.flink.statefun.sdk.java.io.KafkaEgressMessage;
import org.apache.flink.statefun.sdk.java.message.EgressMessage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Records on their way from a function into a topic. */
final class Answers {

    private Answers() {}

    /** Returns the record under its key, in the bytes that all readers of the topic know. */
    static <T> EgressMessage to(Topic<T> topic, T value) {
        return KafkaEgressMessage.forEgress(AgentTypes.TOPICS)
                .withTopic(topic.name())
                .withKey(topic.keyOf(value).getBytes(StandardCharsets.UTF_8))
                .withValue(topic.newCodec().encode(value))
                .build();
    }

    /**
     * Returns a record that could not be used. A function is not told from which place of the topic
     * it came, so a number made from its bytes stands for it.
     */
    static EgressMessage deadLetter(Topic<?> from, byte[] payload, String reason) {
        return to(
                Topics.DEAD_LETTERS,
                new DeadLetter(
                        from.name(),
                        0,
                        fingerprint(payload),
                        reason,
                        Base64.getEncoder().encodeToString(payload)));
    }

    private static long fingerprint(byte[] payload) {
        return ByteBuffer.wrap(Sha256.of(payload)).getLong() & Long.MAX_VALUE;
    }
}
