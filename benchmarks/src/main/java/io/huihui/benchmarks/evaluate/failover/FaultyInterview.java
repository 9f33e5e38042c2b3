package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.expert.Interview;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Asks experts, and lets them fail as planned. */
record FaultyInterview(FaultPlan plan, long answerMillis) implements Interview {

    private static final int FIVE_TIMES = 5;
    private static final int FLAPPING_SECONDS = 3;
    private static final int NONSENSE = 3;

    @Override
    public ExpertOpinion ask(ExpertModel expert, FeatureSnapshot snapshot) throws Exception {
        int second = FailoverRun.secondOf(snapshot.id());
        FaultKind fault = plan.at(second, expert.expert());
        if (fault == null) {
            return expert.observe(snapshot);
        }
        return switch (fault) {
            case HANG -> {
                FailoverRun.current().awaitDue(FaultPlan.end(FaultPlan.faultAt(second)));
                yield expert.observe(snapshot);
            }
            case THROW -> throw planned();
            case TOO_SLOW -> {
                TimeUnit.MILLISECONDS.sleep(FIVE_TIMES * answerMillis);
                yield expert.observe(snapshot);
            }
            case FIVE_TIMES_SLOWER -> slower(expert, snapshot);
            case GARBAGE -> nonsense(expert.expert(), snapshot, second);
            case FLAPPING -> {
                if (second % FLAPPING_SECONDS != 0) {
                    throw planned();
                }
                yield expert.observe(snapshot);
            }
            case ALL_THREE -> throw new IllegalStateException("one of the others is planned");
        };
    }

    private static IllegalStateException planned() {
        return new IllegalStateException("planned");
    }

    @OutsideResults("a fault takes time")
    private static ExpertOpinion slower(ExpertModel expert, FeatureSnapshot snapshot) {
        long start = System.nanoTime();
        ExpertOpinion opinion = expert.observe(snapshot);
        long until = start + FIVE_TIMES * (System.nanoTime() - start);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return opinion;
    }

    private static ExpertOpinion nonsense(Expert expert, FeatureSnapshot snapshot, int second) {
        return switch (second % NONSENSE) {
            case 0 -> null;
            case 1 -> opinion(expert, new SnapshotId("ANOTHER", 1_000), 0.5);
            default -> opinion(expert, snapshot.id(), Double.NaN);
        };
    }

    private static ExpertOpinion opinion(Expert expert, SnapshotId snapshot, double confidence) {
        return new ExpertOpinion(
                snapshot,
                expert,
                Stream.of(Horizon.values()).map(Thesis::uniform).toList(),
                VolatilityView.uniform(),
                confidence,
                List.of(),
                List.of(),
                "nonsense/1",
                false,
                null,
                null,
                null,
                null);
    }
}
