package io.huihui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with the graph in Neo4j. */
@Command(
        name = "graph",
        description = "Sets up the graph in Neo4j, feeds it sectors, and asks it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {GraphMigrate.class, GraphSectors.class, GraphContext.class})
final class Graph implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "need one of migrate, sectors and context");
    }
}
