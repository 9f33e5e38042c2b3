package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.OptionPlan;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.TrackedLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.feature.Feature;

import java.util.List;

/** The life of a recommendation: opened by a directive, moved on by later seconds. */
public final class RecommendationLife {

    /** Opposing snapshots in a row after which a trade is closed. */
    static final int OPPOSING_SNAPSHOTS = 2;

    /** Stops and targets follow key levels, which are looked for once a minute. */
    private static final long ADJUST_MILLIS = 60_000;

    /** That a trade is held is said as often as a directive is sent again. */
    private static final long HOLD_MILLIS = 300_000;

    /** A level that moved less than this, in ranges, did not move. */
    private static final double LEAST_MOVE = 0.1;

    /** What one second made of a recommendation; {@code management} is null when nothing. */
    public record Step(Recommendation recommendation, ManagementDirective management) {}

    private RecommendationLife() {}

    /**
     * Returns the recommendation a TRADE directive opens. It is not filled yet: that takes quotes
     * that are newer than those it was chosen on.
     *
     * @param vri volatility regime indicator at the directive; null when it was missing
     */
    public static Recommendation open(Directive directive, Double vri) {
        Require.that(
                directive.isTrade(), "a TRADE", () -> directive.action() + " " + directive.id());
        TradePlan plan = directive.plan();
        OptionPlan options = Require.present("options", plan.options());
        return new Recommendation(
                directive.id().replace("/directive/", "/recommendation/"),
                directive.id(),
                directive.snapshot(),
                directive.snapshot(),
                directive.thesis(),
                plan.structure(),
                options.legs(),
                TrackedLevel.at(PriceLevel.underlying(directive.underlyingPrice())),
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
                track(options),
                vri);
    }

    private static OptionTrack track(OptionPlan options) {
        List<Double> targets = options.targetValues();
        return new OptionTrack(
                options.units(),
                options.units(),
                options.multiplier(),
                options.expiryTimeMillis(),
                options.entryLimit(),
                options.entryValidUntilMillis(),
                null,
                options.entryLimit(),
                options.entryLimit(),
                options.stopValue(),
                targets.get(targets.size() - 1),
                0,
                0,
                0,
                0,
                false);
    }

    /** Returns what a later second makes of an active recommendation. */
    static Step next(Recommendation now, LifeMoment moment) {
        RecommendationUpdate update = new RecommendationUpdate(now, moment, opposes(now, moment));
        if (!update.isFilled()) {
            return enter(now, moment, update);
        }
        update.mark();
        Step ended = end(now, moment, update);
        if (ended != null) {
            return ended;
        }
        if (isFirstTargetReached(now, moment)) {
            return update.takePart();
        }
        Step adjusted = now.thesis().isDirectional() ? adjust(now, moment, update) : null;
        if (adjusted != null) {
            return adjusted;
        }
        return moment.millis() % HOLD_MILLIS == 0 ? update.hold() : update.keep();
    }

    private static Step enter(Recommendation now, LifeMoment moment, RecommendationUpdate update) {
        if (isStopReached(now, moment)) {
            return update.cancel(ManagementReason.STOP_REACHED);
        }
        boolean newer =
                moment.chain() != null
                        && moment.chain().asOfMillis() > now.issued().secondEndMillis();
        PositionMarks marks = update.marks();
        boolean inTime = moment.millis() <= now.options().entryValidUntilMillis();
        if (newer
                && inTime
                && marks != null
                && !marks.modelled()
                && moment.mid() > 0
                && marks.enter() <= now.options().entryLimit()) {
            return update.fill();
        }
        return inTime ? update.keep() : update.cancel(ManagementReason.ENTRY_LAPSED);
    }

