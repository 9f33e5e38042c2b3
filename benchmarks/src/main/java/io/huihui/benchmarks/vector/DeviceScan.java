package io.huihui.benchmarks.vector;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.PostgresVectors;
import io.huihui.models.OutsideResults;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.Mirrors;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorDevice;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TensorVectors;
import io.huihui.stack.PgvectorPrograms;
import io.huihui.stack.PostgresServer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every vector compared with the query: by tensors, on a GPU where there is one, in Postgres by
 * pgvector, and by our loops, in turns, by the clock. All give the same answer. Postgres compares
 * only as many as a memory holds: it is the engine of memories that are to be small in the job.
 */
final class DeviceScan {

    private static final int QUERIES = 60;
    private static final int WARM_UP = 10;
    private static final String OWNER = "bench";

    private DeviceScan() {}

    /**
     * What searches took, in turns.
     *
     * @param unsettled of the device's answers, how many left open which are nearest
     */
    private record Taken(List<Double> device, List<Double> loops, int unsettled) {

        private Taken {
            device = device.stream().sorted().toList();
            loops = loops.stream().sorted().toList();
        }
    }

    static List<Metric> measure(ClusteredVectors data, Path folder, Bench.Progress progress)
            throws IOException {
        ComputeDevice compute = best();
        String tensor = "tensor_" + compute.name().toLowerCase(Locale.ROOT);
        int held = Math.min(MemoryConfig.defaults().capacity(), data.vectors.length);
        List<Metric> metrics = new ArrayList<>();
        try (VectorDevice device = new TensorVectors(compute)) {
            metrics.addAll(scan(tensor, device, data, data.vectors.length, progress));
            metrics.addAll(scan(tensor, device, data, held, progress));
        }
        Optional<Path> programs = PgvectorPrograms.find();
        if (programs.isEmpty()) {
            progress.say("pgvector is left out: there is no pip to get a Postgres that has it");
            return metrics;
        }
        try (PostgresServer server =
                        PostgresServer.startPrograms(programs.get(), folder.resolve("pgvector"));
                VectorDevice device = new PostgresVectors(withExtension(server))) {
            metrics.addAll(scan("pgvector", device, data, held, progress));
        }
        return metrics;
    }

    private static PostgresConfig withExtension(PostgresServer server) throws IOException {
        try (Connection owner =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return PostgresConfig.of(
                server.jdbcUrl(), server.user(), server.password(), "bench-vector");
    }

    private static List<Metric> scan(
            String name,
            VectorDevice device,
            ClusteredVectors data,
            int count,
            Bench.Progress progress) {
        ExactIndex index = new ExactIndex(ClusteredVectors.DIMENSION, count);
        for (int i = 0; i < count; i++) {
            index.add(data.vectors[i]);
        }
        Taken taken = search(device, index, data);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%,d compared: %s p50 %.0f us, loops %.0f us",
                        count,
                        name,
                        taken.device().get(QUERIES / 2),
                        taken.loops().get(QUERIES / 2)));
        String of = name + "_of_" + count;
        return List.of(
                clocked(of + "_p50_micros", taken.device().get(QUERIES / 2)),
                clocked(of + "_p95_micros", taken.device().get(QUERIES * 95 / 100)),
                clocked(of + "_loops_p50_micros", taken.loops().get(QUERIES / 2)),
                Metric.of(of + "_unsettled", (double) taken.unsettled(), "searches of " + QUERIES));
    }

    private static Metric clocked(String name, double micros) {
        return Metric.of(name, micros, "us by the clock");
    }

    private static ComputeDevice best() {
        try (VectorDevice unused = new TensorVectors(ComputeDevice.GPU)) {
            return ComputeDevice.GPU;
        } catch (IllegalStateException none) {
            return ComputeDevice.CPU;
        }
    }

    private static Taken search(VectorDevice device, ExactIndex index, ClusteredVectors data) {
        List<Double> asked = new ArrayList<>();
        List<Double> loops = new ArrayList<>();
        int unsettled = 0;
        Mirrors mirrors = new Mirrors();
        Neighbours found = new Neighbours();
        for (int i = -WARM_UP; i < QUERIES; i++) {
            float[] query = data.queries[Math.floorMod(i, data.queries.length)];
            long begin = now();
            Mirrors.Question question = mirrors.question(OWNER, index, query, ClusteredVectors.K);
            boolean settled = mirrors.settle(question, index, question.on(device), found);
            long middle = now();
            index.search(query, ClusteredVectors.K, found);
            if (i >= 0) {
                asked.add((middle - begin) * 1e-3);
                loops.add((now() - middle) * 1e-3);
                unsettled += settled ? 0 : 1;
            }
        }
        return new Taken(asked, loops, unsettled);
    }

    @OutsideResults("A device is not timed by the processor time of a thread.")
    private static long now() {
        return System.nanoTime();
    }
}
