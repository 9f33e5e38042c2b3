package io.huihui.benchmarks.store;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code bench partitions}: what a desk asks of its outcomes, of the partitioned table behind
 * row-level security and of the same rows in one piece. Each query in turn, on one core; medians.
 */
public final class PartitionsBench implements Bench {

    private static final double GOAL_RATIO = 3;
    private static final double GOAL_COST_OF_SECURITY = 1.10;

    /** Rows at least; the property makes a smaller bench for trying. */
    private static final int ROWS = Integer.getInteger("huihui.partitions.rows", 10_000_000);

    private static final int TURNS = 7;
    private static final int WARM_UP_TURNS = 2;
    private static final Pattern PARTITION = Pattern.compile("outcomes_\\d{8}");

    /** What one query took on each side, in milliseconds, and how many partitions it read. */
    private record Answered(
            DeskQuery query,
            double partitioned,
            double unguarded,
            double flat,
            double indexed,
            int partitions) {}

    @Override
    public String name() {
        return "partitions";
    }

    @Override
    public String question() {
        return "How much sooner does a desk get its answers from partitions, and what does row-level security cost?";
    }

    @Override
    public Result run(Progress progress) {
        int sessions = -Math.floorDiv(-ROWS, OutcomeHistory.ROWS_PER_SESSION);
        try (BenchDatabase database = BenchDatabase.start();
                Connection owner = database.owner();
                Connection reader =
                        database.login(BenchDatabase.READER, "ApplicationName=partitions")) {
            OutcomeHistory.fill(owner, sessions);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%,d rows, %d sessions",
                            sessions * OutcomeHistory.ROWS_PER_SESSION,
                            sessions));
            for (Connection each : List.of(owner, reader)) {
                BenchDatabase.execute(
                        each, "SET max_parallel_workers_per_gather = 0", "SET jit = off");
            }
            List<Answered> answers = new ArrayList<>();
            for (DeskQuery query : DeskQuery.all(OutcomeHistory.open(sessions - 1))) {
                answers.add(answer(query, owner, reader));
                progress.say(line(answers.get(answers.size() - 1)));
            }
            return result(answers, sessions);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answered answer(DeskQuery query, Connection owner, Connection reader)
            throws SQLException {
        String guarded = query.on(OutcomeHistory.PARTITIONED);
        String asked = query.on(OutcomeHistory.ASKED_BY_TENANT);
        String flat = query.on(OutcomeHistory.FLAT);
        String indexed = query.on(OutcomeHistory.INDEXED);
        double[][] millis = new double[4][TURNS];
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            double[] took = {
                timed(reader, guarded),
                timed(owner, asked),
                timed(reader, flat),
                timed(reader, indexed)
            };
            for (int i = 0; i < took.length && turn >= 0; i++) {
                millis[i][turn] = took[i];
            }
        }
        requireSame(query, reader, guarded, flat);
        for (double[] each : millis) {
            Arrays.sort(each);
        }
        return new Answered(
                query,
                Stopwatch.median(millis[0]),
                Stopwatch.median(millis[1]),
                Stopwatch.median(millis[2]),
                Stopwatch.median(millis[3]),
                partitionsRead(reader, guarded));
    }

    @OutsideResults("measures how long an answer takes")
    private static double timed(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        BenchDatabase.execute(connection, sql);
        return (System.nanoTime() - begin) * 1e-6;
    }

    private static void requireSame(DeskQuery query, Connection reader, String one, String other)
            throws SQLException {
        // The sums of a plan may differ in their last digits, as the order of additions does.
        String digest =
                "SELECT count(*) || ' ' || min(whole::text COLLATE \"C\") FROM (%s) AS whole";
        List<String> ours = BenchDatabase.strings(reader, digest.replace("%s", one));
        List<String> theirs = BenchDatabase.strings(reader, digest.replace("%s", other));
        if (!ours.equals(theirs) && !rounded(ours).equals(rounded(theirs))) {
            throw new IllegalStateException(
                    query.name() + ": need the same answer, was " + ours + " and " + theirs);
        }
    }

    private static String rounded(List<String> answers) {
        return answers.toString().replaceAll("(\\.\\d{6})\\d+", "$1");
    }

    private static int partitionsRead(Connection reader, String sql) throws SQLException {
        Matcher found =
                PARTITION.matcher(BenchDatabase.strings(reader, "EXPLAIN " + sql).toString());
        return (int) found.results().map(match -> match.group()).distinct().count();
    }

    private static Result result(List<Answered> answers, int sessions) {
        double ratio =
                median(answers.stream().mapToDouble(a -> a.flat() / a.partitioned()).toArray());
        double cost =
                median(
                        answers.stream()
                                .mapToDouble(a -> a.partitioned() / a.unguarded())
                                .toArray());
        int partitions = answers.stream().mapToInt(Answered::partitions).max().orElse(0);
        return new Result(
                List.of(
                        new Metric(
                                "ratio_to_flat",
                                ratio,
                                answers.stream()
                                        .mapToDouble(a -> a.flat() / a.partitioned())
                                        .min()
                                        .orElse(0),
                                answers.stream()
                                        .mapToDouble(a -> a.flat() / a.partitioned())
                                        .max()
                                        .orElse(0),
                                null,
                                "x"),
                        Metric.of("cost_of_security", cost, "x"),
                        Metric.of("partitions_read_at_most", partitions, "count")),
                List.of(
                        Metric.of(
                                "ratio_to_flat_with_time_index",
                                median(
                                        answers.stream()
                                                .mapToDouble(a -> a.indexed() / a.partitioned())
                                                .toArray()),
                                "x"),
                        Metric.of("queries", answers.size(), "count"),
                        Metric.of("partitions", sessions, "count")),
                ratio >= GOAL_RATIO && cost <= GOAL_COST_OF_SECURITY && partitions < sessions);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return Stopwatch.median(values);
    }

    private static String line(Answered a) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f ms (without security %.1f), flat %.1f, flat with time index %.1f;"
                        + " %d partitions",
                a.query().name(),
                a.partitioned(),
                a.unguarded(),
                a.flat(),
                a.indexed(),
                a.partitions());
    }
}
