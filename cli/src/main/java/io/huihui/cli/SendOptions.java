package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topic;
import io.huihui.models.OutsideResults;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What is sent to a running job, from when on it holds, and whether it is only looked at. */
final class SendOptions {

    /** Who sends, in the record. */
    static final String SOURCE = "huihui-cli";

    @Parameters(paramLabel = "FILE", description = "What to send; the form is in docs.")
    private Path file;

    @Option(names = "--check", description = "Only say whether it is understood.")
    private boolean check;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Event time after which it holds, e.g. 2026-01-05T14:30:00Z (default: now). A"
                            + " simulated or replayed market has a time of its own.")
    private String from;

    @Mixin private BrokerOptions broker;

    private final long now = now();

    /** Whether nothing is to be sent. */
    boolean onlyChecks() {
        return check;
    }

    Path file() {
        return file;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError("need a readable UTF-8 file, was none at " + file, e);
        }
    }

    /** Returns the event time after which it holds. */
    long holdsMillis() {
        if (from == null) {
            return now;
        }
        try {
            return Instant.parse(from).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "need --from as in 2026-01-05T14:30:00Z, was "
                            + from
                            + "; leave it out for now",
                    e);
        }
    }

    /** Returns a number that is larger for what is sent later: of two for one time that holds. */
    long sequence() {
        return now;
    }

    <T> void send(Topic<T> topic, T what) {
        String address = broker.address();
        // A producer waits for a minute for a broker that is not there, and says so in other words.
        KafkaTopics.require(address, List.of(topic));
        try (KafkaFeeder feeder = new KafkaFeeder(address)) {
            feeder.send(topic, what);
            feeder.flush();
        }
    }

    @OutsideResults("When a person sent it.")
    private static long now() {
        return System.currentTimeMillis();
    }
}
