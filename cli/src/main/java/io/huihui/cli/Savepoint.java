package io.huihui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Takes a savepoint of the running job. */
@Command(
        name = "savepoint",
        description =
                "Takes a savepoint of the job that was started last; the job goes on. Prints where it lies.",
        mixinStandardHelpOptions = true)
final class Savepoint implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ClusterOptions cluster;

    @Option(
            names = "--folder",
            description = "Where the cluster should write it (default: the cluster's setting).")
    private String folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(cluster.life(out).savepoint(folder));
        return ExitCodes.DONE;
    }
}
