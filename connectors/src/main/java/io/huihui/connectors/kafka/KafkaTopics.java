package io.huihui.connectors.kafka;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Creates the topics that are missing. */
public final class KafkaTopics {

    /** A broker on the same network answers at once; a longer wait is an absent broker. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CANARY_KEPT = Duration.ofHours(1);

    private KafkaTopics() {}

    /**
     * Creates every topic that is missing; those that exist are left as they are.
     *
     * @param partitions of each new topic
     * @throws KafkaUnavailableException with one sentence when the brokers cannot be reached
     */
    public static void ensure(String bootstrapServers, int partitions) {
        ask(
                bootstrapServers,
                admin -> {
                    List<NewTopic> created =
                            createMissing(
                                    admin,
                                    Topics.ALL.stream()
                                            .map(topic -> newTopic(topic, partitions))
                                            .toList());
                    awaitLeaders(admin, created, partitions);
                });
    }

    /**
     * Creates the topics of a version on trial that are missing, with the broker's own number of
     * partitions; what is in them is dropped after an hour.
     *
     * @throws KafkaUnavailableException with one sentence when the brokers cannot be reached
     */
    public static void ensureCanary(String bootstrapServers, List<? extends Topic<?>> topics) {
        ask(
                bootstrapServers,
                admin ->
                        createMissing(
                                admin, topics.stream().map(KafkaTopics::newCanaryTopic).toList()));
    }

    /** Returns those of the topics that it created. */
    private static List<NewTopic> createMissing(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing =
                topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
        admin.createTopics(missing).all().get();
        return missing;
    }

    /**
     * Looks whether the brokers answer and have every topic.
     *
     * @throws KafkaUnavailableException with one sentence when not
     */
    public static void require(String bootstrapServers) {
        require(bootstrapServers, Topics.ALL);
    }

    /**
     * Looks whether the brokers answer and have these topics.
     *
     * @throws KafkaUnavailableException with one sentence when not
     */
    public static void require(String bootstrapServers, List<? extends Topic<?>> topics) {
        ask(
                bootstrapServers,
                admin -> {
                    Set<String> existing = admin.listTopics().names().get();
                    List<String> missing =
                            topics.stream()
                                    .map(Topic::name)
                                    .filter(name -> !existing.contains(name))
                                    .toList();
                    if (!missing.isEmpty()) {
                        throw new KafkaUnavailableException(
                                "need the topics "
                                        + String.join(", ", missing)
                                        + " on Kafka at "
                                        + bootstrapServers
                                        + ", was without; create them, docs/topics.md lists all",
                                null);
                    }
                });
    }

    private interface Question {
        void ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static void ask(String bootstrapServers, Question question) {
        try (Admin admin = admin(bootstrapServers)) {
            BrokerAddresses.awaitListener(bootstrapServers);
            question.ask(admin);
        } catch (ExecutionException failed) {
            throw unavailable(bootstrapServers, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(bootstrapServers, interrupted);
        }
    }

    /**
     * Returns a client.
     *
     * @throws KafkaUnavailableException when the address is none, e.g. of an unknown host
     */
    private static Admin admin(String bootstrapServers) {
        Properties properties = new Properties();
        properties.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        String patience = Long.toString(PATIENCE.toMillis());
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        try {
            return Admin.create(properties);
        } catch (KafkaException unusable) {
            Throwable cause = unusable.getCause() == null ? unusable : unusable.getCause();
            throw unavailable(bootstrapServers, cause);
        }
    }

    /**
     * Asks the leader of every new partition for its end. A partition is listed a moment before its
     * leader takes records; a producer that fills it in that moment sees its first batch refused
     * and the second taken, and then waits in vain for the first ("out of order sequence").
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics, int partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    static KafkaUnavailableException unavailable(String servers, Throwable cause) {
        return new KafkaUnavailableException(
                "need Kafka at "
                        + servers
                        + ", was not usable ("
                        + cause.getMessage()
                        + "); start it or correct the address",
                cause);
    }

    /** The broker's own replication; dead letters may be longer than what they quote. */
    private static NewTopic newTopic(Topic<?> topic, int partitions) {
        NewTopic created = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
        if (topic == Topics.DEAD_LETTERS) {
            created.configs(
                    Map.of(
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(KafkaSinks.LONGEST_MESSAGE_BYTES)));
        }
        return created;
    }

    private static NewTopic newCanaryTopic(Topic<?> topic) {
        return new NewTopic(topic.canaryName(), Optional.empty(), Optional.empty())
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(CANARY_KEPT.toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(KafkaSinks.LONGEST_MESSAGE_BYTES)));
    }
}
