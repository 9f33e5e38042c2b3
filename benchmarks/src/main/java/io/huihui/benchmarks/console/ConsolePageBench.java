package io.huihui.benchmarks.console;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.models.OutsideResults;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalConsole;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench console-page}: the page in headless Chromium, served by the real server, with live
 * results of a hundred symbols. How soon it shows something, what it weighs, and what it holds in
 * memory through half an hour in which all views are looked at every minute, once it holds the
 * twenty minutes that it is meant to hold. That is taken after a full collection of garbage: the
 * heap of the script, and the buffers it holds. It takes 53 minutes.
 */
public final class ConsolePageBench implements Bench {

    private static final double GOAL_PAINT_MILLIS = 1_500;
    private static final double GOAL_BYTES = 400_000;

    /** More than that in half an hour is growth, not noise: of what the page holds. */
    private static final double GOAL_GROWTH = 0.05;

    private static final int PARTITIONS = 4;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final int LOADS = 11;
    private static final double MINUTES = 30;

    /** Each a little less than a minute. */
    private static final int ROUNDS = 34;

    /** Twenty-one minutes: the page keeps what the last twenty of the feed brought. */
    private static final int FILLING_ROUNDS = 24;

    private static final Duration LOOK = Duration.ofSeconds(7);
    private static final Duration LAST_LOOK = Duration.ofSeconds(11);
    private static final List<String> VIEWS =
            List.of("compass", "regime", "flow", "sentiment", "decisions", "health", "overview");

    /** Resolves once all symbols stand in the table, and have been painted. */
    private static final String TABLE =
            DevTools.whenever(
                    "document.querySelectorAll('tbody tr').length >= " + ResultsFeed.SYMBOLS);

    /** Resolves once their compasses have been drawn, too. */
    private static final String COMPASSES =
            DevTools.whenever(
                    "(document.querySelector('compass-board')?.drawnBy ?? 'none') !== 'none'");

    private static final String PAINTED =
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN";

    /** Of the page itself: its three files, without what it then asks of the server. */
    private static final String WEIGHT =
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".filter(each => !each.name.includes('/api/'))"
                    + ".reduce((sum, each) => sum + each.%s, 0)";

    @Override
    public String name() {
        return "console-page";
    }

    @Override
    public String question() {
        return "How soon does the console's page show something, what does it weigh, and does it grow?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                KafkaServer kafka = KafkaServer.start(folder.path().resolve("kafka"))) {
            KafkaTopics.ensure(kafka.bootstrapServers(), PARTITIONS);
            progress.say("simulating what the job writes");
            try (ResultsFeed feed = ResultsFeed.start(kafka.bootstrapServers());
                    LocalConsole console =
                            ConsoleBench.console(folder.path(), kafka.bootstrapServers());
                    Chromium browser = Chromium.open()) {
                return measure(browser.page(), console.address(), feed, progress);
            }
        } catch (IOException e) {
            throw new IllegalStateException("need servers and a browser, was " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Result measure(DevTools page, URI console, ResultsFeed feed, Progress progress)
            throws InterruptedException {
        double[] painted = new double[LOADS];
        double[] meaningful = new double[LOADS];
        double[] drawn = new double[LOADS];
        for (int load = 0; load < LOADS; load++) {
            go(page, "about:blank");
            page.ask("Network.clearBrowserCache", "{}");
            go(page, console.resolve("/#/overview").toString());
            meaningful[load] = page.evaluate(TABLE);
            drawn[load] = page.evaluate(COMPASSES);
            painted[load] = page.evaluate(PAINTED);
        }
        Arrays.sort(painted);
        Arrays.sort(meaningful);
        Arrays.sort(drawn);
        double weight = page.evaluate(String.format(Locale.ROOT, WEIGHT, "encodedBodySize"));
        double unpacked = page.evaluate(String.format(Locale.ROOT, WEIGHT, "decodedBodySize"));
        progress.say(
                String.format(
                        Locale.ROOT,
                        "first paint %.0f ms, all symbols %.0f ms, their compasses %.0f ms; %.0f"
                                + " bytes (%.0f unpacked)",
                        painted[LOADS / 2],
                        meaningful[LOADS / 2],
                        drawn[LOADS / 2],
                        weight,
                        unpacked));
        List<Held> held = watch(page, progress);
        double[] minutes = held.stream().mapToDouble(Held::minute).toArray();
        Growth heap = Growth.of(minutes, held.stream().mapToDouble(Held::heapMegabytes).toArray());
        Growth nodes = Growth.of(minutes, held.stream().mapToDouble(Held::nodes).toArray());
        double behind = feed.behindMillis();
        return new Result(
                List.of(
                        metric("first_paint_millis", painted),
                        metric("meaningful_paint_millis", meaningful),
                        metric("compasses_millis", drawn),
                        Metric.of("page_bytes", weight, "bytes"),
                        Metric.of("page_bytes_unpacked", unpacked, "bytes"),
                        Metric.of("held_megabytes", heap.level(), "MB"),
                        new Metric(
                                "growth_megabytes_per_30_minutes",
                                heap.slope() * MINUTES,
                                heap.low() * MINUTES,
                                heap.high() * MINUTES,
                                null,
                                "MB"),
                        Metric.of("growth_nodes_per_30_minutes", nodes.slope() * MINUTES, "nodes")),
                List.of(
                        Metric.of("minutes", minutes[minutes.length - 1] - minutes[0], "minutes"),
                        Metric.of("sender_behind_millis", behind, "ms"),
                        Metric.of(
                                "load_average",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                "processes")),
                meaningful[LOADS / 2] <= GOAL_PAINT_MILLIS
                        && weight <= GOAL_BYTES
                        && heap.slope() * MINUTES <= GOAL_GROWTH * heap.level());
    }

    /** What a page holds after a collection of garbage. */
    private record Held(double minute, double heapMegabytes, double nodes) {}

    @OutsideResults("when what was held")
    private static List<Held> watch(DevTools page, Progress progress) throws InterruptedException {
        List<Held> held = new ArrayList<>();
        long begin = System.nanoTime();
        for (int round = 1; round <= FILLING_ROUNDS + ROUNDS; round++) {
            for (String view : VIEWS) {
                page.run("location.hash = '#/" + view + "'");
                Thread.sleep(view.equals("overview") ? LAST_LOOK.toMillis() : LOOK.toMillis());
            }
            page.ask("HeapProfiler.collectGarbage", "{}");
            double bytes =
                    page.number("Runtime.getHeapUsage", "{}", "/usedSize")
                            + orZero(
                                    page.number(
                                            "Runtime.getHeapUsage", "{}", "/backingStorageSize"));
            double nodes = page.evaluate("document.querySelectorAll('*').length");
            double minute = (System.nanoTime() - begin) / NANOS_PER_MINUTE;
            Held now = new Held(minute, bytes / BYTES_PER_MEGABYTE, nodes);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "minute %.1f: %.2f MB, %.0f elements",
                            minute,
                            now.heapMegabytes,
                            now.nodes));
            if (round > FILLING_ROUNDS) {
                held.add(now);
            }
        }
        return held;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void go(DevTools page, String address) {
        page.ask("Page.navigate", "{\"url\":\"" + address + "\"}");
    }

    private static Metric metric(String name, double[] sorted) {
        return new Metric(
                name, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], null, "ms");
    }
}
