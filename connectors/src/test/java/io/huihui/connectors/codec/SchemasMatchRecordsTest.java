package io.huihui.connectors.codec;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OrNull;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checked-in schemas are those of the records. To write them anew after a record has changed:
 *
 * <pre>
 * ./mvnw test -pl connectors -am -Dtest=SchemasMatchRecordsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhuihui.schemas=write
 * </pre>
 *
 * {@code write} replaces the latest version, which is right only while it has not been released;
 * {@code next} keeps it and adds the version after it.
 */
class SchemasMatchRecordsTest {

    private static final RecordSources SOURCES = RecordSources.find();
    private static final SchemaWriter WRITER = new SchemaWriter(SOURCES);
    private static final String MODE = System.getProperty("huihui.schemas", "check");

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theLatestSchemaIsThatOfTheRecord(Topic<?> topic) throws IOException {
        Schema generated = new Schema.Parser().parse(WRITER.text(topic.recordClass()));
        if (!MODE.equals("check")) {
            write(topic, generated);
            return;
        }

        Schema latest = topic.schemas().latest();

        assertThat(withoutDocs(latest))
                .as(
                        "schema of %s; if the record was meant to change, generate the schema as"
                                + " the javadoc of this test says",
                        topic)
                .isEqualTo(withoutDocs(generated));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyVersionReadsEveryOther(Topic<?> topic) {
        if (!MODE.equals("check")) {
            return;
        }
        for (Schema reader : topic.schemas().versions()) {
            for (Schema writer : topic.schemas().versions()) {
                assertThat(
                                SchemaCompatibility.checkReaderWriterCompatibility(
                                                withStandIns(reader), writer)
                                        .getType())
                        .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    /**
     * The schema as if each enum had a constant to stand in for those it does not know. That an
     * enum gained constants is no obstacle: readers get a schema before writers do, and refuse only
     * the records that hold a constant unknown to them.
     */
    private static Schema withStandIns(Schema schema) {
        return new Schema.Parser()
                .parse(
                        schema.toString()
                                .replaceAll(
                                        "(\"symbols\":\\[(\"\\w+\")[^]]*])(?!,\"default\")",
                                        "$1,\"default\":$2"));
    }

    /** The javadoc is the authority on what may be missing; the mark tells the wire format. */
    @Test
    void whatTheJavadocCallsNullIsMarkedOrNull() {
        List<String> unmarked = new ArrayList<>();
        Set<Class<?>> classes = new java.util.LinkedHashSet<>();
        Topics.ALL.forEach(topic -> classes.addAll(SchemaWriter.classesOf(topic.recordClass())));
        for (Class<?> type : classes) {
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    boolean boxed = Number.class.isAssignableFrom(component.getType());
                    Optional<String> doc = SOURCES.component(type, component.getName());
                    if (!boxed
                            && !component.isAnnotationPresent(OrNull.class)
                            && doc.filter(text -> text.matches("(?i).*\\bnull\\b.*")).isPresent()) {
                        unmarked.add(type.getSimpleName() + "." + component.getName());
                    }
                }
            }
        }

        assertThat(new TreeSet<>(unmarked)).isEmpty();
    }

    private static void write(Topic<?> topic, Schema generated) throws IOException {
        List<Schema> versions = SchemaHistory.versions(topic.shortName());
        boolean same =
                !versions.isEmpty()
                        && withoutDocs(versions.get(versions.size() - 1))
                                .equals(withoutDocs(generated));
        int version = versions.size() + (MODE.equals("next") && !same ? 1 : 0);
        Path file =
                SOURCES.projectRoot()
                        .resolve("schemas/src/main/resources/huihui/avro")
                        .resolve(topic.shortName())
                        .resolve("v" + Math.max(1, version) + ".avsc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, WRITER.text(topic.recordClass()));
    }

    /** Canonical form with defaults: everything that matters to a reader. */
    private static String withoutDocs(Schema schema) {
        return SchemaNormalization.toParsingForm(schema)
                + schema.toString().replaceAll("\"doc\":\"(?:[^\"\\\\]|\\\\.)*\",?", "");
    }
}
