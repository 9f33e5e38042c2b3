package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What to do with one open recommendation.
 *
 * @param id {@code recommendationId/second/action}, the same in every replay
 * @param stop the new stop; null unless the action is ADJUST_STOP or PARTIAL_TAKE
 * @param targets the new targets; empty unless the action is ADJUST_TARGET_1
 * @param fraction of the position that is closed, 0..1
 */
public record ManagementDirective(
        String id,
        String recommendationId,
        SnapshotId snapshot,
        ManagementAction action,
        ManagementReason reasonCode,
        @OrNull PriceLevel stop,
        List<PriceLevel> targets,
        double fraction) {

    public ManagementDirective {
        Require.text("id", id);
        Require.text("recommendationId", recommendationId);
        Require.present("snapshot", snapshot);
        Require.present("action", action);
        Require.present("reasonCode", reasonCode);
        targets = List.copyOf(targets);
        Require.within("fraction", fraction, 0, 1);
        Require.that(
                action != ManagementAction.EXIT || fraction == 1,
                "an EXIT of the whole position",
                () -> "fraction=" + fraction);
    }
}