    /** Returns the end of the trade; null when it goes on. */
    private static Step end(Recommendation now, LifeMoment moment, RecommendationUpdate update) {
        if (isStopReached(now, moment) || update.isStopValueReached()) {
            return update.exit(RecommendationStatus.EXITED_STOP, ManagementReason.STOP_REACHED);
        }
        if (reached(now, moment, now.targets().size() - 1) || update.isTargetValueReached()) {
            return update.exit(
                    RecommendationStatus.EXITED_TARGET, ManagementReason.LAST_TARGET_REACHED);
        }
        if (now.options() != null && moment.millis() >= now.options().expiryTimeMillis()) {
            return update.exit(RecommendationStatus.EXITED_EXPIRED, ManagementReason.EXPIRED);
        }
        if (moment.millis() >= now.exitByMillis()) {
            return update.exit(RecommendationStatus.EXITED_TIME, ManagementReason.TIME_STOP);
        }
        if (update.opposing() >= OPPOSING_SNAPSHOTS) {
            return isVriFlipped(now, moment)
                    ? update.exit(
                            RecommendationStatus.EXITED_REGIME,
                            ManagementReason.VOLATILITY_VIEW_FLIPPED)
                    : update.exit(
                            RecommendationStatus.EXITED_CONVICTION,
                            ManagementReason.OPPOSING_CONVICTION);
        }
        if (isRegimeAgainst(now, moment)) {
            return update.exit(RecommendationStatus.EXITED_REGIME, ManagementReason.REGIME_AGAINST);
        }
        return null;
    }

    private static boolean isStopReached(Recommendation now, LifeMoment moment) {
        int sign = now.thesis().bias().sign();
        return now.stop() != null
                && moment.mid() > 0
                && PriceLevel.underlying(moment.mid()).reaches(now.stop().current(), -sign);
    }

    private static boolean reached(Recommendation now, LifeMoment moment, int target) {
        int sign = now.thesis().bias().sign();
        return !now.targets().isEmpty()
                && moment.mid() > 0
                && PriceLevel.underlying(moment.mid())
                        .reaches(now.targets().get(target).current(), sign);
    }

    private static boolean isFirstTargetReached(Recommendation now, LifeMoment moment) {
        return reached(now, moment, 0) && now.targets().get(0).fill() == null;
    }

    /** Moves the stop behind, or the first target to, a key level that has come nearer. */
    private static Step adjust(Recommendation now, LifeMoment moment, RecommendationUpdate update) {
        double mid = moment.mid();
        if (moment.millis() % ADJUST_MILLIS != 0 || !(mid > 0) || now.options() == null) {
            return null;
        }
        int sign = now.thesis().bias().sign();
        int days =
                TradingCalendar.newYork()
                        .daysToExpiry(moment.millis(), now.options().expiryTimeMillis());
        double range = TradingRange.of(moment.features(), mid, days).value();
        double behind = sign > 0 ? moment.market().support() : moment.market().resistance();
        double ahead = sign > 0 ? moment.market().resistance() : moment.market().support();
        double stop = StopAndTargets.stopAt(sign, behind, range);
        double moved = sign * (stop - now.stop().current().price());
        if (moved >= LEAST_MOVE * range && StopAndTargets.isFarEnough(sign, mid, stop, range)) {
            return update.moveStop(stop);
        }
        TrackedLevel first = now.targets().get(0);
        double nearer = sign * (first.current().price() - ahead);
        if (first.fill() == null && nearer >= LEAST_MOVE * range && sign * (ahead - mid) > 0) {
            return update.moveFirstTarget(ahead);
        }
        return null;
    }

    /** The leading event regime is against the trade, and has been for some snapshots. */
    private static boolean isRegimeAgainst(Recommendation now, LifeMoment moment) {
        EventRegime against = LeadingRegime.against(now.thesis(), moment.verdict().eventRegimes());
        return against != null
                && moment.millis() - against.onsetMillis() >= OPPOSING_SNAPSHOTS * 1000L;
    }

    /** Volatility is on the other side of its regime than when the trade was opened. */
    private static boolean isVriFlipped(Recommendation now, LifeMoment moment) {
        return !now.thesis().isDirectional()
                && now.vriAtIssue() != null
                && moment.features().orNaN(Feature.VRI_STATE) * now.vriAtIssue() < 0;
    }

    /**
     * Returns whether the second speaks against the thesis: the contrary thesis is as firm as the
     * entry was, or the volatility regime has changed its sign.
     */
    private static boolean opposes(Recommendation now, LifeMoment moment) {
        if (moment.judged() == null) {
            return false;
        }
        Judgement contrary =
                now.thesis().isDirectional()
                        ? moment.judged().direction()
                        : moment.judged().volatility();
        boolean firm =
                contrary.thesis() == ThesisInputs.opposite(now.thesis())
                        && contrary.conviction() >= now.conviction();
        return firm || isVriFlipped(now, moment);
    }
}
