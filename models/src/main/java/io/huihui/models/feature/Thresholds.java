package io.huihui.models.feature;

import io.huihui.models.Require;
import io.huihui.models.calendar.Session;

import java.util.List;

/** The dynamic thresholds of a symbol in the present session, sent once a minute. */
public record Thresholds(SnapshotId id, Session session, List<ThresholdLevels> levels) {

    public Thresholds {
        Require.present("id", id);
        Require.present("session", session);
        levels = List.copyOf(levels);
    }
}
