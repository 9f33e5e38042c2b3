package io.huihui.benchmarks.console;

import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.MissingInputException;
import io.huihui.stack.InstalledChromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A headless Chromium of this machine (named by {@code HUIHUI_CHROMIUM}, or on the PATH) with one
 * page, told what to do by {@link DevTools}.
 */
record Chromium(Process process, BenchFolder profile, DevTools page) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long CLOSING_SECONDS = 15;
    private static final String PORT_FILE = "DevToolsActivePort";
    private static final long POLL_MILLIS = 100;
    private static final int POLLS = 600;

    static Chromium open() throws IOException, InterruptedException {
        BenchFolder profile = BenchFolder.create();
        Process process =
                start(
                        program(),
                        profile.path(),
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "about:blank");
        return new Chromium(process, profile, DevTools.of(pageOf(profile.path())));
    }

    private static URI pageOf(Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve(PORT_FILE);
        for (int poll = 0; poll < POLLS; poll++) {
            List<String> said = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (!said.isEmpty()) {
                URI list = URI.create("http://127.0.0.1:" + said.get(0) + "/json/list");
                for (JsonNode target : JSON.readTree(Said.at(list))) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("need a Chromium that starts within a minute, was none");
    }

    @Override
    public void close() throws IOException {
        page.close();
        try {
            end(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        profile.close();
    }

    /** Starts the browser without a window. */
    static Process start(Path program, Path profile, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--no-first-run",
                                // WebGL by the processor, where there is no card.
                                "--enable-unsafe-swiftshader",
                                "--user-data-dir=" + profile));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends the browser and waits for all of its processes, which write to its profile. */
    static void end(Process browser) throws InterruptedException {
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
        return InstalledChromium.find()
                .orElseThrow(
                        () ->
                                new MissingInputException(
                                        "need Chromium for the page, was none: "
                                                + InstalledChromium.HOW_TO_GET));
    }
}
