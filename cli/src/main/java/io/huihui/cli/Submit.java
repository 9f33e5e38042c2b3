package io.huihui.cli;

import io.huihui.stack.cluster.Release;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Starts the main job on a cluster. */
@Command(
        name = "submit",
        description = "Starts a job jar on any Flink cluster and records it as a release.",
        mixinStandardHelpOptions = true)
final class Submit implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ClusterOptions cluster;
    @Mixin private ProgramOptions program;

    @Option(
            names = "--from",
            paramLabel = "SAVEPOINT",
            description = "Savepoint or checkpoint to take the state from (default: none).")
    private String savepoint;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Release release = cluster.life(out).submit(program.jar(), program.submission(savepoint));
        out.println(release.jobId());
        return ExitCodes.DONE;
    }
}
