package io.huihui.cli;

import io.huihui.connectors.neo4j.GraphMigrations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Brings a graph to the model of this release. */
@Command(
        name = "migrate",
        description =
                "Makes constraints and indexes and brings an older graph to the model of this"
                        + " release. What has been applied is skipped.",
        mixinStandardHelpOptions = true)
final class GraphMigrate implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private GraphOptions graph;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> applied = GraphMigrations.apply(graph.config());
        applied.forEach(file -> out.println("applied " + file));
        out.println(applied.isEmpty() ? "nothing to do" : applied.size() + " applied");
        out.flush();
        return ExitCodes.DONE;
    }
}
