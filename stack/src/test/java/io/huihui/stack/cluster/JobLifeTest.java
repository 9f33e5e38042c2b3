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

/** A cluster that answers as Flink 2.3 does, and refuses to stop a job. */
class JobLifeTest {

    private static final String RUNNING =
            "{'jid':'j','state':'RUNNING','vertices':[{'name':'v','parallelism':1,'tasks':"
                    + "{'RUNNING':1,'FINISHED':0}}],'timestamps':{'RESTARTING':0}}";

    private static final String FAILED =
            "{'status':{'id':'COMPLETED'},'operation':{'failure-cause':{'stack-trace':"
                    + "'FinishedTaskStateProvider: the vertex has used UnionListState'}}}";

    private static final String SAVED =
            "{'status':{'id':'COMPLETED'},'operation':{'location':'file:/savepoints/s'}}";

    @TempDir Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private boolean savepointsFail;
    private boolean cancelled;
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
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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
        if (call.startsWith("PATCH")) {
            cancelled = true;
            return "{}";
        }
        return switch (call) {
            case "POST /jobs/j/stop" -> "{'request-id':'stop'}";
            case "POST /jobs/j/savepoints" -> "{'request-id':'save'}";
            case "GET /jobs/j/savepoints/stop" -> FAILED;
            case "GET /jobs/j/savepoints/save" -> savepointsFail ? FAILED : SAVED;
            case "GET /jobs/j/checkpoints" -> "{'counts':{'completed':7,'failed':1},'latest':{}}";
            default -> cancelled ? RUNNING.replace("'RUNNING','v", "'CANCELED','v") : RUNNING;
        };
    }

    @Test
    void aJobThatCannotBeStoppedIsSavedWhileItRunsAndCancelled() {
        assertThat(life.stopped("j")).isEqualTo("file:/savepoints/s");

        assertThat(asked)
                .containsExactly(
                        "POST /jobs/j/stop",
                        "POST /jobs/j/savepoints",
                        "PATCH /jobs/j?mode=cancel");
        assertThat(said).hasSize(1);
        assertThat(said.get(0))
                .contains("UnionListState")
                .endsWith("saving it while it runs, and cancelling it then");
    }

    @Test
    void aJobThatCannotBeSavedGoesOn() {
        savepointsFail = true;

        assertThatThrownBy(() -> life.stopped("j"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("the savepoint of job j failed");
        assertThat(asked).doesNotContain("PATCH /jobs/j?mode=cancel");
    }
}
