package io.huihui.benchmarks;

import io.huihui.jobs.config.JobConfig;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.models.registry.FeatureRegistry;
import io.huihui.models.registry.LentValue;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.gating.Gate;
import io.huihui.operators.gating.GateClock;
import io.huihui.operators.gating.GateRules;
import io.huihui.operators.regime.RegimeExpertOperator;
import io.huihui.operators.regime.RegimeLoans;
import io.huihui.operators.sentiment.SentimentExpertOperator;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

import java.util.List;

/** The fitted experts on snapshots alone: no news, no macro figures, no rules sent. */
public final class ExpertStreams {

    private ExpertStreams() {}

    /** Returns the opinions of all three, who borrow from one another as in the job. */
    public static DataStream<ExpertOpinion> all(
            StreamExecutionEnvironment environment,
            DataStream<FeatureSnapshot> snapshots,
            Asking asking) {
        FeatureRegistry registry = JobConfig.defaults().borrowing().registry();
        DataStream<ExpertOpinion> regime = regime(environment, snapshots, asking);
        DataStream<ExpertOpinion> flow =
                FlowExpertOperator.attach(
                        snapshots,
                        RegimeLoans.attach(regime, registry.readOf(Expert.REGIME)),
                        registry.readBy(Expert.FLOW),
                        ExpertSet.TRAINED,
                        asking);
        return regime.union(flow, sentiment(environment, snapshots, asking));
    }

    public static DataStream<ExpertOpinion> regime(
            StreamExecutionEnvironment environment,
            DataStream<FeatureSnapshot> snapshots,
            Asking asking) {
        return RegimeExpertOperator.attach(
                snapshots,
                none(environment, "macro", MacroRelease.class),
                none(environment, "rules", RuleSet.class),
                RegimeRules.shipped(),
                ExpertSet.TRAINED,
                asking);
    }

    /** Returns the opinions of the flow expert alone, which then borrows nothing. */
    public static DataStream<ExpertOpinion> flow(
            StreamExecutionEnvironment environment,
            DataStream<FeatureSnapshot> snapshots,
            Asking asking) {
        return FlowExpertOperator.attach(
                snapshots,
                none(environment, "loans", LentValue.class),
                List.of(),
                ExpertSet.TRAINED,
                asking);
    }

    public static DataStream<ExpertOpinion> sentiment(
            StreamExecutionEnvironment environment,
            DataStream<FeatureSnapshot> snapshots,
            Asking asking) {
        return SentimentExpertOperator.attach(
                snapshots, none(environment, "news", NewsMention.class), ExpertSet.TRAINED, asking);
    }

    /** Returns the verdicts of the gate as it ships, its network in plain loops. */
    public static DataStream<Verdict> gate(
            StreamExecutionEnvironment environment,
            DataStream<FeatureSnapshot> snapshots,
            DataStream<ExpertOpinion> opinions,
            GateClock clock,
            BreakerConfig breakers) {
        return Gate.attach(
                snapshots,
                opinions,
                none(environment, "networks", NetworkOffer.class),
                new GateRules(
                        clock,
                        Gate.DEFAULT_MAX_WAIT_MILLIS,
                        ExpertSet.TRAINED,
                        PlainGateNetwork::new,
                        breakers));
    }

    /** A stream that has ended, which says by its watermark not to wait for it. */
    private static <T> DataStream<T> none(
            StreamExecutionEnvironment environment, String uid, Class<T> type) {
        return environment
                .fromSequence(0, 0)
                .uid(uid)
                .setParallelism(1)
                .flatMap((Long never, Collector<T> out) -> {}, TypeInformation.of(type))
                .uid(uid + "-none")
                .setParallelism(1);
    }
}
