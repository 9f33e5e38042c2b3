package io.huihui.models.gate;

import io.huihui.models.decision.ConfidenceAgreement;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.PredecessorFigures;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;

import java.util.ArrayList;
import java.util.List;

/** How far experts say the same, judged by their views and not by their confidences. */
public final class Agreement {

    /** Below this the experts contradict each other. */
    public static final double CONFLICT_BELOW = 0.6;

    /**
     * Two different likeliest directions are a conflict when both sides are this confident: each
     * then claims to be right more often than not, and they cannot both be (docs/decisions/0211).
     */
    public static final double CONFIDENT_ABOVE = 0.5;

    /** Largest divergence of distributions over three classes. */
    private static final double LARGEST_DIVERGENCE = Math.log(3);

    /** The predecessor's classes of the variance of confidences. */
    private static final double HIGH_BELOW = 0.01;

    private static final double MEDIUM_BELOW = 0.05;

    /** The predecessor's quality was .9 x the mean confidence. */
    private static final double QUALITY_FACTOR = 0.9;

    private Agreement() {}

    /**
     * Returns 1 - the generalised Jensen-Shannon divergence of the theses, weighted as in the pool,
     * over ln 3; 1 with fewer than two.
     *
     * <p>Reference: Lin, "Divergence measures based on the Shannon entropy", IEEE Transactions on
     * Information Theory 37, 1991, eq. 5.1.
     */
    static double of(WeightedPool pool, Horizon horizon) {
        List<ExpertOpinion> opinions = pool.answered();
        if (opinions.size() < 2) {
            return 1;
        }
        double meanEntropy = 0;
        for (int i = 0; i < opinions.size(); i++) {
            Thesis thesis = opinions.get(i).thesis(horizon);
            meanEntropy += pool.weight(i) * entropy(thesis.up(), thesis.down(), thesis.flat());
        }
        Thesis pooled = pool.thesis(horizon);
        double divergence = entropy(pooled.up(), pooled.down(), pooled.flat()) - meanEntropy;
        return Math.max(0, Math.min(1, 1 - divergence / LARGEST_DIVERGENCE));
    }

    private static double entropy(double... probabilities) {
        double entropy = 0;
        for (double probability : probabilities) {
            entropy -= probability > 0 ? probability * Math.log(probability) : 0;
        }
        return entropy;
    }

    /** Returns whether the experts contradict each other at 15 minutes. */
    public static boolean isConflict(List<ExpertOpinion> opinions, double agreement) {
        return agreement < CONFLICT_BELOW || confidentlyDiffer(opinions);
    }

    /** Returns whether two experts are both confident of different directions at 15 minutes. */
    public static boolean confidentlyDiffer(List<ExpertOpinion> opinions) {
        Direction first = null;
        for (ExpertOpinion opinion : opinions) {
            if (opinion.confidence() > CONFIDENT_ABOVE) {
                Direction direction = opinion.thesis(Horizon.MINUTES_15).likeliest();
                if (first != null && first != direction) {
                    return true;
                }
                first = direction;
            }
        }
        return false;
    }

    /** Returns the conflict between the opinions behind a verdict. */
    public static ConflictRecord conflict(Verdict verdict, List<ExpertOpinion> opinions) {
        List<ExpertOpinion> answered = opinions.stream().filter(o -> !o.abstained()).toList();
        List<ConflictView> views = new ArrayList<>();
        for (ExpertOpinion opinion : answered) {
            views.add(
                    new ConflictView(
                            opinion.expert(),
                            opinion.thesis(Horizon.MINUTES_15),
                            opinion.confidence(),
                            opinion.contributions(),
                            opinion.id()));
        }
        return new ConflictRecord(
                verdict.snapshot().text() + "/conflict",
                verdict.snapshot(),
                views,
                verdict.agreement(),
                confidentlyDiffer(answered),
                verdict.gateVersion());
    }

    /** Returns the figures the predecessor made of the confidences alone. */
    static PredecessorFigures predecessor(double... confidences) {
        double mean = 0;
        for (double confidence : confidences) {
            mean += confidence / confidences.length;
        }
        double variance = 0;
        for (double confidence : confidences) {
            variance += (confidence - mean) * (confidence - mean) / confidences.length;
        }
        ConfidenceAgreement agreement =
                variance < HIGH_BELOW
                        ? ConfidenceAgreement.HIGH
                        : variance < MEDIUM_BELOW
                                ? ConfidenceAgreement.MEDIUM
                                : ConfidenceAgreement.LOW;
        return new PredecessorFigures(mean, QUALITY_FACTOR * mean, agreement);
    }
}
