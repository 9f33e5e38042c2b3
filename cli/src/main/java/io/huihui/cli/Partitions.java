package io.huihui.cli;

import io.huihui.connectors.postgres.PartitionKeeper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Makes the partitions of the days to come and drops those that are too old. */
@Command(
        name = "partitions",
        description =
                "Makes the partitions of the coming days and months and drops those that"
                        + " huihui.partition_policy no longer keeps. To be run once a day.",
        mixinStandardHelpOptions = true)
final class Partitions implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private DatabaseOptions database;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PartitionKeeper.Kept kept = database.run(PartitionKeeper::keep);
        out.println(String.format(Locale.ROOT, "%d made, %d dropped", kept.made(), kept.dropped()));
        out.flush();
        return ExitCodes.DONE;
    }
}
