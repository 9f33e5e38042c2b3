package io.huihui.cli;

import io.huihui.stack.cluster.JobLife;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Replaces the running job by a new version, with its state. */
@Command(
        name = "upgrade",
        description = {
            "Stops the running job with a savepoint, starts the new jar from it and watches.",
            "A new version that is not healthy is replaced by the old one, from the same savepoint; exit code 1."
        },
        mixinStandardHelpOptions = true)
final class Upgrade implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ClusterOptions cluster;
    @Mixin private ProgramOptions program;
    @Mixin private HealthOptions health;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return report(
                cluster.life(out).upgrade(program.jar(), program.submission(null), health.check()),
                spec.commandLine());
    }

    /** Says what became of an upgrade, and returns the exit code. */
    static int report(JobLife.Upgraded result, CommandLine line) {
        if (result.complaint().isPresent()) {
            line.getErr()
                    .println(
                            "huihui: the upgrade failed ("
                                    + result.complaint().get()
                                    + "); the old version runs again as job "
                                    + result.running().jobId());
            return ExitCodes.FAILED;
        }
        line.getOut().println(result.running().jobId());
        return ExitCodes.DONE;
    }
}
