package io.huihui.cli;

import io.huihui.connectors.neo4j.Neo4jGraph;
import io.huihui.models.graph.Context;
import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a graph what was known around a node at a moment. */
@Command(
        name = "context",
        description =
                "Prints what was known around a symbol, or any other node, at a moment; nothing"
                        + " that was known later.",
        mixinStandardHelpOptions = true)
final class GraphContext implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private GraphOptions graph;

    @Parameters(paramLabel = "ID", description = "Id of the node, e.g. SPY.")
    private String id;

    @Option(
            names = "--kind",
            defaultValue = "SYMBOL",
            description = "What it is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private NodeKind kind;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "The moment, e.g. 2026-01-16T15:30:00Z.")
    private String at;

    @Option(names = "--hops", defaultValue = "3", description = "1..3. Default: ${DEFAULT-VALUE}.")
    private int hops;

    @Option(
            names = "--look-back",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "How long ago a fact may have begun. Default: ${DEFAULT-VALUE}.")
    private long lookBackMinutes;

    @Option(
            names = "--most",
            defaultValue = "5",
            description = "Links per node, kind and direction. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Override
    public Integer call() {
        ContextQuestion question =
                new ContextQuestion(
                        new NodeId(kind, id),
                        hops,
                        time().toEpochMilli(),
                        Duration.ofMinutes(lookBackMinutes).toMillis(),
                        most);
        PrintWriter out = spec.commandLine().getOut();
        try (Neo4jGraph asked = Neo4jGraph.open(graph.config())) {
            print(asked.context(question), out);
        }
        return ExitCodes.DONE;
    }

    private Instant time() {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new UserError("need --at as in 2026-01-16T15:30:00Z, was " + at, e);
        }
    }

    private static void print(Context context, PrintWriter out) {
        for (Context.Sight sight : context.sights()) {
            Link link = sight.link();
            String until =
                    link.validToMillis() == null
                            ? ""
                            : " until " + Instant.ofEpochMilli(link.validToMillis());
            out.println(
                    sight.hop()
                            + " "
                            + link.from().id()
                            + " "
                            + link.kind()
                            + " "
                            + link.to().id()
                            + " since "
                            + Instant.ofEpochMilli(link.validFromMillis())
                            + until);
        }
        for (Node node : context.nodes()) {
            if (node.tells()) {
                out.println(
                        Stream.of(
                                        node.id().kind().label(),
                                        node.id().id() + ":",
                                        node.says(),
                                        node.detail(),
                                        node.value())
                                .filter(part -> part != null)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
            }
        }
        out.println(context.sights().size() + " links, " + context.nodes().size() + " nodes");
        out.flush();
    }
}
