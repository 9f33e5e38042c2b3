package io.huihui.benchmarks.console;

import io.huihui.benchmarks.BenchFolder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A headless Chromium of this machine with one page, told what to do by {@link DevTools}. */
record Chromium(Process process, BenchFolder profile, DevTools page) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PORT_FILE = "DevToolsActivePort";
    private static final long POLL_MILLIS = 100;
    private static final int POLLS = 600;

    static Chromium open() throws IOException, InterruptedException {
        BenchFolder profile = BenchFolder.create();
        Process process =
                new ProcessBuilder(
                                BenchBrowser.program().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--no-first-run",
                                "--enable-unsafe-swiftshader",
                                "--window-size=1280,900",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile.path(),
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
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
            BenchBrowser.close(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        profile.close();
    }
}
