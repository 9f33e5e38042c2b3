package io.huihui.cli;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.MiningJob;
import io.huihui.jobs.ReplayJob;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningConfig;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Looks for what comes again in history, in this process. */
@Command(
        name = "mine",
        description =
                "Finds shapes and sequences of events that come again in the history of each symbol"
                        + " more clearly than in shuffled history.",
        mixinStandardHelpOptions = true)
final class Mine implements Callable<Integer> {

    private static final String TAPE = "tape.yaml";
    private static final String FEATURES = "features.avro";
    private static final MiningConfig DEFAULTS = MiningConfig.defaults();

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "TAPE",
            description =
                    "Folders of tapes, which are replayed first, or of results of replays; of"
                            + " different times.")
    private List<Path> folders;

    @Option(
            names = "--out",
            required = true,
            description = "Folder for patterns.avro, patterns.jsonl and the replays.")
    private Path out;

    @Option(
            names = "--step-seconds",
            description = "Seconds between two values of a channel (default: 60).")
    private int stepSeconds = DEFAULTS.stepSeconds();

    @Option(names = "--window-steps", description = "Steps that a shape lasts (default: 30).")
    private int windowSteps = DEFAULTS.windowSteps();

    @Option(
            names = "--event-window-minutes",
            description = "Minutes within which a sequence of events happens (default: 30).")
    private int eventWindowMinutes = DEFAULTS.eventWindowMinutes();

    @Option(
            names = "--longest-sequence",
            description = "Events of a sequence at most, 2 to 4 (default: 3).")
    private int longestSequence = DEFAULTS.longestSequence();

    @Option(
            names = "--shuffles",
            description = "Shuffled histories that the true one is held against (default: 199).")
    private int shuffles = DEFAULTS.shuffles();

    @Option(
            names = "--false-share",
            description = "Share of patterns that may be false (default: 0.05).")
    private double falseShare = DEFAULTS.falseShare();

    @Option(names = "--seed", description = "Of the shuffling (default: 1).")
    private long seed = DEFAULTS.seed();

    @Option(
            names = "--parallelism",
            defaultValue = "2",
            description = "Parallel tasks; the patterns do not depend on it (default: 2).")
    private int parallelism;

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1) {
            throw new UserError("need --parallelism of at least 1, was " + parallelism);
        }
        MiningConfig config =
                new MiningConfig(
                        stepSeconds,
                        windowSteps,
                        eventWindowMinutes,
                        longestSequence,
                        DEFAULTS.fewestOccurrences(),
                        DEFAULTS.mostPatterns(),
                        shuffles,
                        falseShare,
                        Math.min(DEFAULTS.autoregression(), windowSteps - 1),
                        seed);
        folders.forEach(Mine::check);
        OutputFolder.writable(out);
        List<Path> results = new ArrayList<>();
        for (Path folder : folders) {
            results.add(
                    Files.exists(folder.resolve(TAPE)) ? replay(folder, results.size()) : folder);
        }
        say(
                "mining the results of "
                        + results.size()
                        + (results.size() == 1 ? " replay" : " replays"));
        MiningJob.run(results, out, config, flink());
        report();
        return ExitCodes.DONE;
    }

    private static void check(Path folder) {
        if (!Files.exists(folder.resolve(TAPE)) && !Files.exists(folder.resolve(FEATURES))) {
            throw new UserError(
                    "need a tape or the results of a replay, was neither "
                            + TAPE
                            + " nor "
                            + FEATURES
                            + " in "
                            + folder
                            + ": make a tape with ./huihui simulate or import");
        }
    }

    private Path replay(Path tape, int number) throws Exception {
        Path results = out.resolve("replay-" + (number + 1));
        say("replaying " + tape);
        ReplayJob.run(tape, results, JobConfig.defaults(), flink());
        return results;
    }

    private Configuration flink() {
        Configuration flink = new Configuration();
        flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        return flink;
    }

    private void say(String line) {
        PrintWriter screen = spec.commandLine().getErr();
        screen.println(line);
        screen.flush();
    }

    private void report() throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        RecordJson<MinedPattern> json = Topics.PATTERNS.newJson();
        List<MinedPattern> patterns = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (TapeReader<MinedPattern> reader = TapeReader.openOutput(out, Topics.PATTERNS)) {
            for (TapeRecord<MinedPattern> each = reader.next();
                    each != null;
                    each = reader.next()) {
                patterns.add(each.value());
                lines.add(json.line(each.value()));
                screen.println(sentence(each.value()));
            }
        }
        Files.write(out.resolve("patterns.jsonl"), lines);
        screen.println(
                patterns.size() + " patterns, hash of the set " + MinedPattern.hash(patterns));
    }

    private static String sentence(MinedPattern pattern) {
        return String.format(
                Locale.ROOT,
                "%s %s %s: %d times, score %.2f, p %.3f, %s",
                pattern.history().symbol(),
                pattern.kind(),
                pattern.channel() == null
                        ? String.join(" => ", pattern.events())
                        : pattern.channel(),
                pattern.occurrences().size(),
                pattern.score(),
                pattern.pValue(),
                pattern.hash());
    }
}
