package io.huihui.cli;

import io.huihui.benchmarks.Bench;
import io.huihui.cli.chaos.ChaosCluster;
import io.huihui.cli.chaos.ChaosLinks;
import io.huihui.cli.chaos.ChaosRun;
import io.huihui.cli.chaos.DrilledJob;
import io.huihui.cli.chaos.Fault;
import io.huihui.cli.chaos.FaultPlan;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.jobs.config.ResolutionSettings;
import io.huihui.stack.FlinkProcesses;
import io.huihui.stack.LocalAgents;
import io.huihui.stack.LocalSettings;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;
import io.huihui.stack.cluster.Submission;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Breaks a running market on purpose, and counts. */
@Command(
        name = "chaos",
        description =
                "Runs a market on a local cluster, kills, freezes and hinders its processes by a"
                        + " plan that the seed gives, and counts what was lost or doubled and how long"
                        + " fresh verdicts stayed away.",
        mixinStandardHelpOptions = true)
final class Chaos implements Callable<Integer> {

    /** One more than the job needs: where one dies, another has room at once. */
    private static final int TASK_MANAGERS = 3;

    private static final int PARALLELISM = 2;

    /** Left out, Flink's own values hold. */
    private static final List<String> RECOVERY_KEYS =
            List.of(
                    "restart-strategy.",
                    "heartbeat.",
                    "high-availability.",
                    "execution.buffer-timeout");

    @Spec private CommandSpec spec;

    @Option(
            names = "--rounds",
            defaultValue = "50",
            description = "How many faults (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Names the market and the plan of faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--faults",
            split = ",",
            description = "Which kinds of faults: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Fault> faults = EnumSet.allOf(Fault.class);

    @Option(
            names = "--flink-defaults",
            description =
                    "Recover as Flink does by default, for comparison: without our settings of"
                            + " restarts, heartbeats and the election of a JobManager.")
    private boolean flinkDefaults;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("huihui-chaos");
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Bench.Progress progress = ReportLine.progress(spec.commandLine().getErr());
        progress.say("starting Kafka, Postgres, Neo4j, Flink and the agents in " + folder);
        Path config = flinkDefaults ? withoutRecovery(folder) : LocalSettings.folder();
        try (LocalStack stack =
                        LocalStack.start(
                                folder.resolve("stack"),
                                FlinkProcesses.withStandby(TASK_MANAGERS),
                                config,
                                true);
                ChaosLinks links = ChaosLinks.open(stack, seed)) {
            KafkaTopics.ensure(stack.kafka().bootstrapServers(), PARALLELISM);
            RunningMarket.prepareStores(stack);
            DrilledJob job =
                    new DrilledJob(
                            stack,
                            jar,
                            new Submission(
                                    null, arguments(stack, links), PARALLELISM, null, false));
            // The agents read topics, which must be there.
            try (LocalAgents agents =
                    LocalAgents.start(folder.resolve("agents"), stack.kafka().bootstrapServers())) {
                Bench.Result result =
                        new ChaosRun(job, new ChaosCluster(stack, links, agents), progress)
                                .run(seed, FaultPlan.of(seed, rounds, faults));
                ReportLine.print(
                        spec.commandLine().getOut(), json, "recovery", command(), null, result);
            }
        }
        return ExitCodes.DONE;
    }

    private String command() {
        String kinds =
                faults.size() == Fault.values().length
                        ? ""
                        : faults.stream()
                                .map(Fault::name)
                                .collect(Collectors.joining(",", " --faults ", ""));
        return "./huihui chaos --rounds "
                + rounds
                + " --seed "
                + seed
                + kinds
                + (flinkDefaults ? " --flink-defaults" : "");
    }

    private static List<String> arguments(LocalStack stack, ChaosLinks links) {
        List<String> settings = new ArrayList<>(DrilledJob.settings());
        settings.addAll(links.settings(stack));
        return MainJobArguments.with(stack, ResolutionSettings.By.AGENTS, settings);
    }

    /** Returns a folder with the same settings but those of recovery. */
    private static Path withoutRecovery(Path folder) throws IOException {
        return LocalSettings.changed(
                folder.resolve("flink-defaults"),
                lines -> lines.removeIf(line -> RECOVERY_KEYS.stream().anyMatch(line::startsWith)));
    }
}
