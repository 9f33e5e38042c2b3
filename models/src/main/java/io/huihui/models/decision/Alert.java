package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * Something a person may want to look at.
 *
 * @param id {@code symbol@second/KIND/subject}, the same in every replay
 * @param subject what it is about, e.g. the name of a signal
 * @param signal the signal behind it; null unless the kind is SIGNAL
 */
public record Alert(
        String id,
        SnapshotId snapshot,
        AlertKind kind,
        AlertSeverity severity,
        String subject,
        String sentence,
        @OrNull Signal signal) {

    public Alert {
        Require.text("id", id);
        Require.present("snapshot", snapshot);
        Require.present("kind", kind);
        Require.present("severity", severity);
        Require.text("subject", subject);
        Require.text("sentence", sentence);
        Require.that(
                (kind == AlertKind.SIGNAL) == (signal != null),
                "a signal exactly when the alert is about one",
                () -> "kind=" + kind + " signal=" + signal);
    }

    /** Returns the id of an alert of this kind about this subject. */
    public static String idOf(SnapshotId snapshot, AlertKind kind, String subject) {
        return snapshot.text() + "/" + kind + "/" + subject;
    }
}
