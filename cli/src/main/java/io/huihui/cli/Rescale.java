package io.huihui.cli;

import io.huihui.benchmarks.Bench;
import io.huihui.cli.chaos.DrilledJob;
import io.huihui.cli.chaos.RescaleDrill;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.stack.FlinkProcesses;
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
import java.util.List;
import java.util.concurrent.Callable;

/** Lets a running job grow and shrink with its load, and counts. */
@Command(
        name = "rescale",
        description =
                "Runs a market on a local cluster with the adaptive scheduler, triples its load and"
                        + " adds TaskManagers, takes both away again, and counts what was lost or"
                        + " doubled, how long fresh verdicts stayed away and how soon they kept up.",
        mixinStandardHelpOptions = true)
final class Rescale implements Callable<Integer> {

    /** As in {@code flink-conf/local}. */
    private static final int SLOTS = 2;

    /** Flink waits for minutes before it grows, so as not to do it for every TaskManager anew. */
    private static final List<String> ADAPTIVE =
            List.of(
                    "jobmanager.scheduler: adaptive",
                    "jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout: 2 s",
                    "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling: 5 s",
                    "jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout: 5 s",
                    "jobmanager.adaptive-scheduler.rescale-trigger.max-delay: 15 s");

    @Spec private CommandSpec spec;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Names the market (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("huihui-rescale");
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Bench.Progress progress = ReportLine.progress(spec.commandLine().getErr());
        progress.say("starting Kafka, Postgres, Neo4j and Flink in " + folder);
        try (LocalStack stack =
                LocalStack.start(
                        folder.resolve("stack"),
                        FlinkProcesses.alone(RescaleDrill.FEW),
                        LocalSettings.changed(
                                folder.resolve("flink-adaptive"), lines -> lines.addAll(ADAPTIVE)),
                        false)) {
            int tasks = RescaleDrill.mostTasks(SLOTS);
            KafkaTopics.ensure(stack.kafka().bootstrapServers(), tasks);
            RunningMarket.prepareStores(stack);
            Submission submission =
                    new Submission(
                            null,
                            MainJobArguments.with(stack, DrilledJob.settings()),
                            tasks,
                            null,
                            false);
            Bench.Result result =
                    new RescaleDrill(
                                    new DrilledJob(stack, jar, submission),
                                    stack.flink(),
                                    SLOTS,
                                    progress)
                            .run(seed);
            ReportLine.print(
                    spec.commandLine().getOut(),
                    json,
                    "rescaling",
                    "./huihui rescale --seed " + seed,
                    null,
                    result);
        }
        return ExitCodes.DONE;
    }
}
