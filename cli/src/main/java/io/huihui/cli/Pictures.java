package io.huihui.cli;

import io.huihui.benchmarks.console.ConsolePictures;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Takes pictures of a console. */
@Command(
        name = "pictures",
        description =
                "Takes a picture of each view of a console that runs, e.g. for README and docs, in"
                        + " the Chromium of this machine.",
        mixinStandardHelpOptions = true)
final class Pictures implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "As `up` and `console` print it.")
    private URI console;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the pictures go, as console-VIEW.png.")
    private Path folder;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            defaultValue = "SPY",
            description = "What they are about (default: ${DEFAULT-VALUE}).")
    private String symbol;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "LIGHT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ConsolePictures.Theme theme;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!"http".equals(console.getScheme()) || console.getHost() == null) {
            throw new UserError(
                    "need the address of a console, e.g. http://127.0.0.1:8090, was " + console);
        }
        Path out = OutputFolder.writable(folder);
        for (Path picture : ConsolePictures.take(console, symbol, theme, out)) {
            spec.commandLine().getOut().println(picture);
        }
        return ExitCodes.DONE;
    }
}
