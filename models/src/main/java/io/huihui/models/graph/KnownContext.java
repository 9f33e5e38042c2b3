package io.huihui.models.graph;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * What was known around the symbol of a decision when it was made.
 *
 * @param about id of the directive or the conflict
 * @param snapshot what was decided on
 * @param complete whether the whole look-back was seen; false in the first hour of a job
 * @param context as the graph answers at any time
 */
public record KnownContext(String about, SnapshotId snapshot, boolean complete, Context context) {

    public KnownContext {
        Require.text("about", about);
        Require.present("snapshot", snapshot);
        Require.present("context", context);
    }
}
