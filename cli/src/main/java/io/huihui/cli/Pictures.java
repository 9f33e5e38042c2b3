package io.huihui.cli;

import io.huihui.benchmarks.console.ConsolePictures;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Takes pictures of a console. */
@Command(
        name = "pictures",
        description =
                "Takes a picture of each view of a console that runs, e.g. for README and docs, in"
                        + " the Chromium of this machine.",
        mixinStandardHelpOptions = true)
final class Pictures implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;

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
        refuseUnlessKnown();
        Path out = OutputFolder.writable(folder);
        for (Path picture : ConsolePictures.take(console, symbol, theme, out)) {
            spec.commandLine().getOut().println(picture);
        }
        return ExitCodes.DONE;
    }

    /** A browser would show a page of its own where nobody answers, and that is no picture. */
    private void refuseUnlessKnown() throws InterruptedException {
        URI state =
                console.resolve(
                        "/api/symbols/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest question = HttpRequest.newBuilder(state).timeout(PATIENCE).build();
        int status;
        try {
            status = client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UserError(
                    "need a console that answers at "
                            + console
                            + ", was silence; start ./huihui up and take the address it prints",
                    e);
        }
        if (status != HTTP_OK) {
            throw new UserError(
                    "need a console that knows "
                            + symbol
                            + " at "
                            + console
                            + ", was an answer of status "
                            + status
                            + "; see "
                            + console.resolve("/api/symbols"));
        }
    }
}
