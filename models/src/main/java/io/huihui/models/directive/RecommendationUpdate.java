package io.huihui.models.directive;

import io.huihui.models.decision.ManagementAction;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.TrackedLevel;

import java.util.ArrayList;
import java.util.List;

/** Builds the next state of one recommendation from the present one and a second. */
final class RecommendationUpdate {

    private static final double PERCENT = 100;

    /** Taken off at the first target, when there is more than one unit. */
    private static final int PARTS = 2;

    private final Recommendation now;
    private final LifeMoment moment;
    private final int opposing;
    private final PositionMarks marks;
    private TrackedLevel entry;
    private TrackedLevel stop;
    private List<TrackedLevel> targets;
    private double openFraction;
    private double bookedReturn;
    private double worst;
    private double best;
    private TrackedOptions options;

    RecommendationUpdate(Recommendation now, LifeMoment moment, boolean opposes) {
        this.now = now;
        this.moment = moment;
        this.opposing = opposes ? now.opposingSnapshots() + 1 : 0;
        this.marks =
                now.options() == null
                        ? null
                        : PositionMarks.of(
                                now.legs(), moment.chain(), moment.mid(), moment.millis());
        this.entry = now.entry();
        this.stop = now.stop();
        this.targets = now.targets();
        this.openFraction = now.openFraction();
        this.bookedReturn = now.returnPercent();
        this.worst = now.worstPercent();
        this.best = now.bestPercent();
        this.options =
                now.options() == null
                        ? null
                        : new TrackedOptions(
                                now.options(),
                                now.legs().size() * moment.config().commissionPerContract());
    }

    int opposing() {
        return opposing;
    }

    PositionMarks marks() {
        return marks;
    }

    boolean isFilled() {
        return now.options() == null || now.options().isFilled();
    }

    /** A thesis about volatility is given up where its options are worth what they were to be. */
    boolean isStopValueReached() {
        return !now.thesis().isDirectional()
                && marks != null
                && marks.mid() <= now.options().stopValue();
    }

    boolean isTargetValueReached() {
        return !now.thesis().isDirectional()
                && marks != null
                && marks.mid() >= now.options().targetValue();
    }

    /** Marks the position: the underlying at its mid, the options at what closing would bring. */
    void mark() {
        if (moment.mid() > 0) {
            int sign = now.thesis().bias().sign();
            double from = now.entry().fill().price();
            double openReturn = sign * (moment.mid() / from - 1) * PERCENT;
            worst = Math.min(worst, openReturn);
            best = Math.max(best, openReturn);
            double closed = 1 - now.openFraction();
            double closedReturn = closed == 0 ? 0 : sign * targetReturn(from);
            bookedReturn = now.openFraction() * openReturn + closed * closedReturn;
        }
        if (marks != null) {
            options.mark(marks);
        }
    }

    /** The part taken off left at the fill of the first target. */
    private double targetReturn(double from) {
        return (now.targets().get(0).fill().price() / from - 1) * PERCENT;
    }

    RecommendationLife.Step keep() {
        boolean open = isFilled() && now.status() == RecommendationStatus.ACTIVE_NEW;
        return new RecommendationLife.Step(
                build(open ? RecommendationStatus.ACTIVE_OPEN : now.status(), null), null);
    }

    /** Enters at the far sides; the return of the underlying counts from its mid now. */
    RecommendationLife.Step fill() {
        entry = entry.filledAt(PriceLevel.underlying(moment.mid()));
        options.fill(marks, moment.millis());
        return new RecommendationLife.Step(build(RecommendationStatus.ACTIVE_OPEN, null), null);
    }

    RecommendationLife.Step hold() {
        RecommendationStatus status =
                now.status() == RecommendationStatus.ACTIVE_NEW
                        ? RecommendationStatus.ACTIVE_OPEN
                        : now.status();
        return step(
                build(status, null),
                ManagementAction.HOLD,
                ManagementReason.THESIS_INTACT,
                null,
                0);
    }

