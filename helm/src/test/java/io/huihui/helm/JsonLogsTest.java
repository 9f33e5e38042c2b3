package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A line of the log as JSON, as the file of settings that ships makes it. */
class JsonLogsTest {

    private static JsonNode line(Log4jLogEvent event) throws IOException {
        try (LoggerContext context = new LoggerContext("json");
                InputStream in =
                        Files.newInputStream(
                                Path.of("../flink-conf/production/log4j2-json.properties"))) {
            Configuration settings =
                    ConfigurationFactory.getInstance()
                            .getConfiguration(
                                    context,
                                    new ConfigurationSource(in, Path.of("log4j2-json.properties")));
            settings.initialize();
            byte[] line = settings.getAppender("console").getLayout().toByteArray(event);
            return Chart.YAML.readTree(new String(line, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLineAboutASnapshotHasItsIdAndTheStackTraceIsInIt() throws IOException {
        SortedArrayStringMap fields = new SortedArrayStringMap();
        fields.putValue("snapshot", "SPY@1700000000000");
        JsonNode line =
                line(
                        Log4jLogEvent.newBuilder()
                                .setLoggerName("io.huihui.operators.expert.Answers")
                                .setLevel(Level.WARN)
                                .setMessage(new SimpleMessage("an expert failed"))
                                .setContextData(fields)
                                .setThrown(new IllegalStateException("no prices"))
                                .build());
        assertThat(line.get("snapshot").asText()).isEqualTo("SPY@1700000000000");
        assertThat(line.get("log.level").asText()).isEqualTo("WARN");
        assertThat(line.get("message").asText()).isEqualTo("an expert failed");
        assertThat(line.get("error.stack_trace").asText()).contains("no prices").contains("\tat ");
    }
}
