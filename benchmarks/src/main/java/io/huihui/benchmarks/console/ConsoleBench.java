package io.huihui.benchmarks.console;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.pipeline.Usage;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalConsole;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code bench console}: two hundred clients that each look at a hundred symbols, as the overview
 * of the page does; from when a record is due in Kafka to when a client has it. A real broker, the
 * real server as a process of its own, and a feed of what the main job writes. In turns with slow
 * clients beside them, which must cost the others nothing. The reference is {@link
 * PlainBroadcaster} under the same load, which has no compass to send.
 */
public final class ConsoleBench implements Bench {

    static final int CLIENTS = 200;
    static final int SLOW_CLIENTS = 20;

    /** What the overview asks for. */
    static final String SUBSCRIPTION =
            "{\"topics\":[\"verdicts\",\"directives\",\"market-states\",\"features\",\"compass\"],"
                    + "\"symbols\":[],\"features\":[\"mid\",\"return15m\"]}";

    private static final double GOAL_P95_MILLIS = 100;
    private static final double GOAL_COMPASS_MILLIS = 5;
    private static final int PARTITIONS = 4;

    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final Duration TURN = Duration.ofSeconds(15);

    /** Time for what slow clients change to settle. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private static final int TURNS = 3;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /** What one turn gave. */
    private record Turn(
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double compassP95Millis,
            double recordsPerSecond,
            double megabytesPerSecond,
            double processorShare,
            double behindMillis) {

        private static Turn of(Arrivals.Counted counted, double processorShare, double behind) {
            return new Turn(
                    millis(counted, 50),
                    millis(counted, 95),
                    millis(counted, 99),
                    counted.compasses().getValueAtPercentile(95) / MICROS_PER_MILLI,
                    counted.records().getTotalCount() / (double) (CLIENTS * TURN.toSeconds()),
                    counted.bytes() / BYTES_PER_MEGABYTE / TURN.toSeconds(),
                    processorShare,
                    behind);
        }

        private static double millis(Arrivals.Counted counted, double percentile) {
            return counted.records().getValueAtPercentile(percentile) / MICROS_PER_MILLI;
        }

        private String says(String what) {
            return String.format(
                    Locale.ROOT,
                    "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, compass p95 %.0f ms; a client and"
                            + " second %.0f records; %.1f MB/s; %.2f processors; sender at most"
                            + " %.0f ms behind; load %.1f",
                    what,
                    p50Millis,
                    p95Millis,
                    p99Millis,
                    compassP95Millis,
                    recordsPerSecond,
                    megabytesPerSecond,
                    processorShare,
                    behindMillis,
                    load());
        }
    }

    /** The turns of a server, alone and with slow clients. */
    private record Measured(List<Turn> alone, List<Turn> beside, int lost, boolean compressed) {}

    @Override
    public String name() {
        return "console";
    }

