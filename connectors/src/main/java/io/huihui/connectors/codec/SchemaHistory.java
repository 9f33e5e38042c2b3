package io.huihui.connectors.codec;

import org.apache.avro.Schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every version of one topic's schema, oldest first: what a reader may meet in the topic. */
public final class SchemaHistory {

    private static final String ROOT = "/huihui/avro/";

    private final String topic;
    private final List<Schema> versions;
    private final long[] fingerprints;

    private SchemaHistory(String topic, List<Schema> versions) {
        this.topic = topic;
        this.versions = List.copyOf(versions);
        this.fingerprints =
                versions.stream().mapToLong(schema -> SingleObject.fingerprint(schema)).toArray();
    }

    /** Returns the history made of these versions, oldest first. */
    public static SchemaHistory of(String topic, List<Schema> versions) {
        if (versions.isEmpty()) {
            throw new IllegalStateException(
                    "need "
                            + ROOT
                            + topic
                            + "/v1.avsc on the class path, was absent; generate it as"
                            + " docs/topics.md says");
        }
        return new SchemaHistory(topic, versions);
    }

    /** Returns the history that stands in the schemas module under the topic's short name. */
    public static SchemaHistory load(String topic) {
        return of(topic, versions(topic));
    }

    /** Returns the versions on the class path, oldest first; empty when there is none. */
    static List<Schema> versions(String topic) {
        List<Schema> versions = new ArrayList<>();
        while (true) {
            String path = ROOT + topic + "/v" + (versions.size() + 1) + ".avsc";
            try (InputStream in = SchemaHistory.class.getResourceAsStream(path)) {
                if (in == null) {
                    return versions;
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                versions.add(new Schema.Parser().parse(text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(path, unreadable);
            }
        }
    }

    public String topic() {
        return topic;
    }

    public List<Schema> versions() {
        return versions;
    }

    public Schema latest() {
        return versions.get(versions.size() - 1);
    }

    /** Returns the schema with this fingerprint, or null when no version has it. */
    Schema byFingerprint(long fingerprint) {
        for (int version = 0; version < fingerprints.length; version++) {
            if (fingerprints[version] == fingerprint) {
                return versions.get(version);
            }
        }
        return null;
    }
}
