package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * Experts that disagree at one snapshot.
 *
 * @param id {@code symbol@second/conflict}, the same in every replay
 * @param views one per expert that answered, at least two
 * @param agreement as in the verdict, 0..1
 * @param topClassesDiffer true when likeliest directions differ and both sides were confident
 */
public record ConflictRecord(
        String id,
        SnapshotId snapshot,
        List<ConflictView> views,
        double agreement,
        boolean topClassesDiffer,
        String gateVersion) {

    public ConflictRecord {
        Require.text("id", id);
        Require.present("snapshot", snapshot);
        views = List.copyOf(views);
        if (views.size() < 2) {
            throw Require.violated("at least two views", views.size() + " views");
        }
        Require.within("agreement", agreement, 0, 1);
        Require.text("gateVersion", gateVersion);
    }
}