    /**
     * Takes half off at the first target and moves the stop of the rest to the entry; of a single
     * unit nothing can be taken off.
     */
    RecommendationLife.Step takePart() {
        PriceLevel breakEven = now.entry().fill();
        stop = stop.movedTo(breakEven);
        targets = new ArrayList<>(targets);
        targets.set(0, targets.get(0).filledAt(PriceLevel.underlying(moment.mid())));
        double fraction = options == null ? 1.0 / PARTS : options.closePart(PARTS);
        openFraction = now.openFraction() * (1 - fraction);
        boolean part = fraction > 0;
        return step(
                build(
                        part ? RecommendationStatus.PARTIAL : RecommendationStatus.ACTIVE_ADJUSTED,
                        null),
                part ? ManagementAction.PARTIAL_TAKE : ManagementAction.ADJUST_STOP,
                ManagementReason.FIRST_TARGET_REACHED,
                breakEven,
                fraction);
    }

    RecommendationLife.Step moveStop(double price) {
        PriceLevel moved = PriceLevel.underlying(price);
        stop = stop.movedTo(moved);
        return step(
                build(adjusted(), null),
                ManagementAction.ADJUST_STOP,
                ManagementReason.LEVEL_MOVED,
                moved,
                0);
    }

    RecommendationLife.Step moveFirstTarget(double price) {
        targets = new ArrayList<>(targets);
        targets.set(0, targets.get(0).movedTo(PriceLevel.underlying(price)));
        return step(
                build(adjusted(), null),
                ManagementAction.ADJUST_TARGET_1,
                ManagementReason.LEVEL_MOVED,
                null,
                0);
    }

    private RecommendationStatus adjusted() {
        return now.status() == RecommendationStatus.PARTIAL
                ? RecommendationStatus.PARTIAL
                : RecommendationStatus.ACTIVE_ADJUSTED;
    }

    RecommendationLife.Step cancel(ManagementReason reason) {
        openFraction = 0;
        options.cancel();
        return step(
                build(RecommendationStatus.CANCELLED, reason),
                ManagementAction.EXIT,
                reason,
                null,
                1);
    }

    RecommendationLife.Step exit(RecommendationStatus status, ManagementReason reason) {
        openFraction = 0;
        if (options != null) {
            options.closeAll();
        }
        return step(build(status, reason), ManagementAction.EXIT, reason, null, 1);
    }

    private RecommendationLife.Step step(
            Recommendation next,
            ManagementAction action,
            ManagementReason reason,
            PriceLevel newStop,
            double fraction) {
        List<PriceLevel> newTargets =
                action == ManagementAction.ADJUST_TARGET_1
                        ? next.targets().stream().map(TrackedLevel::current).toList()
                        : List.of();
        return new RecommendationLife.Step(
                next,
                new ManagementDirective(
                        now.id() + "/" + moment.millis() + "/" + action,
                        now.id(),
                        moment.verdict().snapshot(),
                        action,
                        reason,
                        newStop,
                        newTargets,
                        fraction));
    }

    private Recommendation build(RecommendationStatus status, ManagementReason exitReason) {
        boolean ended = !status.isActive();
        OptionTrack track = options == null ? null : options.track();
        return new Recommendation(
                now.id(),
                now.directiveId(),
                now.issued(),
                moment.verdict().snapshot(),
                now.thesis(),
                now.structure(),
                now.legs(),
                entry,
                stop,
                targets,
                openFraction,
                now.conviction(),
                now.signals(),
                now.stateAtIssue(),
                ended ? moment.verdict().marketState() : null,
                opposing,
                now.exitByMillis(),
                status,
                ended ? moment.millis() : null,
                bookedReturn,
                worst,
                best,
                exitReason,
                now.gateVersion(),
                now.configVersion(),
                track,
                now.vriAtIssue());
    }
}