    @Override
    public String question() {
        return "How long from a record in Kafka to the sockets of 200 clients, each with 100 symbols?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                KafkaServer kafka = KafkaServer.start(folder.path().resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            KafkaTopics.ensure(servers, PARTITIONS);
            progress.say("simulating what the job writes");
            try (ResultsFeed feed = ResultsFeed.start(servers)) {
                Measured ours;
                ServerHealth health;
                double memory;
                try (LocalConsole console = console(folder.path(), servers)) {
                    long pid = console.process().pid().orElseThrow();
                    ours = measure("console", console.address(), pid, feed, progress);
                    health = ServerHealth.of(console.address());
                    memory = Usage.peakMemoryMib(pid);
                }
                Measured reference = reference(folder.path(), servers, feed, progress);
                return result(ours, reference, health, memory);
            }
        } catch (IOException e) {
            throw new IllegalStateException("need servers that run, was " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the real server on a free port, with topics and no stores. */
    static LocalConsole console(Path folder, String servers) {
        return LocalConsole.start(
                folder.resolve("console"),
                new LocalConsole.Where(
                        "127.0.0.1", 0, List.of("kafka=" + servers, "group=none"), Map.of()));
    }

    private static Measured reference(
            Path folder, String servers, ResultsFeed feed, Progress progress)
            throws IOException, InterruptedException {
        try (BroadcasterProcess plain =
                BroadcasterProcess.start(servers, folder.resolve("broadcaster.log"))) {
            return measure("broadcaster", plain.address(), plain.process().pid(), feed, progress);
        }
    }

    private static Measured measure(
            String what, URI server, long pid, ResultsFeed feed, Progress progress)
            throws InterruptedException {
        Arrivals arrivals = new Arrivals(feed);
        List<Turn> alone = new ArrayList<>();
        List<Turn> beside = new ArrayList<>();
        try (ClientFleet fleet = ClientFleet.start(server, CLIENTS, SUBSCRIPTION, arrivals)) {
            Thread.sleep(WARM_UP.toMillis());
            for (int turn = 0; turn < TURNS; turn++) {
                alone.add(turn(pid, feed, arrivals));
                progress.say(alone.get(turn).says(what));
                fleet.addSlow(server, SLOW_CLIENTS, SUBSCRIPTION);
                beside.add(turn(pid, feed, arrivals));
                progress.say(beside.get(turn).says(what + " beside slow clients"));
                fleet.removeSlow();
            }
            return new Measured(alone, beside, fleet.lost(), fleet.isCompressed());
        }
    }

    private static Turn turn(long pid, ResultsFeed feed, Arrivals arrivals)
            throws InterruptedException {
        Thread.sleep(SETTLE.toMillis());
        double unused = feed.behindMillis();
        arrivals.startAnew();
        double before = processorSeconds(pid);
        Thread.sleep(TURN.toMillis());
        double used = processorSeconds(pid) - before;
        return Turn.of(arrivals.counted(), used / TURN.toSeconds(), feed.behindMillis());
    }

    private static double processorSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Result result(
            Measured ours, Measured reference, ServerHealth health, double memory) {
        Metric p95 = metric("p95_millis", ours.alone, reference.alone, Turn::p95Millis, "ms");
        Metric slowed =
                metric(
                        "p95_millis_beside_slow",
                        ours.beside,
                        reference.beside,
                        Turn::p95Millis,
                        "ms");
        return new Result(
                List.of(
                        metric("p50_millis", ours.alone, reference.alone, Turn::p50Millis, "ms"),
                        p95,
                        metric("p99_millis", ours.alone, reference.alone, Turn::p99Millis, "ms"),
                        slowed,
                        Metric.of("compass_frame_p50_millis", health.compassP50Millis(), "ms"),
                        Metric.of("compass_frame_p95_millis", health.compassP95Millis(), "ms"),
                        Metric.of(
                                "compass_to_socket_p95_millis",
                                median(ours.alone, Turn::compassP95Millis),
                                "ms"),
                        metric(
                                "processors",
                                ours.alone,
                                reference.alone,
                                Turn::processorShare,
                                "cores"),
                        metric(
                                "megabytes_per_second",
                                ours.alone,
                                reference.alone,
                                Turn::megabytesPerSecond,
                                "MB/s"),
                        Metric.of("peak_memory_mib", memory, "MiB")),
                List.of(
                        metric(
                                "records_per_client_second",
                                ours.alone,
                                reference.alone,
                                Turn::recordsPerSecond,
                                "records"),
                        Metric.of("clients_lost", ours.lost, "clients"),
                        Metric.of("clients_lost_by_reference", reference.lost, "clients"),
                        Metric.of("compressed", ours.compressed ? 1 : 0, "yes"),
                        Metric.of("conflated", (double) health.conflated(), "records"),
                        Metric.of(
                                "sender_behind_millis",
                                median(ours.alone, Turn::behindMillis),
                                "ms"),
                        Metric.of("load_average", load(), "processes")),
                p95.value() <= GOAL_P95_MILLIS
                        && slowed.value() <= GOAL_P95_MILLIS
                        && health.compassP95Millis() < GOAL_COMPASS_MILLIS
                        && ours.lost == 0);
    }

    /** The median of the turns, with the smallest and the largest. */
    private static Metric metric(
            String name,
            List<Turn> ours,
            List<Turn> reference,
            ToDoubleFunction<Turn> figure,
            String unit) {
        double[] sorted = ours.stream().mapToDouble(figure).sorted().toArray();
        return new Metric(
                name,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                median(reference, figure),
                unit);
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }
}
