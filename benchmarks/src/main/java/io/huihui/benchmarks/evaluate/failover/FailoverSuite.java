package io.huihui.benchmarks.evaluate.failover;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.ExpertStreams;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.RecordedSnapshots;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.jobs.Environments;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.gating.GateClock;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Experts and gate as in the live job, within Flink, while one expert after the other fails: half
 * an hour of event time with a fault every two minutes, {@value FailoverRun#PER_SECOND} snapshots a
 * second by the clock.
 */
public final class FailoverSuite implements Suite {

    private static final BreakerConfig BREAKERS = BreakerConfig.standard();

    private static final double GOAL_FALLBACK_MILLIS = 50;
    private static final double GOAL_OTHERS_SLOWER = 0.10;
    private static final double GOAL_COOL_DOWNS = 2;
    private static final double GOAL_ANSWERED = 0.9999;
    private static final double P50 = 50;
    private static final double P99 = 99;

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public String question() {
        return "Is every snapshot answered, and how soon, while experts fail?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<FailoverFigures> runs = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            FailoverFigures figures = run(new FaultPlan(seed));
            runs.add(figures);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "seed %d: p99 %.1f ms, answered %.5f, recoveries %s",
                            seed,
                            figures.firstFallbackMillis(P99),
                            figures.answeredShare(),
                            figures.recoveries()));
        }
        return result(runs);
    }

    private static FailoverFigures run(FaultPlan plan) {
        FailoverRun run = new FailoverRun(RecordedSnapshots.of(plan.seed(), FaultPlan.SECONDS));
        FailoverRun.begin(run);
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ZERO);
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        define(
                environment,
                new Asking(
                        BREAKERS,
                        Judging.ON_ARRIVAL,
                        new FaultyInterview(plan, BREAKERS.answerMillis())));
        try {
            environment.execute("failover");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("need a job that goes on to its end, was: " + e, e);
        }
        return new FailoverFigures(run, plan, BREAKERS.coolDownMillis());
    }

    private static void define(StreamExecutionEnvironment environment, Asking asking) {
        DataStream<FeatureSnapshot> snapshots =
                environment
                        .fromSequence(0, FailoverRun.count() - 1)
                        .uid("snapshots")
                        .setParallelism(1)
                        .map(
                                index -> FailoverRun.current().next(index),
                                TypeInformation.of(FeatureSnapshot.class))
                        .uid("snapshots-when-due")
                        .setParallelism(1);
        DataStream<ExpertOpinion> noted =
                ExpertStreams.all(environment, snapshots, asking)
                        .map(
                                opinion -> {
                                    FailoverRun.current().note(opinion);
                                    return opinion;
                                },
                                TypeInformation.of(ExpertOpinion.class))
                        .uid("opinion-times");
        ExpertStreams.gate(environment, snapshots, noted, GateClock.PROCESSING, BREAKERS)
                .map(
                        verdict -> {
                            FailoverRun.current().note(verdict);
                            return verdict;
                        },
                        TypeInformation.of(Verdict.class))
                .uid("verdict-times")
                .sinkTo(new DiscardingSink<>())
                .uid("verdicts-end");
    }

    private static Bench.Result result(List<FailoverFigures> runs) {
        Metric p99 = metric(runs, "p99_fallback_millis", run -> run.firstFallbackMillis(P99), "ms");
        Metric answered = metric(runs, "answered_share", FailoverFigures::answeredShare, "share");
        Metric recovery =
                metric(runs, "slowest_recovery", FailoverSuite::slowestRecovery, "cool-downs");
        Metric slower =
                Bootstrap.metric(
                        "others_p95_slower",
                        values(runs, FailoverFigures::othersSlower),
                        values(runs, FailoverFigures::othersSlowerByChance),
                        "share");
        double lost = runs.stream().mapToDouble(FailoverFigures::lost).sum();
        double duplicated = runs.stream().mapToDouble(FailoverFigures::duplicated).sum();
        double nonsense = runs.stream().mapToDouble(FailoverFigures::nonsense).sum();
        boolean pass =
                p99.high() <= GOAL_FALLBACK_MILLIS
                        && answered.low() >= GOAL_ANSWERED
                        && recovery.high() <= GOAL_COOL_DOWNS
                        && slower.value() < GOAL_OTHERS_SLOWER
                        && lost + duplicated + nonsense == 0;
        return new Bench.Result(
                List.of(
                        p99,
                        metric(
                                runs,
                                "p50_fallback_millis",
                                run -> run.firstFallbackMillis(P50),
                                "ms"),
                        metric(
                                runs,
                                "p99_later_fallback_millis",
                                FailoverFigures::fallbackP99Millis,
                                "ms"),
                        answered,
                        recovery,
                        slower),
                List.of(
                        Metric.of("lost", lost, "answers"),
                        Metric.of("duplicated", duplicated, "answers"),
                        Metric.of("nonsense_let_through", nonsense, "answers"),
                        metric(runs, "usual_p95_millis", FailoverFigures::usualP95Millis, "ms"),
                        metric(runs, "own_share", FailoverFigures::ownShare, "share")),
                pass);
    }

    private static double slowestRecovery(FailoverFigures run) {
        Map<FaultKind, Double> recoveries = run.recoveries();
        return recoveries.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Metric metric(
            List<FailoverFigures> runs,
            String name,
            ToDoubleFunction<FailoverFigures> figure,
            String unit) {
        return Bootstrap.metric(name, values(runs, figure), null, unit);
    }

    private static List<Double> values(
            List<FailoverFigures> runs, ToDoubleFunction<FailoverFigures> figure) {
        return runs.stream().map(figure::applyAsDouble).toList();
    }
}
