package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.provider.StubServer;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.ChainSlice;
import io.huihui.stack.KafkaServer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The command against a provider and a broker of this machine. */
class GatewayIT {

    private static final String TRADIER =
            "symbols=[{symbol: SPY, primary: TRADIER, fallback: NONE}]";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatAProviderSaysIsInTheTopics() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                StubServer server = new StubServer(GatewayIT::answer)) {
            KafkaTopics.ensure(kafka.bootstrapServers(), 1);

            int exit = once(kafka, server, "mostDaysToExpiry=3660", "tradier.deadlineMillis=60000");

            assertThat(exit).as(err.toString()).isZero();
            assertThat(out).hasToString("SPY: tradier, 1 contracts, no signed flow\n");
            List<ConsumerRecord<byte[], byte[]>> chains =
                    WrittenRecords.of(kafka.bootstrapServers(), Topics.CHAINS.name());
            assertThat(chains).hasSize(1);
            ChainSlice slice = Topics.CHAINS.newCodec().decode(chains.get(0).value());
            assertThat(slice.symbol()).isEqualTo("SPY");
            assertThat(slice.rows().get(0).bid()).isEqualTo(4.5);
            assertThat(WrittenRecords.of(kafka.bootstrapServers(), Topics.UNDERLYINGS.name()))
                    .hasSize(1);
        }
    }

    @Test
    void aProviderThatRefusesIsALineAndAFailure() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                StubServer server = new StubServer(call -> StubServer.Answer.status(401))) {
            KafkaTopics.ensure(kafka.bootstrapServers(), 1);

            int exit = once(kafka, server);

            assertThat(exit).isEqualTo(ExitCodes.FAILED);
            assertThat(out.toString())
                    .startsWith("SPY: nothing: need an answer of tradier")
                    .contains("status 401; check HUIHUI_TRADIER_TOKEN")
                    .hasLineCount(1);
        }
    }

    private static StubServer.Answer answer(StubServer.Call call) {
        if (call.path().endsWith("/quotes")) {
            return StubServer.Answer.ok(
                    "{\"quotes\":{\"quote\":{\"symbol\":\"SPY\",\"last\":600.5}}}");
        }
        if (call.path().endsWith("/expirations")) {
            return StubServer.Answer.ok("{\"expirations\":{\"date\":[\"2035-01-19\"]}}");
        }
        return StubServer.Answer.ok(
                "{\"options\":{\"option\":{\"symbol\":\"SPY350119C00600000\",\"option_type\":\"call\","
                        + "\"expiration_date\":\"2035-01-19\",\"contract_size\":100,\"strike\":600,"
                        + "\"bid\":4.5,\"ask\":4.7}}}");
    }

    private int once(KafkaServer kafka, StubServer server, String... settings) {
        List<String> words =
                new ArrayList<>(List.of("--once", "--brokers", kafka.bootstrapServers()));
        List<String> all = new ArrayList<>(List.of(settings));
        Collections.addAll(all, TRADIER, "tradier.address=" + server.address());
        for (String setting : all) {
            Collections.addAll(words, "--set", setting);
        }
        CommandLine line =
                new CommandLine(new Gateway(variable -> "secret"))
                        .setExecutionExceptionHandler(new ExitCodes());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words.toArray(String[]::new));
    }
}
