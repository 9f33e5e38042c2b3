package io.huihui.benchmarks.console;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.MissingInputException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Serves the page of the bench on loopback, opens it in the Chromium of this machine (named by
 * {@code HUIHUI_CHROMIUM}, or on the PATH) and waits for what the page tells.
 */
final class BenchBrowser {

    private static final String NAMED = System.getenv("HUIHUI_CHROMIUM");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long LONGEST_MINUTES = 8;
    private static final long CLOSING_SECONDS = 15;
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
        Path program = program();
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
                    new ProcessBuilder(
                                    program.toString(),
                                    "--headless",
                                    "--no-sandbox",
                                    "--no-first-run",
                                    // WebGL by the processor, where there is no card.
                                    "--enable-unsafe-swiftshader",
                                    "--window-size=1400,1800",
                                    "--user-data-dir=" + profile.path(),
                                    "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                return told.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            } finally {
                close(browser);
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

    /** Ends the browser and waits for all of its processes, which write to its profile. */
    static void close(Process browser) throws InterruptedException {
        List<ProcessHandle> all =
                Stream.concat(browser.descendants(), Stream.of(browser.toHandle())).toList();
        browser.destroy();
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(
                        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ended.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /**
     * Returns the browser.
     *
     * @throws MissingInputException when this machine has none
     */
    static Path program() {
        return find().orElseThrow(
                        () ->
                                new MissingInputException(
                                        "need Chromium for the page of the bench, was none:"
                                                + " apt-get install chromium, or name one in"
                                                + " HUIHUI_CHROMIUM"));
    }

    private static Optional<Path> find() {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Optional.ofNullable(NAMED).map(Path::of).stream(), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
