package io.huihui.operators.graph;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * A decision whose surroundings are told.
 *
 * @param id of the directive or the conflict
 */
public record Decision(String id, SnapshotId snapshot) {

    public Decision {
        Require.text("id", id);
        Require.present("snapshot", snapshot);
    }
}
