package io.huihui.benchmarks.graph;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.neo4j.GraphWriter;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.neo4j.Neo4jGraph;
import io.huihui.models.OutsideResults;
import io.huihui.models.graph.Context;
import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.GraphMirror;
import io.huihui.models.graph.MarketGraph;
import io.huihui.models.graph.PlainGraph;
import io.huihui.stack.Neo4jServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * {@code bench graph}: three hops around a symbol as of a moment, by Bolt, in a graph of a million
 * links to which others are added all the time; beside the path query one would write first.
 * Answers are held against one that looks at every link.
 */
public final class GraphBench implements Bench {

    /** The plan asks for 50 ms. */
    private static final double GOAL_P95_MILLIS = 10;

    private static final int GOAL_WRITES = 500;

    private static final int LINKS = Integer.getInteger("huihui.graph-links", 1_000_000);
    private static final int BATCH = 1_000;
    private static final int WARM_UP = 500;
    private static final int QUESTIONS = 2_000;
    private static final int COMPARED = 40;
    private static final int PATH_QUERIES = 15;
    private static final int MIRROR_QUESTIONS = 20_000;
    private static final long SEED = 5;

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String question() {
        return "How long do three hops around a symbol take as of a moment, while the graph is written?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                Neo4jServer server = Neo4jServer.start(folder.path().resolve("neo4j"))) {
            Neo4jConfig config = Neo4jConfig.of(server.uri(), server.user(), server.password());
            GraphMigrations.apply(config);
            try (GraphWriter writer = new GraphWriter(config);
                    Neo4jGraph graph = Neo4jGraph.open(config);
                    PathQuery path =
                            new PathQuery(server.uri(), server.user(), server.password())) {
                return measure(writer, graph, path, progress);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @OutsideResults("measures how long a load takes")
    private static Result measure(
            GraphWriter writer, Neo4jGraph graph, PathQuery path, Progress progress)
            throws IOException {
        PlainGraph plain = new PlainGraph();
        GraphMirror mirror = new GraphMirror(2 * LINKS);
        GraphTale tale = new GraphTale(SEED);
        long begin = System.nanoTime();
        load(tale, writer, List.of(plain, mirror), progress);
        double loadSeconds = (System.nanoTime() - begin) * 1e-9;
        long end = tale.nowMillis();
        long loaded = tale.links();

        ask(graph, WARM_UP, end, new Random(SEED));
        double[] millis;
        long written;
        double seconds;
        double[] pathMillis;
        try (SteadyWrites writes = SteadyWrites.start(tale, writer, GOAL_WRITES)) {
            millis = ask(graph, QUESTIONS, end, new Random(SEED + 1));
            written = writes.links();
            seconds = writes.seconds();
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%,d questions while %,.0f links/s were written",
                            QUESTIONS,
                            written / seconds));
            pathMillis = paths(path, end);
        }
        double[] mirrorMillis = ask(mirror, MIRROR_QUESTIONS, end, new Random(SEED + 2));
        Compared compared = compare(graph, mirror, plain, end);
        double p95 = at(millis, 0.95);
        boolean pass =
                p95 <= GOAL_P95_MILLIS
                        && written / seconds >= 0.98 * GOAL_WRITES
                        && compared.equal == COMPARED
                        && compared.later == 0;
        return new Result(
                List.of(
                        new Metric("p95_millis", p95, null, null, at(pathMillis, 0.95), "ms"),
                        new Metric(
                                "p50_millis",
                                at(millis, 0.5),
                                null,
                                null,
                                at(pathMillis, 0.5),
                                "ms"),
                        Metric.of("p99_millis", at(millis, 0.99), "ms"),
                        Metric.of("mirror_p95_micros", 1_000 * at(mirrorMillis, 0.95), "us"),
                        Metric.of("links_loaded_per_second", loaded / loadSeconds, "links/s")),
                List.of(
                        Metric.of("links", (double) loaded, "links"),
                        Metric.of("writes_per_second", written / seconds, "links/s"),
                        Metric.of("links_per_answer", compared.sights / (double) COMPARED, "links"),
                        Metric.of("answers_equal", (double) compared.equal, "of " + COMPARED),
                        Metric.of("later_facts", (double) compared.later, "links")),
                pass);
    }

    private static void load(
            GraphTale tale, GraphWriter writer, List<MarketGraph> others, Progress progress)
            throws IOException {
        List<Facts> batch = new ArrayList<>(tale.sectors());
        PlainGraph plain = (PlainGraph) others.get(0);
        GraphMirror mirror = (GraphMirror) others.get(1);
        long shown = 0;
        while (tale.links() < LINKS || !batch.isEmpty()) {
            while (tale.links() < LINKS && batch.size() < BATCH) {
                batch.addAll(tale.next());
            }
            writer.write(batch);
            batch.forEach(plain::take);
            batch.forEach(mirror::take);
            batch.clear();
            if (tale.links() - shown >= LINKS / 10) {
                shown = tale.links();
                progress.say(String.format(Locale.ROOT, "%,d links", shown));
            }
        }
    }

    /** Returns the sorted milliseconds of each answer. */
    @OutsideResults("measures how long an answer takes")
    private static double[] ask(MarketGraph graph, int questions, long end, Random random) {
        double[] millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            ContextQuestion question = GraphTale.question(random, end);
            long begin = System.nanoTime();
            graph.context(question);
            millis[i] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(millis);
        return millis;
    }

    @OutsideResults("measures how long an answer takes")
    private static double[] paths(PathQuery path, long end) {
        Random random = new Random(SEED + 1);
        double[] millis = new double[PATH_QUERIES];
        path.links(GraphTale.question(random, end));
        for (int i = 0; i < PATH_QUERIES; i++) {
            ContextQuestion question = GraphTale.question(random, end);
            long begin = System.nanoTime();
            path.links(question);
            millis[i] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private record Compared(int equal, long later, long sights) {}

    private static Compared compare(
            MarketGraph graph, MarketGraph mirror, MarketGraph plain, long end) {
        Random random = new Random(SEED + 3);
        int equal = 0;
        long later = 0;
        long sights = 0;
        for (int i = 0; i < COMPARED; i++) {
            ContextQuestion question = GraphTale.question(random, end);
            Context answer = graph.context(question);
            Context expected = plain.context(question);
            if (answer.equals(expected) && mirror.context(question).equals(expected)) {
                equal++;
            }
            sights += answer.sights().size();
            later +=
                    answer.sights().stream()
                            .filter(sight -> sight.link().validFromMillis() > question.asOfMillis())
                            .count();
        }
        return new Compared(equal, later, sights);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
