package io.huihui.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Table of contents of the command line. */
@Command(
        name = "./huihui",
        description = "Options-market streams to calibrated, explained trade directives.",
        mixinStandardHelpOptions = true,
        version = "HuiHui 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:unusable arguments or surroundings"},
        subcommands = {
            Up.class,
            Verify.class,
            Simulate.class,
            Import.class,
            Replay.class,
            Mine.class,
            Evaluate.class,
            Train.class,
            Bench.class,
            Chaos.class,
            Rescale.class,
            Gateway.class,
            Tail.class,
            Console.class,
            Pictures.class,
            Network.class,
            Rules.class,
            Submit.class,
            Savepoint.class,
            Canary.class,
            Upgrade.class,
            Rollback.class,
            Migrate.class,
            Partitions.class,
            Graph.class,
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new ExitCodes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
