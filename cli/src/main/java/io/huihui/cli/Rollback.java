package io.huihui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Returns to the version before the last upgrade. */
@Command(
        name = "rollback",
        description = {
            "Ends the running job and starts the version it replaced from the savepoint between them.",
            "What the job did since is done again; record ids are deterministic, so readers drop what comes twice."
        },
        mixinStandardHelpOptions = true)
final class Rollback implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ClusterOptions cluster;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(cluster.life(out).rollback().jobId());
        return ExitCodes.DONE;
    }
}
