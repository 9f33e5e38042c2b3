package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.TrackedLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.Verdict;

/** The life of a recommendation: opened by a directive, moved on by later snapshots. */
public final class RecommendationLife {

    /** Opposing snapshots in a row after which a trade is closed. */
    static final int OPPOSING_SNAPSHOTS = 2;

    /** Taken off at the first target. */
    static final double PARTIAL_FRACTION = 0.5;

    /** What one snapshot made of a recommendation; {@code management} is null when nothing. */
    public record Step(Recommendation recommendation, ManagementDirective management) {}

    private RecommendationLife() {}

    /** Returns the recommendation a TRADE directive opens, at the mid of its snapshot. */
    public static Recommendation open(Directive directive) {
        Require.that(directive.isTrade(), "a TRADE", directive.action() + " " + directive.id());
        TradePlan plan = directive.plan();
        String id = directive.id().replace("/directive/", "/recommendation/");
        PriceLevel entry = PriceLevel.underlying(directive.underlyingPrice());
        return new Recommendation(
                id,
                directive.id(),
                directive.snapshot(),
                directive.snapshot(),
                directive.thesis(),
                plan.structure(),
                Legs.of(plan),
                TrackedLevel.at(entry).filledAt(entry),
                plan.stop() == null ? null : TrackedLevel.at(plan.stop()),
                plan.targets().stream().map(TrackedLevel::at).toList(),
                1,
                directive.conviction(),
                directive.signals(),
                directive.marketState(),
                null,
                0,
                plan.exitByMillis(),
                RecommendationStatus.ACTIVE_NEW,
                null,
                0,
                0,
                0,
                null,
                directive.gateVersion(),
                directive.configVersion(),
                null,
                null);
    }

    /**
     * Returns what a later snapshot makes of an active recommendation.
     *
     * @param mid of the snapshot; NaN leaves everything but the time stop as it is
     */
    public static Step next(Recommendation now, Verdict verdict, double mid) {
        RecommendationUpdate update = new RecommendationUpdate(now, verdict);
        long time = verdict.snapshot().secondEndMillis();
        if (mid > 0) {
            update.mark(mid);
            PriceLevel price = PriceLevel.underlying(mid);
            int sign = now.thesis().bias().sign();
            if (now.stop() != null && price.reaches(now.stop().current(), -sign)) {
                return update.exit(RecommendationStatus.EXITED_STOP, ManagementReason.STOP_REACHED);
            }
            if (reached(now, price, sign, now.targets().size() - 1)) {
                return update.exit(
                        RecommendationStatus.EXITED_TARGET, ManagementReason.LAST_TARGET_REACHED);
            }
            if (now.openFraction() == 1 && reached(now, price, sign, 0)) {
                return update.takePart(price);
            }
        }
        if (time >= now.exitByMillis()) {
            return update.exit(RecommendationStatus.EXITED_TIME, ManagementReason.TIME_STOP);
        }
        if (update.opposing() >= OPPOSING_SNAPSHOTS) {
            return update.exit(
                    RecommendationStatus.EXITED_CONVICTION, ManagementReason.OPPOSING_CONVICTION);
        }
        if (isRegimeAgainst(now, verdict)) {
            return update.exit(RecommendationStatus.EXITED_REGIME, ManagementReason.REGIME_AGAINST);
        }
        return update.keep();
    }

    private static boolean reached(Recommendation now, PriceLevel price, int sign, int target) {
        return !now.targets().isEmpty() && price.reaches(now.targets().get(target).current(), sign);
    }

    /** The active event regime of highest priority that leans at all leans the other way. */
    private static boolean isRegimeAgainst(Recommendation now, Verdict verdict) {
        for (EventRegime event : verdict.eventRegimes()) {
            Bias bias = event.name().bias();
            if (bias != Bias.NEUTRAL) {
                long held = verdict.snapshot().secondEndMillis() - event.onsetMillis();
                boolean settled = held >= OPPOSING_SNAPSHOTS * 1000L;
                return settled && bias == now.thesis().bias().opposite();
            }
        }
        return false;
    }

    /**
     * Returns whether the verdict speaks against the thesis as firmly as the entry spoke for it.
     */
    static boolean opposes(Recommendation now, Verdict verdict) {
        Judgement judgement = Judgement.direction(verdict);
        return judgement.thesis().bias() == now.thesis().bias().opposite()
                && judgement.conviction() >= now.conviction();
    }
}
