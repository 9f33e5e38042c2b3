package io.huihui.cli;

import io.huihui.benchmarks.Benches;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs one speed measurement. */
@Command(
        name = "bench",
        description =
                "Measures speed beside a reference in the same run; without NAME lists what there"
                        + " is.",
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which bench.")
    private String name;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<io.huihui.benchmarks.Bench> benches = Benches.all();
        if (name == null) {
            benches.forEach(bench -> out.println(bench.name() + ": " + bench.question()));
            return ExitCodes.DONE;
        }
        io.huihui.benchmarks.Bench bench =
                benches.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(benches));
        io.huihui.benchmarks.Bench.Result result =
                bench.run(ReportLine.progress(spec.commandLine().getErr()));
        ReportLine.print(out, json, name, "./huihui bench " + name, null, result);
        return ExitCodes.DONE;
    }

    private UserError unknown(List<io.huihui.benchmarks.Bench> benches) {
        return new UserError(
                "need one of the benches "
                        + benches.stream().map(io.huihui.benchmarks.Bench::name).sorted().toList()
                        + ", was "
                        + name);
    }
}
