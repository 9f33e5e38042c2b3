package io.huihui.stack.cluster;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads answers as Flink 2.3 gives them. */
class FlinkRestTest {

    private HttpServer server;
    private FlinkRest flink;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/jobs/j/checkpoints", "{'counts':{'completed':7,'failed':1},'latest':{}}");
        server.start();
        flink = new FlinkRest(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldNotTakeAVertexForRunningBeforeAllItsTasksRun() {
        answer("/jobs/j", job(vertex(3, 3, 0), vertex(3, 2, 0)));

        JobStatus status = flink.status("j");

        assertThat(status)
                .isEqualTo(new JobStatus("RUNNING", false, 3, 7, 1, null, 1_764_225_045_332L));
    }

    @Test
    void shouldSeeThatAllTasksRunOrHaveDoneTheirWork() {
        answer("/jobs/j", job(vertex(3, 3, 0), vertex(2, 1, 1)));

        assertThat(flink.status("j").allTasksRunning()).isTrue();
    }

    @Test
    void shouldTellThatAJobHasNeverRestarted() {
        answer(
                "/jobs/j",
                "{'jid':'j','state':'RUNNING','vertices':[],'timestamps':{'RESTARTING':0}}");

        assertThat(flink.status("j").lastRestartMillis()).isNull();
    }

    @Test
    void shouldNotTakeAJobWithoutTasksForRunning() {
        answer("/jobs/j", job());

        assertThat(flink.status("j").allTasksRunning()).isFalse();
    }

    @Test
    void shouldWaitForTheReasonOfARestartThatIsCountedBeforeItIsTold() {
        answer("/jobs/j", job(vertex(1, 1, 0)));
        answer(
                "/jobs/j/exceptions",
                "{'exceptionHistory':{'entries':[]}}",
                "{'exceptionHistory':{'entries':[{'stacktrace':'a bug of the new version'}]}}");

        assertThat(HealthCheck.DEFAULT.complaint(flink, "j"))
                .contains("it is RUNNING after: a bug of the new version");
    }

    @Test
    void shouldForgiveAsManyRestartsOfAStartAsItMayTake() {
        String[] twoRestarts = {
            jobRestartedAt(0, vertex(1, 0, 0)),
            jobRestartedAt(100, vertex(1, 0, 0)),
            jobRestartedAt(100, vertex(1, 0, 0)),
            jobRestartedAt(200, vertex(1, 1, 0))
        };
        answer("/jobs/patient", twoRestarts);
        answer("/jobs/strict", twoRestarts);
        for (String id : new String[] {"patient", "strict"}) {
            answer(
                    "/jobs/" + id + "/checkpoints",
                    "{'counts':{'completed':1,'failed':0},'latest':{}}");
            answer(
                    "/jobs/" + id + "/exceptions",
                    "{'exceptionHistory':{'entries':[{'stacktrace':'asked in vain'}]}}");
        }

        Duration start = Duration.ofMinutes(1);
        assertThat(new HealthCheck(start, Duration.ZERO, 2).complaint(flink, "patient")).isEmpty();
        assertThat(new HealthCheck(start, Duration.ZERO, 1).complaint(flink, "strict"))
                .contains("it is RUNNING after: asked in vain");
    }

    @Test
    void shouldNameTheTaskManagersThatWork() {
        answer(
                "/taskmanagers",
                "{'taskmanagers':[{'id':'idle','slotsNumber':2,'freeSlots':2},"
                        + "{'id':'half','slotsNumber':2,'freeSlots':1},"
                        + "{'id':'full','slotsNumber':2,'freeSlots':0}]}");

        assertThat(flink.workingTaskManagers()).containsExactlyInAnyOrder("half", "full");
    }

    private static String job(String... vertices) {
        return jobRestartedAt(1_764_225_045_332L, vertices);
    }

    private static String jobRestartedAt(long millis, String... vertices) {
        return "{'jid':'j','state':'RUNNING','timestamps':{'RUNNING':1764225046819,"
                + "'RESTARTING':"
                + millis
                + ",'FAILED':0},'vertices':["
                + String.join(",", vertices)
                + "]}";
    }

    /** Flink says RUNNING of a vertex as soon as one of its tasks runs. */
    private static String vertex(int parallelism, int running, int finished) {
        return "{'status':'RUNNING','parallelism':%d,'tasks':{'DEPLOYING':%d,'RUNNING':%d,'FINISHED':%d}}"
                .formatted(parallelism, parallelism - running - finished, running, finished);
    }

    /** Gives the answers in turn, the last one for ever. */
    private void answer(String path, String... answers) {
        AtomicInteger asked = new AtomicInteger();
        server.createContext(
                path,
                exchange -> {
                    String json = answers[Math.min(asked.getAndIncrement(), answers.length - 1)];
                    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
