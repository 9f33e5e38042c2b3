package io.huihui.cli;

import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.regime.RegimeTraining;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ParameterText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Fits the parameters of the regime forecaster on simulated sessions. */
@Command(
        name = "regime",
        description =
                "Fits the regime forecaster on simulated sessions and writes its parameters as text.",
        mixinStandardHelpOptions = true)
final class TrainRegime implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "1-14",
            description = "Seeds of the sessions to fit on (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(
            names = "--validation",
            paramLabel = "A-B",
            defaultValue = "61-66",
            description = "Seeds on which thresholds are chosen (default: ${DEFAULT-VALUE}).")
    private String validation;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the files are written.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        RegimeTraining training =
                new RegimeTraining(
                        SeedRange.parse(seeds),
                        SeedRange.parse(validation),
                        line -> {
                            progress.println(line);
                            progress.flush();
                        });
        List<String> forecast = training.fit();
        ForecastModel fitted =
                ForecastModel.read(ParameterText.of(ForecastModel.RESOURCE, forecast));
        Files.createDirectories(out);
        Files.write(out.resolve(ForecastModel.RESOURCE), forecast);
        Files.write(out.resolve("regime-thesis-1.txt"), training.fitThesis(fitted));
        spec.commandLine().getOut().println("wrote the fitted parameters to " + out);
        return ExitCodes.DONE;
    }
}
