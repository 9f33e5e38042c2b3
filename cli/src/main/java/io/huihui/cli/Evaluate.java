package io.huihui.cli;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.EvaluateSuites;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Measures quality on planted truth. */
@Command(
        name = "evaluate",
        description =
                "Measures quality on planted truth, with 95 %% intervals beside a baseline; without"
                        + " SUITE lists what there is.",
        mixinStandardHelpOptions = true)
final class Evaluate implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "Which suite.")
    private String name;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "1-20",
            description = "Seeds of the simulated markets (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            EvaluateSuites.all()
                    .forEach(suite -> out.println(suite.name() + ": " + suite.question()));
            return ExitCodes.DONE;
        }
        Suite suite = EvaluateSuites.named(name);
        Bench.Result result =
                suite.run(SeedRange.parse(seeds), ReportLine.progress(spec.commandLine().getErr()));
        String command = "./huihui evaluate " + name + " --seeds " + seeds;
        ReportLine.print(out, json, name, command, seeds, result);
        return ExitCodes.DONE;
    }
}
