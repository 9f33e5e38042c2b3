package io.huihui.models.feature;

import io.huihui.models.Require;

/**
 * All features of one symbol at the end of one event-time second.
 *
 * @param revision 0 when first published; counts up when late data corrected the second
 */
public record FeatureSnapshot(SnapshotId id, int revision, FeatureVector features) {

    public FeatureSnapshot {
        Require.present("id", id);
        Require.notNegative("revision", (long) revision);
        Require.present("features", features);
    }
}
