package io.huihui.benchmarks.evaluate.conflict;

import io.huihui.agents.LanguageModel;
import io.huihui.agents.LanguageModelSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language model behind an OpenAI-compatible endpoint of this machine, good or bad: the real
 * client speaks to it over HTTP.
 */
final class ModelStub implements AutoCloseable {

    /** How it behaves. */
    enum Manner {
        GOOD,
        /** Answers long after everybody's deadline. */
        SLOW,
        /** Other decisions, metrics nobody named, numbers of its own, nothing, errors. */
        LYING
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DECISION = Pattern.compile("Decision (UP|DOWN|FLAT)");
    private static final long SLOW_MILLIS = 2_000;
    private static final int BROKEN = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Manner manner;
    private final AtomicInteger asked = new AtomicInteger();

    ModelStub(Manner manner) throws IOException {
        this.manner = manner;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns the client that the agents use, pointed at this stub. */
    LanguageModel client(Duration deadline) {
        return LanguageModel.of(
                new LanguageModelSettings(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                        "stub",
                        "none",
                        deadline));
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode messages =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("messages");
        Matcher decision = DECISION.matcher(messages.path(0).path("content").asText());
        String said = decision.find() ? decision.group(1) : "";
        String told = messages.path(1).path("content").asText();
        int number = asked.getAndIncrement();
        if (manner == Manner.SLOW) {
            pause();
        }
        String words = manner == Manner.LYING ? lie(number, said) : good(said, told);
        byte[] body =
                JSON.writeValueAsBytes(
                        JSON.createObjectNode()
                                .put("id", "stub-" + number)
                                .put("object", "chat.completion")
                                .put("model", "stub")
                                .set(
                                        "choices",
                                        JSON.createArrayNode()
                                                .add(
                                                        JSON.createObjectNode()
                                                                .put("index", 0)
                                                                .put("finish_reason", "stop")
                                                                .set(
                                                                        "message",
                                                                        JSON.createObjectNode()
                                                                                .put(
                                                                                        "role",
                                                                                        "assistant")
                                                                                .put(
                                                                                        "content",
                                                                                        words)))));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(words == null ? BROKEN : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Repeats what it was told, in another order. */
    private static String good(String decision, String told) {
        String first = told.substring(0, told.indexOf(". ") + 1);
        return "Decision " + decision + ". " + first;
    }

    private static String lie(int number, String decision) {
        List<String> lies =
                Arrays.asList(
                        "Decision " + (decision.equals("UP") ? "DOWN" : "UP") + ", without doubt.",
                        "Decision " + decision + ", because MAGIC_INDEX says so.",
                        "Decision " + decision + " with a certainty of 99.87%.",
                        "Decision " + decision + " now, then decision " + other(decision) + ".",
                        "I am a language model and cannot say.",
                        "",
                        ("Decision " + decision + ". ").repeat(60),
                        null);
        return lies.get(number % lies.size());
    }

    private static String other(String decision) {
        return decision.equals("FLAT") ? "UP" : "FLAT";
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
