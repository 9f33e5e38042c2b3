package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.Require;
import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.expert.regime.hmm.Gaussian;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Regimes of recorded minute bars of 24 tickers: calm and wild, found without labels on all
 * sessions but the last and told minute by minute on the last. Their worth is that of the forecast
 * of how far the next minute moves. The seed names nothing, so two seeds are one run.
 */
public final class BarRegimeSuite implements Suite {

    private static final int STATES = 2;
    private static final int STARTS = 3;
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 0.01;

    /** Of the variance of all minutes: prices have ticks, so no regime is narrower. */
    private static final double LEAST_VARIANCE = 0.05;

    private static final long SEED = 1;

    /** Share of minutes without a move above which a ticker's minutes say how seldom it trades. */
    private static final double MOST_STILL = 0.15;

    /** A part of the day in which volatility is taken to be one: half an hour. */
    private static final int SLOT_MINUTES = 30;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** Weight of a minute in the fading variance that stands beside: a half-life of 15 minutes. */
    private static final double FADING = 1 - Math.pow(0.5, 1 / 15.0);

    @Override
    public String name() {
        return "regime-bars";
    }

    @Override
    public String question() {
        return "What are calm and wild, found on recorded minute bars, worth on the next day?";
    }

    /** Log densities of a ticker's minutes, and how far those that were called wild moved. */
    private static final class Day {
        private double ours;
        private double fading;
        private double alone;
        private int minutes;
        private double wildSquares;
        private double calmSquares;
        private int wild;
        private int spells;

        double ratio() {
            return Math.sqrt((wildSquares / wild) / (calmSquares / (minutes - wild)));
        }
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<BarSession> sessions = BarSession.recorded(progress);
        Require.that(sessions.size() > 1, "two sessions of bars", sessions.size() + " sessions");
        List<BarSession> before = sessions.subList(0, sessions.size() - 1);
        BarSession last = sessions.get(sessions.size() - 1);
        TreeMap<String, double[]> usual = new TreeMap<>();
        List<double[][]> training = new ArrayList<>();
        for (String symbol : symbols(before)) {
            double[] slots = slots(symbol, before);
            List<double[][]> scores =
                    before.stream().map(session -> scores(symbol, session, slots)).toList();
            if (still(scores) <= MOST_STILL) {
                usual.put(symbol, slots);
                training.addAll(scores);
            }
        }
        HiddenMarkovModel regimes = fit(training, STATES);
        HiddenMarkovModel one = fit(training, 1);
        List<Day> days = new ArrayList<>();
        for (String symbol : last.symbols()) {
            if (usual.containsKey(symbol)) {
                Day day = told(scores(symbol, last, usual.get(symbol)), regimes, one);
                days.add(day);
                progress.say(line(symbol, last, day));
            }
        }
        return result(days, regimes);
    }

    private static String line(String symbol, BarSession session, Day day) {
        return String.format(
                Locale.ROOT,
                "%s %s: wild %.2f of the minutes in %d spells, which then moved %.2f times as far",
                LocalDate.ofEpochDay(session.date()),
                symbol,
                day.wild / (double) day.minutes,
                day.spells,
                day.ratio());
    }

    private static Bench.Result result(List<Day> days, HiddenMarkovModel regimes) {
        List<Double> gain = each(days, day -> (day.ours - day.alone) / day.minutes);
        List<Double> rival = each(days, day -> (day.fading - day.alone) / day.minutes);
        List<Double> ratio =
                each(days, Day::ratio).stream().filter(value -> Double.isFinite(value)).toList();
        Metric nats = Bootstrap.metric("gain_nats_a_minute", gain, rival, "nats");
        int wild = wild(regimes);
        return new Bench.Result(
                List.of(
                        nats,
                        Bootstrap.metric("wild_to_calm", ratio, null, "ratio of deviations"),
                        Bootstrap.metric(
                                "wild_share",
                                each(days, day -> day.wild / (double) day.minutes),
                                null,
                                "share"),
                        Bootstrap.metric(
                                "spells", each(days, day -> (double) day.spells), null, "a day")),
                List.of(
                        Metric.of("tickers", days.size(), "count"),
                        Metric.of("stay_in_wild", regimes.transition(wild, wild), "probability")),
                nats.low() > 0);
    }

    private interface Figure {
        double of(Day day);
    }

