package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/** A prediction that was never scored, so that the scored ones can be counted against all. */
public record UnresolvedPrediction(
        SnapshotId snapshot, String predictor, Horizon horizon, UnresolvedReason reason) {

    public UnresolvedPrediction {
        Require.present("snapshot", snapshot);
        Require.text("predictor", predictor);
        Require.present("horizon", horizon);
        Require.present("reason", reason);
    }
}
