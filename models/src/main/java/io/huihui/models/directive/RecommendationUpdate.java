package io.huihui.models.directive;

import io.huihui.models.decision.ManagementAction;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.TrackedLevel;
import io.huihui.models.decision.Verdict;

import java.util.ArrayList;
import java.util.List;

/** Builds the next state of one recommendation from the present one and a snapshot. */
final class RecommendationUpdate {

    private static final double PERCENT = 100;

    private final Recommendation now;
    private final Verdict verdict;
    private final int opposing;
    private double openReturn;
    private double bookedReturn;
    private double worst;
    private double best;

    RecommendationUpdate(Recommendation now, Verdict verdict) {
        this.now = now;
        this.verdict = verdict;
        this.opposing = RecommendationLife.opposes(now, verdict) ? now.opposingSnapshots() + 1 : 0;
        this.worst = now.worstPercent();
        this.best = now.bestPercent();
        this.bookedReturn = now.returnPercent();
    }

    int opposing() {
        return opposing;
    }

    /** Marks the position to a price: open part at the price, closed part as it was booked. */
    void mark(double mid) {
        int sign = now.thesis().bias().sign();
        double entry = now.entry().fill().price();
        openReturn = sign * (mid / entry - 1) * PERCENT;
        worst = Math.min(worst, openReturn);
        best = Math.max(best, openReturn);
        double closed = 1 - now.openFraction();
        double closedReturn = closed == 0 ? 0 : sign * targetReturn(entry);
        bookedReturn = now.openFraction() * openReturn + closed * closedReturn;
    }

    /** The part taken off left at the fill of the first target. */
    private double targetReturn(double entry) {
        return (now.targets().get(0).fill().price() / entry - 1) * PERCENT;
    }

    RecommendationLife.Step keep() {
        RecommendationStatus status =
                now.status() == RecommendationStatus.ACTIVE_NEW
                        ? RecommendationStatus.ACTIVE_OPEN
                        : now.status();
        return new RecommendationLife.Step(
                build(now.stop(), now.targets(), now.openFraction(), status, null), null);
    }

    /** Takes half off at the first target and moves the stop of the rest to the entry. */
    RecommendationLife.Step takePart(PriceLevel price) {
        List<TrackedLevel> targets = new ArrayList<>(now.targets());
        targets.set(0, targets.get(0).filledAt(price));
        PriceLevel breakEven = now.entry().fill();
        Recommendation next =
                build(
                        now.stop().movedTo(breakEven),
                        targets,
                        1 - RecommendationLife.PARTIAL_FRACTION,
                        RecommendationStatus.PARTIAL,
                        null);
        return step(
                next,
                ManagementAction.PARTIAL_TAKE,
                ManagementReason.FIRST_TARGET_REACHED,
                breakEven,
                RecommendationLife.PARTIAL_FRACTION);
    }

    RecommendationLife.Step exit(RecommendationStatus status, ManagementReason reason) {
        Recommendation next = build(now.stop(), now.targets(), 0, status, reason);
        return step(next, ManagementAction.EXIT, reason, null, 1);
    }

    private RecommendationLife.Step step(
            Recommendation next,
            ManagementAction action,
            ManagementReason reason,
            PriceLevel stop,
            double fraction) {
        String id = now.id() + "/" + verdict.snapshot().secondEndMillis() + "/" + action;
        return new RecommendationLife.Step(
                next,
                new ManagementDirective(
                        id,
                        now.id(),
                        verdict.snapshot(),
                        action,
                        reason,
                        stop,
                        List.of(),
                        fraction));
    }

    private Recommendation build(
            TrackedLevel stop,
            List<TrackedLevel> targets,
            double openFraction,
            RecommendationStatus status,
            ManagementReason exitReason) {
        boolean ended = !status.isActive();
        return new Recommendation(
                now.id(),
                now.directiveId(),
                now.issued(),
                verdict.snapshot(),
                now.thesis(),
                now.structure(),
                now.legs(),
                now.entry(),
                stop,
                targets,
                openFraction,
                now.conviction(),
                now.signals(),
                now.stateAtIssue(),
                ended ? verdict.marketState() : null,
                opposing,
                now.exitByMillis(),
                status,
                ended ? verdict.snapshot().secondEndMillis() : null,
                bookedReturn,
                worst,
                best,
                exitReason,
                now.gateVersion(),
                now.configVersion(),
                null,
                null);
    }
}
