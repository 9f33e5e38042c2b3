package io.huihui.benchmarks.store;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench copy}: outcomes into their partitioned table behind row-level security, by the sink
 * and by the ways one would otherwise take. All of them write so that a repeated row does no harm,
 * and as the same login; each in turn, round by round.
 */
public final class CopyBench implements Bench {

    private static final double GOAL_TO_INSERT = 100;
    private static final double GOAL_TO_BATCHED = 1.5;

    /** The plan asks for a fifth less processor time a row than row by row. */
    private static final double GOAL_PROCESSOR_SHARE = 0.8;

    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int ROWS = 100_000;

    /** A tenth of the speed takes as long for these. */
    private static final int ROWS_IN_BATCHES = 20_000;

    /** Row by row takes as long for these as the others for all. */
    private static final int ROWS_ONE_BY_ONE = 2_000;

    private static final int SYMBOLS = 100;
    private static final long SECOND = 1_000;
    private static final Instant FIRST_SECOND = Instant.parse("2026-11-23T14:30:00Z");

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String question() {
        return "How many rows a second reach a partitioned table behind row-level security, and how many by INSERT?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchDatabase database = BenchDatabase.start();
                Rival ours = rival(database, "copy", ROWS);
                Rival insert = rival(database, "insert", ROWS_ONE_BY_ONE);
                Rival batched = rival(database, "batched", ROWS_IN_BATCHES);
                Rival rewritten = rival(database, "rewritten", ROWS);
                Rival connector = rival(database, "connector", ROWS_IN_BATCHES)) {
            List<Rival> rivals = List.of(ours, insert, batched, rewritten, connector);
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (Rival rival : rivals) {
                    rival.turn(database, round);
                }
                int shown = round;
                progress.say(
                        String.format(
                                Locale.ROOT,
                                "round %d: %s",
                                shown,
                                rivals.stream().map(Rival::last).toList()));
            }
            return result(ours, insert, batched, rewritten, connector);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result result(
            Rival ours, Rival insert, Rival batched, Rival rewritten, Rival connector) {
        double toInsert = ours.rate() / insert.rate();
        double toBatched = ours.rate() / batched.rate();
        double share = ours.microsPerRow() / insert.microsPerRow();
        double[] rates = ours.sortedRates();
        return new Result(
                List.of(
                        new Metric(
                                "rows_per_second",
                                ours.rate(),
                                rates[0],
                                rates[rates.length - 1],
                                batched.rate(),
                                "rows/s"),
                        Metric.of("ratio_to_insert", toInsert, "x"),
                        Metric.of("ratio_to_batched", toBatched, "x"),
                        Metric.of("ratio_to_flink_connector", ours.rate() / connector.rate(), "x"),
                        new Metric(
                                "processor_micros_per_row",
                                ours.microsPerRow(),
                                null,
                                null,
                                insert.microsPerRow(),
                                "us")),
                List.of(
                        Metric.of(
                                "ratio_to_rewritten_batches", ours.rate() / rewritten.rate(), "x"),
                        Metric.of("batched_processor_micros_per_row", batched.microsPerRow(), "us"),
                        Metric.of(
                                "rewritten_processor_micros_per_row",
                                rewritten.microsPerRow(),
                                "us")),
                toInsert >= GOAL_TO_INSERT
                        && toBatched >= GOAL_TO_BATCHED
                        && share <= GOAL_PROCESSOR_SHARE);
    }

    private static Rival rival(BenchDatabase database, String name, int rows) throws SQLException {
        String application = name.equals("copy") ? "huihui copy" : name;
        OutcomeWriter writer =
                switch (name) {
                    case "copy" -> OutcomeWriter.copy(database, name);
                    case "insert" -> OutcomeWriter.rowByRow(connect(database, name, false));
                    case "batched" -> OutcomeWriter.batched(connect(database, name, false));
                    case "rewritten" -> OutcomeWriter.batched(connect(database, name, true));
                    case "connector" ->
                            OutcomeWriter.flinkConnector(connect(database, name, false));
                    default -> throw new IllegalArgumentException(name);
                };
        return new Rival(name, application, writer, rows);
    }

    private static Connection connect(BenchDatabase database, String name, boolean rewrites)
            throws SQLException {
        return database.login(
                BenchDatabase.WRITER,
                "ApplicationName=" + name + "&reWriteBatchedInserts=" + rewrites);
    }

    /** One way to write, and what it took. */
    private static final class Rival implements AutoCloseable {

        private final String name;
        private final String application;
        private final OutcomeWriter writer;
        private final int rows;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> micros = new ArrayList<>();
        private int written;
        private String last;

        Rival(String name, String application, OutcomeWriter writer, int rows) {
            this.name = name;
            this.application = application;
            this.writer = writer;
            this.rows = rows;
        }

        @OutsideResults("measures how long writing takes")
        void turn(BenchDatabase database, int round) throws IOException, SQLException {
            List<Outcome> outcomes = outcomes();
            try (Connection owner = database.owner()) {
                // The server's own writing out would otherwise fall into somebody's turn.
                BenchDatabase.execute(owner, "CHECKPOINT");
            }
            double server = database.serverSeconds(application);
            long client = Stopwatch.nanos();
            long begin = System.nanoTime();
            writer.write(outcomes);
            double seconds = (System.nanoTime() - begin) * 1e-9;
            double clientSeconds = (Stopwatch.nanos() - client) * 1e-9;
            double processor = clientSeconds + database.serverSeconds(application) - server;
            last = String.format(Locale.ROOT, "%s %,.0f/s", name, rows / seconds);
            if (round >= 0) {
                rates.add(rows / seconds);
                micros.add(1e6 * processor / rows);
            }
        }

        /**
         * All symbols second by second, as outcomes come; keys of rivals lie between each other.
         */
        private List<Outcome> outcomes() {
            List<Outcome> outcomes = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++, written++) {
                outcomes.add(outcome("S" + written % SYMBOLS, written / SYMBOLS));
            }
            return outcomes;
        }

        private Outcome outcome(String symbol, int second) {
            return new Outcome(
                    new SnapshotId(symbol, FIRST_SECOND.toEpochMilli() + second * SECOND),
                    name,
                    "mixture-of-experts/1",
                    new Thesis(Horizon.MINUTES_15, 0.5, 0.25, 0.25),
                    Direction.UP,
                    0.002,
                    0.001,
                    "HIGH_VOL_TRENDING",
                    0.375,
                    0.6931,
                    true,
                    false);
        }

        String last() {
            return last;
        }

        double rate() {
            return Stopwatch.median(sortedRates());
        }

        double[] sortedRates() {
            return sorted(rates);
        }

        double microsPerRow() {
            return Stopwatch.median(sorted(micros));
        }

        private static double[] sorted(List<Double> values) {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }

        @Override
        public void close() throws SQLException {
            writer.close();
        }
    }
}
