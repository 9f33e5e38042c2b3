package io.huihui.benchmarks.evaluate.strategy;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.StrategyMinutes;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.strategy.EntryInput;
import io.huihui.models.strategy.RejectionReason;
import io.huihui.models.strategy.StrategyComposer;
import io.huihui.models.strategy.StrategyProposal;
import io.huihui.models.strategy.StrategySample;
import io.huihui.models.strategy.TemplateText;
import io.huihui.models.strategy.TradingCosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the composer proposes what is worth something and nothing else: on tapes where nothing is
 * to be earned and nothing is charged, on tapes where an edge is planted, and on the simulated
 * market.
 */
public final class ComposerSuite implements Suite {

    private static final int PLANTED_SESSIONS = 12;

    /** Two to trade in before the first batch, and one to take thresholds from before those. */
    private static final int SIMULATED_SESSIONS = 5;

    private static final int WARM_UP_SESSIONS = 2;

    /**
     * Of the market the first seeds tell: it takes most of the time, and proposes next to nothing.
     */
    private static final int MARKET_SEEDS = 4;

    /**
     * Share of the variance of half an hour that the lean tells: an edge that no market leaves, so
     * that a composer that misses it would find nothing.
     */
    private static final double EDGE = 0.95;

    private static final double NEW_A_DAY = 3;
    private static final double FALSE_SHARE = 0.05;
    private static final double FOUND_SHARE = 0.9;

    @Override
    public String name() {
        return "composer";
    }

    @Override
    public String question() {
        return "Does the strategy composer propose what is worth something, and nothing else?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        Tally nothing = new Tally();
        Tally edge = new Tally();
        Tally market = new Tally();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            // Nothing charged: half an hour of these tapes moves little more than costs, which
            // alone would keep what is worth nothing from being proposed.
            nothing.add(
                    compose(
                            new StrategyComposer(TradingCosts.NONE),
                            PlantedTapes.sessions(seed, PLANTED_SESSIONS, 0)),
                    PLANTED_SESSIONS);
            edge.add(
                    compose(
                            new StrategyComposer(TradingCosts.NONE),
                            PlantedTapes.sessions(seed, PLANTED_SESSIONS, EDGE)),
                    PLANTED_SESSIONS);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "seed %d: proposed %s without an edge, %s with one",
                            seed,
                            nothing.last(),
                            edge.last()));
            if (seed < seeds.first() + MARKET_SEEDS) {
                market.add(
                        compose(
                                new StrategyComposer(),
                                StrategyMinutes.simulated(seed, SIMULATED_SESSIONS)),
                        SIMULATED_SESSIONS);
                progress.say("seed " + seed + ": proposed " + market.last() + " on the market");
            }
        }
        return figures(nothing, edge, market);
    }

    private static List<StrategyProposal> compose(
            StrategyComposer composer, List<StrategySample> samples) {
        List<StrategyProposal> answers = new ArrayList<>();
        samples.forEach(sample -> answers.addAll(composer.observe(sample)));
        return answers;
    }

    private static Bench.Result figures(Tally nothing, Tally edge, Tally market) {
        Metric fresh = Bootstrap.metric("new_per_day", market.newADay, null, "count");
        Metric found = Bootstrap.metric("edge_found_share", edge.found, null, "share");
        Metric falseTapes = Bootstrap.metric("false_tape_share", nothing.any, null, "share");
        List<Metric> metrics = new ArrayList<>();
        metrics.add(fresh);
        metrics.add(found);
        metrics.add(Bootstrap.metric("edge_proposed_per_day", edge.proposedADay, null, "count"));
        metrics.add(Bootstrap.metric("edge_on_lean_share", edge.onLean(), null, "share"));
        metrics.add(
                Bootstrap.metric("market_proposed_per_day", market.proposedADay, null, "count"));
        for (RejectionReason reason : RejectionReason.values()) {
            metrics.add(
                    Metric.of(
                            "market_" + reason.name().toLowerCase(Locale.ROOT),
                            market.share(reason),
                            "share"));
        }
        List<Metric> guards =
                List.of(
                        falseTapes,
                        Metric.of("false_template_share", nothing.proposedShare(), "share"),
                        Metric.of(
                                "repeated_hashes",
                                nothing.repeated() + edge.repeated() + market.repeated(),
                                "count"),
                        Metric.of("worst_profit", market.worst(), "share of risk"),
                        Metric.of("largest_loss", market.largestLoss(), "currency"));
        boolean pass =
                fresh.low() >= NEW_A_DAY
                        && found.value() >= FOUND_SHARE
                        && falseTapes.value() <= FALSE_SHARE
                        && guards.get(2).value() == 0
                        && market.worst() >= -1 - 1e-9;
        return new Bench.Result(metrics, guards, pass);
    }

    /** What became of the templates of tapes of one kind. */
    private static final class Tally {

        private final List<List<StrategyProposal>> tapes = new ArrayList<>();
        private final List<Double> newADay = new ArrayList<>();
        private final List<Double> proposedADay = new ArrayList<>();
        private final List<Double> any = new ArrayList<>();
        private final List<Double> found = new ArrayList<>();

        void add(List<StrategyProposal> answers, int sessions) {
            tapes.add(answers);
            double days = sessions - WARM_UP_SESSIONS;
            List<StrategyProposal> proposed = proposed(answers);
            newADay.add(answers.size() / days);
            proposedADay.add(proposed.size() / days);
            any.add(proposed.isEmpty() ? 0.0 : 1.0);
            found.add(proposed.stream().anyMatch(Tally::looksAtLean) ? 1.0 : 0.0);
        }

        private static List<StrategyProposal> proposed(List<StrategyProposal> answers) {
            return answers.stream().filter(StrategyProposal::isProposed).toList();
        }

        private static boolean looksAtLean(StrategyProposal answer) {
            return TemplateText.parse(answer.template()).gates().stream()
                    .anyMatch(gate -> gate.input() == EntryInput.LEAN);
        }

        String last() {
            List<StrategyProposal> answers = tapes.get(tapes.size() - 1);
            return proposed(answers).size() + " of " + answers.size();
        }

        /** Returns of each tape the share of what was proposed that looks at the planted input. */
        List<Double> onLean() {
            List<Double> shares = new ArrayList<>();
            for (List<StrategyProposal> answers : tapes) {
                List<StrategyProposal> proposed = proposed(answers);
                if (!proposed.isEmpty()) {
                    shares.add(
                            proposed.stream().filter(Tally::looksAtLean).count()
                                    / (double) proposed.size());
                }
            }
            return shares.size() > 1 ? shares : List.of(0.0, 0.0);
        }

        private List<StrategyProposal> all() {
            return tapes.stream().flatMap(List::stream).toList();
        }

        double share(RejectionReason reason) {
            return all().stream().filter(answer -> answer.rejection() == reason).count()
                    / (double) all().size();
        }

        double proposedShare() {
            return proposed(all()).size() / (double) all().size();
        }

        double repeated() {
            double repeated = 0;
            for (List<StrategyProposal> answers : tapes) {
                repeated +=
                        answers.size()
                                - answers.stream().map(StrategyProposal::hash).distinct().count();
            }
            return repeated;
        }

        double worst() {
            return all().stream().mapToDouble(StrategyProposal::worstProfit).min().orElse(0);
        }

        double largestLoss() {
            return proposed(all()).stream()
                    .mapToDouble(StrategyProposal::largestLoss)
                    .max()
                    .orElse(0);
        }
    }
}
