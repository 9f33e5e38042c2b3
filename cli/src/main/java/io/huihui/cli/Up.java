package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.jobs.config.ResolutionSettings;
import io.huihui.models.OutsideResults;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.stack.LocalAgents;
import io.huihui.stack.LocalConsole;
import io.huihui.stack.LocalStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The whole of HuiHui on this machine. */
@Command(
        name = "up",
        description = {
            "Starts real Kafka, Postgres, Neo4j, Flink, the agents' Stateful Functions and the web console on this machine, runs the main job",
            "on a simulated market or on a tape, and prints the addresses and a live status line. Ctrl-C or --minutes stops everything it started."
        },
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    /** Set by the launcher when standard output is a terminal. */
    private static final String TERMINAL = "huihui.terminal";

    private static final int TASK_MANAGERS = 1;
    private static final long SECONDS_PER_MINUTE = 60;

    /** As many as the job has parallel tasks on one machine. */
    private static final int PARTITIONS = 2;

    @Spec private CommandSpec spec;

    @Option(
            names = "--symbols",
            defaultValue = "4",
            description = "Simulated underlyings (default: ${DEFAULT-VALUE}).")
    private int symbols;

    @Option(
            names = "--rate",
            defaultValue = "2000",
            description =
                    "Events per second; market time runs as fast as that takes it (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Names the simulated market (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--experts",
            defaultValue = "TRAINED",
            description =
                    "Which experts, one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ExpertSet experts;

    @Option(names = "--tape", description = "Feed this tape instead of the simulated market.")
    private Path tape;

    @Option(names = "--minutes", description = "Stop after so many minutes (default: at Ctrl-C).")
    private Double minutes;

    @Option(
            names = "--data",
            description =
                    "Folder for everything the servers keep (default: data/local in the project); used again next time.")
    private Path data;

    @Option(
            names = "--no-agents",
            description =
                    "Leave the Stateful Functions out: the job settles conflicts of experts itself.")
    private boolean noAgents;

    @Option(names = "--no-console", description = "Leave the web console out.")
    private boolean noConsole;

    @Option(
            names = "--plain",
            description = "A line every ten seconds instead of a status line that is refreshed.")
    private boolean plain;

    @Override
    @OutsideResults("Says how long the start took.")
    public Integer call() throws InterruptedException {
        check();
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data == null ? Addresses.defaultFolder() : data.toAbsolutePath();
        Feeds feed = tape == null ? Feeds.simulated(seed, symbols) : Feeds.tape(tape);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        // Ctrl-C: let the thread below stop things in order, and wait for it.
        Thread hook = new Thread(() -> stopAndWait(stop, stopped), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            say(out, "starting Kafka, Postgres, Neo4j and Flink in " + folder);
            try (LocalStack stack = LocalStack.start(folder, TASK_MANAGERS);
                    LocalAgents agents = agents(stack, folder);
                    RunningMarket market = market(stack, folder, feed);
                    LocalConsole console = console(stack, folder)) {
                say(out, market.addresses());
                if (console != null) {
                    say(out, "console   " + console.address() + "  (open it in a browser)");
                }
                if (agents != null) {
                    say(out, "agents    " + agents.address() + "  (./huihui tail resolutions)");
                }
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                say(out, "ready after " + seconds + " s");
                StatusLine status = new StatusLine(out, !plain && Boolean.getBoolean(TERMINAL));
                watch(market, status, stop);
                status.end();
                market.stop().ifPresent(why -> say(out, cancelled(why)));
                say(out, market.summary());
            }
            say(out, "everything is stopped; the data stays in " + folder);
            return ExitCodes.DONE;
        } finally {
            Addresses.delete(folder);
            stopped.countDown();
        }
    }

    private static String cancelled(String why) {
        return "the job was cancelled, so its last records may be missing in the stores: " + why;
    }

    /** Returns the agents, null without any; their topics must be there before they start. */
    private LocalAgents agents(LocalStack stack, Path folder) {
        KafkaTopics.ensure(stack.kafka().bootstrapServers(), PARTITIONS);
        return noAgents
                ? null
                : LocalAgents.start(folder.resolve("agents"), stack.kafka().bootstrapServers());
    }

    /** Returns the console, null without one; the login it reads by is made with the market. */
    private LocalConsole console(LocalStack stack, Path folder) {
        return noConsole
                ? null
                : LocalConsole.start(folder.resolve("console"), stack, MainJobArguments.GROUP);
    }

    private RunningMarket market(LocalStack stack, Path folder, Feeds feed) {
        ResolutionSettings.By resolutions =
                noAgents ? ResolutionSettings.By.RULE : ResolutionSettings.By.AGENTS;
        return RunningMarket.start(
                stack,
                folder,
                feed,
                rate,
                PARTITIONS,
                MainJobArguments.of(stack, experts, resolutions));
    }

    private void check() {
        if (symbols < 1 || !(rate > 0) || (minutes != null && !(minutes > 0))) {
            throw new UserError(
                    "need --symbols of at least 1 and positive --rate and --minutes, was "
                            + symbols
                            + ", "
                            + rate
                            + " and "
                            + minutes);
        }
    }

    @OutsideResults("When to stop and when to refresh the line.")
    private void watch(RunningMarket market, StatusLine status, CountDownLatch stop)
            throws InterruptedException {
        long end =
                minutes == null
                        ? Long.MAX_VALUE
                        : System.nanoTime()
                                + Duration.ofMillis((long) (minutes * SECONDS_PER_MINUTE * 1000))
                                        .toNanos();
        while (System.nanoTime() < end && !stop.await(1, TimeUnit.SECONDS)) {
            status.show(market.status());
        }
    }

    private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