    private static List<Double> each(List<Day> days, Figure figure) {
        return days.stream().map(figure::of).toList();
    }

    private static List<String> symbols(List<BarSession> sessions) {
        TreeSet<String> symbols = new TreeSet<>(sessions.get(0).symbols());
        sessions.forEach(session -> symbols.retainAll(session.symbols()));
        return List.copyOf(symbols);
    }

    /** Log returns of a session's minutes; NaN where a bar is missing. */
    private static double[] returns(String symbol, BarSession session) {
        double[] returns = new double[session.minutes().size()];
        double before = Double.NaN;
        int at = 0;
        for (TreeMap<String, Double> minute : session.minutes().values()) {
            double close = minute.getOrDefault(symbol, Double.NaN);
            returns[at++] = Math.log(close / before);
            before = close;
        }
        return returns;
    }

    /** Usual deviation of a minute in each part of the day. */
    private static double[] slots(String symbol, List<BarSession> sessions) {
        int slots = 0;
        for (BarSession session : sessions) {
            slots = Math.max(slots, session.minutes().size() / SLOT_MINUTES + 1);
        }
        double[] squares = new double[slots];
        int[] counts = new int[slots];
        double all = 0;
        int count = 0;
        for (BarSession session : sessions) {
            double[] returns = returns(symbol, session);
            for (int t = 0; t < returns.length; t++) {
                if (!Double.isNaN(returns[t])) {
                    squares[t / SLOT_MINUTES] += returns[t] * returns[t];
                    counts[t / SLOT_MINUTES]++;
                    all += returns[t] * returns[t];
                    count++;
                }
            }
        }
        double[] deviations = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            // A slot that did not move has the deviation of the whole day.
            boolean moved = squares[slot] > 0;
            deviations[slot] =
                    Math.sqrt(moved ? squares[slot] / counts[slot] : all / Math.max(1, count));
        }
        return deviations;
    }

    /** Returns in usual deviations of their time of day, without minutes that are not there. */
    private static double[][] scores(String symbol, BarSession session, double[] usual) {
        double[] returns = returns(symbol, session);
        List<double[]> scores = new ArrayList<>();
        for (int t = 0; t < returns.length; t++) {
            double score = returns[t] / usual[Math.min(usual.length - 1, t / SLOT_MINUTES)];
            if (Double.isFinite(score)) {
                scores.add(new double[] {score});
            }
        }
        return scores.toArray(double[][]::new);
    }

    private static double still(List<double[][]> scores) {
        return scores.stream()
                .flatMap(Arrays::stream)
                .mapToDouble(score -> score[0] == 0 ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static HiddenMarkovModel fit(List<double[][]> sequences, int states) {
        return BaumWelch.fit(
                        sequences,
                        new BaumWelch.Options(
                                states,
                                BaumWelch.Covariance.FULL,
                                STARTS,
                                ITERATIONS,
                                TOLERANCE,
                                LEAST_VARIANCE,
                                SEED))
                .model();
    }

    static int wild(HiddenMarkovModel regimes) {
        int wild = 0;
        for (int state = 1; state < regimes.states(); state++) {
            wild = variance(regimes, state) > variance(regimes, wild) ? state : wild;
        }
        return wild;
    }

    private static double variance(HiddenMarkovModel model, int state) {
        return model.emission(state).covariance()[0][0];
    }

    /** Each minute is judged by what was known before it, then taken. */
    private static Day told(double[][] scores, HiddenMarkovModel regimes, HiddenMarkovModel one) {
        Day day = new Day();
        Gaussian alone = one.emission(0);
        ForwardFilter filter = new ForwardFilter(regimes);
        int wild = wild(regimes);
        boolean isWild = false;
        double variance = alone.covariance()[0][0];
        for (double[] score : scores) {
            double square = score[0] * score[0];
            day.minutes++;
            if (isWild) {
                day.wild++;
                day.wildSquares += square;
            } else {
                day.calmSquares += square;
            }
            day.alone += alone.logDensity(score);
            day.fading -= 0.5 * (LOG_TWO_PI + Math.log(variance) + square / variance);
            double least = LEAST_VARIANCE * alone.covariance()[0][0];
            variance = Math.max(least, variance + FADING * (square - variance));
            day.ours += filter.observe(score);
            boolean now = filter.probability(wild) > 0.5;
            day.spells += now && !isWild ? 1 : 0;
            isWild = now;
        }
        return day;
    }
}
