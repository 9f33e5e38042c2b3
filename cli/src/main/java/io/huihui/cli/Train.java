package io.huihui.cli;

import io.huihui.benchmarks.Bench.Progress;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.benchmarks.evaluate.Trainers;
import io.huihui.network.ComputeDevice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Fits a model file that is shipped. */
@Command(
        name = "train",
        description =
                "Fits a model file from simulated sessions or tapes; without MODEL lists what there is.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainSentiment.class})
final class Train implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Which model.")
    private String name;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "1-60",
            description = "Training seeds (default: ${DEFAULT-VALUE}); report on others.")
    private String seeds;

    @Option(
            names = "--tape",
            paramLabel = "FOLDER",
            description = "Fits on this tape in place of seeds; may be given several times.")
    private List<Path> tapes = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the model is written.")
    private Path file;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "CPU",
            description =
                    "Where a network is trained: ${COMPLETION-CANDIDATES} (default:"
                            + " ${DEFAULT-VALUE}).")
    private ComputeDevice device;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            Trainers.all()
                    .forEach(trainer -> out.println(trainer.name() + ": " + trainer.purpose()));
            return ExitCodes.DONE;
        }
        Trainer trainer = Trainers.named(name).on(device);
        if (file == null) {
            throw new UserError("need --out FILE for the model `" + name + "`, was none");
        }
        PrintWriter progress = spec.commandLine().getErr();
        Progress saying =
                line -> {
                    progress.println(line);
                    progress.flush();
                };
        String model =
                tapes.isEmpty()
                        ? trainer.train(SeedRange.parse(seeds), saying)
                        : onTapes(trainer, saying);
        Files.writeString(file, model);
        out.println("wrote " + file);
        return ExitCodes.DONE;
    }

    private String onTapes(Trainer trainer, Progress saying) {
        try {
            return trainer.train(tapes, saying);
        } catch (IOException e) {
            throw new UserError(
                    "need tapes, was something unreadable among "
                            + tapes
                            + ": "
                            + e.getMessage()
                            + "; make one with ./huihui simulate or import",
                    e);
        }
    }
}
