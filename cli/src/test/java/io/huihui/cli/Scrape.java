package io.huihui.cli;

import io.huihui.stack.LocalSettings;
import io.huihui.stack.ProjectRoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads metrics of a local cluster as Prometheus does, until it is closed. */
final class Scrape implements AutoCloseable {

    private static final int EVERY_MILLIS = 5_000;

    /** A TaskManager on a busy machine takes long to list its thousands of metrics. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern PORTS =
            Pattern.compile("metrics\\.reporter\\.prometheus\\.port: (\\d+)-(\\d+)");
    private static final Pattern QUERIED = Pattern.compile("flink_\\w+");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)[{ ]");

    private final Set<String> names = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::run, "scrape");
    private final HttpClient client = HttpClient.newHttpClient();

    static Scrape begin() {
        Scrape scrape = new Scrape();
        scrape.thread.start();
        return scrape;
    }

    /** Returns what the dashboard and the alerts ask for. */
    static Set<String> queried() throws IOException {
        Path helm = ProjectRoot.find().resolve("helm/huihui");
        String all =
                Files.readString(helm.resolve("dashboards/huihui.json"))
                        + Files.readString(helm.resolve("files/alerts.yaml"));
        return QUERIED.matcher(all)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of all metrics that were there at any time. */
    Set<String> names() {
        return names;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY_MILLIS);
                once();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void once() throws IOException, InterruptedException {
        Matcher ports =
                PORTS.matcher(Files.readString(LocalSettings.folder().resolve("config.yaml")));
        if (!ports.find()) {
            throw new IOException("need a range of ports for Prometheus, was none");
        }
        int last = Integer.parseInt(ports.group(2));
        for (int port = Integer.parseInt(ports.group(1)); port <= last; port++) {
            URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
            try {
                String text =
                        client.send(
                                        HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body();
                SAMPLE.matcher(text).results().forEach(sample -> names.add(sample.group(1)));
            } catch (IOException nobody) {
                // Nobody serves here, or not any more.
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
