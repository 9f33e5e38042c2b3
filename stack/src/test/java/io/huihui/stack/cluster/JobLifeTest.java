package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A cluster that answers as Flink 2.3 does, and cannot save a job now and then. */
class JobLifeTest {

    private static final String RUNNING =
            "{'jid':'j','state':'RUNNING','vertices':[{'name':'v','parallelism':1,'tasks':"
                    + "{'RUNNING':1,'FINISHED':0}}],'timestamps':{'RESTARTING':0}}";

    private static final String FAILED =
            "{'status':{'id':'COMPLETED'},'operation':{'failure-cause':{'stack-trace':"
                    + "'CheckpointException: Checkpoint Coordinator is suspending.'}}}";

    private static final String SAVED =
            "{'status':{'id':'COMPLETED'},'operation':{'location':'file:/savepoints/s'}}";

    @TempDir Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private int failures;
    private URI address;
    private JobLife life;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                    byte[] answer =
                            answer(call).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        life = new JobLife(address, new ReleaseFolder(folder), said::add, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String answer(String call) {
        if (call.startsWith("POST") || call.startsWith("PATCH")) {
            asked.add(call);
        }
        return switch (call) {
            case "POST /jobs/j/savepoints" -> "{'request-id':'save'}";
            case "GET /jobs/j/savepoints/save" -> failures-- > 0 ? FAILED : SAVED;
            case "GET /jobs/j/checkpoints" -> "{'counts':{'completed':7,'failed':1},'latest':{}}";
            default -> RUNNING;
        };
    }

    private String saved() {
        return life.saved("j", jobId -> new FlinkRest(address).savepoint(jobId, null));
    }

    @Test
    void aJobThatCannotBeSavedAtOnceIsTriedAgain() {
        failures = 3;

        assertThat(saved()).isEqualTo("file:/savepoints/s");
        assertThat(said)
                .hasSize(3)
                .allSatisfy(
                        sentence ->
                                assertThat(sentence)
                                        .contains("suspending")
                                        .endsWith("; trying again"));
    }

    @Test
    void oneThatCannotBeSavedAtAllGoesOn() {
        failures = 4;

        assertThatThrownBy(() -> saved())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("the savepoint of job j failed");
        assertThat(asked).containsOnly("POST /jobs/j/savepoints");
    }
}
