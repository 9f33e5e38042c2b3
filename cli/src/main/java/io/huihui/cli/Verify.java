package io.huihui.cli;

import io.huihui.stack.ProjectRoot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The whole test suite. The launcher does it by itself; this is for whoever runs Main directly. */
@Command(
        name = "verify",
        description =
                "Runs the whole test suite as CI does; the last line is: N passed, N failed, N skipped.",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    @Parameters(paramLabel = "MAVEN OPTION", description = "Passed on to the build.")
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(ProjectRoot.find().resolve("huihui").toString());
        words.add("verify");
        words.addAll(options);
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
