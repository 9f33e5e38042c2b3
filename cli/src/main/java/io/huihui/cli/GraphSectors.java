package io.huihui.cli;

import io.huihui.connectors.neo4j.GraphWriter;
import io.huihui.connectors.recording.SectorFile;
import io.huihui.models.graph.GraphFacts;
import io.huihui.models.graph.SectorMembership;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Tells a graph which symbol belongs to which sector. */
@Command(
        name = "sectors",
        description =
                "Writes which symbol belonged to which sector from a CSV file with the columns"
                        + " symbol, sector, from and until (days in New York, until exclusive, may"
                        + " be empty). May be repeated; a later until replaces an earlier one.",
        mixinStandardHelpOptions = true)
final class GraphSectors implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private GraphOptions graph;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        List<SectorMembership> memberships = SectorFile.read(file);
        try (GraphWriter writer = new GraphWriter(graph.config())) {
            writer.write(memberships.stream().map(GraphFacts::of).toList());
        }
        spec.commandLine().getOut().println(memberships.size() + " memberships written");
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }
}
