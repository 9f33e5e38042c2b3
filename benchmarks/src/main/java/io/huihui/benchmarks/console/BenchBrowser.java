package io.huihui.benchmarks.console;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.MissingInputException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Serves the page of {@code bench compass} on loopback, opens it in the Chromium of this machine
 * and waits for what the page tells.
 */
final class BenchBrowser {

    private static final long LONGEST_MINUTES = 8;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final CompletableFuture<CompassTimes> told = new CompletableFuture<>();

    private BenchBrowser() {}

    /**
     * Returns what the page measured.
     *
     * @throws MissingInputException when this machine has no Chromium
     */
    static CompassTimes measure(Bench.Progress progress) {
        Path program = Chromium.program();
        progress.say("in " + program);
        try {
            return new BenchBrowser().open(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the page of the bench failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "need an answer of the page within "
                            + LONGEST_MINUTES
                            + " minutes, was none; is "
                            + program
                            + " able to run headless?",
                    e);
        }
    }

    private CompassTimes open(Path program)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        try (BenchFolder profile = BenchFolder.create()) {
            Process browser =
                    Chromium.start(
                            program,
                            profile.path(),
                            "--window-size=1400,1800",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            try {
                return told.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            } finally {
                Chromium.end(browser);
            }
        } finally {
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            // With both the browser lets the page read its clock to 5 us instead of 100.
            exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
            exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
            switch (exchange.getRequestURI().getPath()) {
                case "/" ->
                        answer(exchange, "/io/huihui/benchmarks/console/compass.html", "text/html");
                case "/compass.js" ->
                        answer(exchange, "/console/bench/compass.js", "text/javascript");
                case "/times" -> told.complete(times(exchange));
                case "/failed" ->
                        told.completeExceptionally(new IllegalStateException(text(exchange)));
                default -> exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        } catch (IOException | RuntimeException e) {
            told.completeExceptionally(e);
        }
    }

    private static CompassTimes times(HttpExchange exchange) throws IOException {
        return new ObjectMapper().readValue(text(exchange), CompassTimes.class);
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String resource, String kind)
            throws IOException {
        try (InputStream in = BenchBrowser.class.getResourceAsStream(resource)) {
            byte[] bytes = in.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", kind + "; charset=utf-8");
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
