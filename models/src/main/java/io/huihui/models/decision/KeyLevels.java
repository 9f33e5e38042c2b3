package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * All key levels of one symbol at one snapshot.
 *
 * @param levels by price, lowest first
 */
public record KeyLevels(SnapshotId snapshot, List<KeyLevel> levels, String configVersion) {

    public KeyLevels {
        Require.present("snapshot", snapshot);
        levels = List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i - 1).price() > levels.get(i).price()) {
                throw Require.violated(
                        "levels by price, lowest first",
                        levels.get(i).price() + " after " + levels.get(i - 1).price());
            }
        }
        Require.text("configVersion", configVersion);
    }
}
