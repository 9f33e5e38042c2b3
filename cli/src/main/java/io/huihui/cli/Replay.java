package io.huihui.cli;

import io.huihui.connectors.tape.TapeReader;
import io.huihui.jobs.ReplayJob;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;
import io.huihui.operators.expert.ExpertSet;

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
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs the main job over a tape, in this process. */
@Command(
        name = "replay",
        description =
                "Runs the main job over a tape to its end; the output files are byte-equal from run"
                        + " to run.",
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "TAPE", description = "Folder of the tape.")
    private Path tape;

    @Option(
            names = "--out",
            description = "Folder for one file per topic (default: replay in the tape's folder).")
    private Path out;

    @Option(names = "--config", description = "YAML file laid over the job's defaults.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A single key of the job's configuration; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--experts",
            description =
                    "Which experts, one of ${COMPLETION-CANDIDATES} (default: as configured).")
    private ExpertSet experts;

    @Option(
            names = "--parallelism",
            defaultValue = "2",
            description = "Parallel tasks; the output does not depend on it (default: 2).")
    private int parallelism;

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1) {
            throw new UserError("need --parallelism of at least 1, was " + parallelism);
        }
        long records = records();
        if (experts != null) {
            settings.add("experts=" + experts);
        }
        JobConfig job = ConfigFile.read(JobConfig.defaults(), config, settings);
        Path folder = OutputFolder.writable(out == null ? tape.resolve("replay") : out);
        Configuration flink = new Configuration();
        flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        PrintWriter screen = spec.commandLine().getErr();
        screen.println("replaying " + records + " records of " + tape);
        screen.flush();
        ReplayJob.run(tape, folder, job, flink);
        report(folder);
        return ExitCodes.DONE;
    }

    private long records() {
        try {
            return TapeReader.describe(tape).records();
        } catch (IOException e) {
            throw new UserError(
                    "need a tape, was nothing readable in "
                            + tape
                            + ": make one with ./huihui simulate or import",
                    e);
        }
    }

    private void report(Path folder) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                screen.println(folder.relativize(file) + "  " + Files.size(file) + " bytes");
            }
        }
    }
}
