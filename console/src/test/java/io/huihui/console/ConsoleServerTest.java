package io.huihui.console;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConsoleServerTest {

    /** Nobody listens there; the console starts all the same. */
    private static final ConsoleSources NO_SOURCES =
            new ConsoleSources("127.0.0.1:9", null, "", "", null, "", "", null, "huihui");

    private final ConsoleServer server = ConsoleServer.start(ConsoleSettings.local(0), NO_SOURCES);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsThatItIsThere() throws Exception {
        assertThat(get("health").body()).isEqualTo(ConsoleServer.HEALTHY);
    }

    @Test
    void answersForbidWhatIsNotFromThisServer() throws Exception {
        HttpResponse<String> answer = get("health");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'", "script-src 'self'")
                                        .doesNotContain("unsafe", "*", "http:"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void nobodyListensBeyondThisMachineWithoutAToken() {
        assertThatThrownBy(() -> new ConsoleSettings("0.0.0.0", 0, ""))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need a token in HUIHUI_CONSOLE_TOKEN");
        assertThatThrownBy(() -> new ConsoleSettings("127.0.0.1", 0, "short"))
                .hasMessageContaining("24 characters");
        assertThat(new ConsoleSettings("0.0.0.0", 0, "x".repeat(24)).toString())
                .doesNotContain("xx");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
