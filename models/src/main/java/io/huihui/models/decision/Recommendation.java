package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * A trade followed from its directive to its end: in the underlying, as return in the direction of
 * the thesis, and in its options, in currency after costs.
 *
 * @param id the directive's id with its kind replaced by {@code recommendation}
 * @param stop null for a thesis that is not directional
 * @param targets nearest first
 * @param openFraction of the position that is still open, 0..1
 * @param opposingSnapshots snapshots in a row that spoke against the thesis
 * @param exitMillis null while active
 * @param returnPercent of the underlying in the direction of the thesis so far, closed parts at
 *     their exit; percent
 * @param worstPercent maximum adverse excursion, percent, not above 0
 * @param bestPercent maximum favourable excursion, percent, not below 0
 * @param exitReason null while active
 * @param options null in trades of release 0.1.0, which chose no options
 * @param vriAtIssue volatility regime indicator at the directive; null when it was missing
 */
public record Recommendation(
        String id,
        String directiveId,
        SnapshotId issued,
        SnapshotId updated,
        TradeThesis thesis,
        Structure structure,
        List<Leg> legs,
        TrackedLevel entry,
        @OrNull TrackedLevel stop,
        List<TrackedLevel> targets,
        double openFraction,
        double conviction,
        List<String> signals,
        String stateAtIssue,
        @OrNull String stateAtExit,
        int opposingSnapshots,
        long exitByMillis,
        RecommendationStatus status,
        Long exitMillis,
        double returnPercent,
        double worstPercent,
        double bestPercent,
        @OrNull ManagementReason exitReason,
        String gateVersion,
        String configVersion,
        @OrNull OptionTrack options,
        Double vriAtIssue) {

    public Recommendation {
        Require.text("id", id);
        Require.text("directiveId", directiveId);
        Require.present("issued", issued);
        Require.present("updated", updated);
        Require.that(
                updated.secondEndMillis() >= issued.secondEndMillis(),
                "updated not before issued",
                () -> "issued=" + issued + " updated=" + updated);
        Require.present("thesis", thesis);
        Require.present("structure", structure);
        legs = List.copyOf(legs);
        Require.that(!legs.isEmpty(), "at least one leg", () -> "none in " + id);
        Require.present("entry", entry);
        targets = List.copyOf(targets);
        Require.within("openFraction", openFraction, 0, 1);
        Require.within("conviction", conviction, 0, Directive.CONVICTION_SCALE);
        signals = List.copyOf(signals);
        Require.text("stateAtIssue", stateAtIssue);
        Require.notNegative("opposingSnapshots", (long) opposingSnapshots);
        Require.present("status", status);
        Require.that(
                status.isActive() == (exitMillis == null)
                        && status.isActive() == (exitReason == null)
                        && status.isActive() == (stateAtExit == null),
                "exit time, reason and state exactly when it has ended",
                () ->
                        "status="
                                + status
                                + " exitMillis="
                                + exitMillis
                                + " exitReason="
                                + exitReason);
        Require.finite("returnPercent", returnPercent);
        Require.that(
                worstPercent <= 0 && bestPercent >= 0,
                "worstPercent <= 0 <= bestPercent",
                () -> "worst=" + worstPercent + " best=" + bestPercent);
        Require.text("gateVersion", gateVersion);
        Require.text("configVersion", configVersion);
        Require.finiteOrMissing("vriAtIssue", vriAtIssue);
    }
}
