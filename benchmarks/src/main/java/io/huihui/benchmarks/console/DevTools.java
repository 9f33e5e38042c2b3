package io.huihui.benchmarks.console;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Talks to a page of Chromium by the DevTools protocol: one question, one answer.
 *
 * <p>Reference: https://chromedevtools.github.io/devtools-protocol
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 120;

    private final Map<Integer, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private DevTools() {}

    /** Connects to a page. */
    static DevTools of(URI page) {
        DevTools tools = new DevTools();
        tools.socket =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, tools).join();
        return tools;
    }

    /**
     * Asks, and returns the answer as JSON.
     *
     * @param parameters a JSON object
     */
    String ask(String method, String parameters) {
        int question = questions.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(question, answer);
        socket.sendText(
                        "{\"id\":"
                                + question
                                + ",\"method\":\""
                                + method
                                + "\",\"params\":"
                                + parameters
                                + "}",
                        true)
                .join();
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Asks, and returns a number of the result, at a JSON pointer; NaN when there is none. */
    double number(String method, String parameters, String pointer) {
        return numberAt(ask(method, parameters), "/result" + pointer);
    }

    /** Asks, and returns a text of the result, at a JSON pointer. */
    String text(String method, String parameters, String pointer) throws IOException {
        return JSON.readTree(ask(method, parameters)).at("/result" + pointer).asText();
    }

    /** Returns the number that a script, or what it promises, gives. */
    double evaluate(String script) {
        return number("Runtime.evaluate", evaluation(script), "/result/value");
    }

    /** Runs a script, and waits for what it promises. */
    void run(String script) {
        ask("Runtime.evaluate", evaluation(script));
    }

    private static String evaluation(String script) {
        try {
            return "{\"returnByValue\":true,\"awaitPromise\":true,\"expression\":"
                    + JSON.writeValueAsString(script)
                    + "}";
        } catch (IOException e) {
            throw new IllegalStateException("need a script, was " + script, e);
        }
    }

    /** Returns a script that promises the page's time at the first frame at which this holds. */
    static String whenever(String condition) {
        return "new Promise(there => { const look = () => { if ("
                + condition
                + ") requestAnimationFrame(() => there(performance.now()));"
                + " else requestAnimationFrame(look); }; look(); })";
    }

    private static double numberAt(String text, String pointer) {
        try {
            return JSON.readTree(text).at(pointer).asDouble(Double.NaN);
        } catch (IOException e) {
            throw new IllegalStateException("need an answer of DevTools, was " + text, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String message = part.toString();
            part.setLength(0);
            // What is no answer has no id; NaN becomes 0, which nobody asked.
            int question = (int) numberAt(message, "/id");
            CompletableFuture<String> waiting = asked.remove(question);
            if (waiting != null) {
                waiting.complete(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
