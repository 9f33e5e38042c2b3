package io.huihui.stack.cluster;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestClientTest {

    @Test
    void shouldTakeTheLastCauseOfAStackTrace() {
        String trace =
                """
                org.apache.flink.util.FlinkException: Could not run
                \tat org.apache.flink.Here.run(Here.java:1)
                Caused by: java.lang.RuntimeException: wrapped
                \tat org.apache.flink.There.run(There.java:2)
                Caused by: java.lang.IllegalStateException: need a uid, was none
                \t... 3 more
                """;

        assertThat(RestClient.rootCause(trace))
                .isEqualTo("java.lang.IllegalStateException: need a uid, was none");
    }

    @Test
    void shouldTakeOurSentenceRatherThanWhatLiesBelowIt() {
        String trace =
                """
                org.apache.flink.client.program.ProgramInvocationException: The main method failed
                Caused by: io.huihui.connectors.batch.InvalidTargetException: need Postgres, was closed
                \tat io.huihui.Here.run(Here.java:1)
                Caused by: java.net.ConnectException: Connection refused
                """;

        assertThat(RestClient.rootCause(trace)).isEqualTo("need Postgres, was closed");
    }

    @Test
    void shouldTakeTheFirstLineWhereThereIsNoCause() {
        assertThat(RestClient.rootCause("\n[Jar file x.jar does not exist]\n"))
                .isEqualTo("[Jar file x.jar does not exist]");
    }
}
