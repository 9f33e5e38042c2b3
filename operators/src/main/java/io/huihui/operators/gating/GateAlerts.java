package io.huihui.operators.gating;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.NetworkDuel;

import java.util.Locale;

/** What the gate tells of its networks. */
final class GateAlerts {

    private GateAlerts() {}

    /**
     * Returns the alert of what outcomes have decided.
     *
     * @param decides version of the network that decides from now on
     * @param other version of the one it was compared with
     */
    static Alert of(
            SnapshotId snapshot, NetworkDuel.Decision decision, String decides, String other) {
        AlertKind kind =
                switch (decision.change()) {
                    case PROMOTED -> AlertKind.NETWORK_PROMOTED;
                    case ROLLED_BACK -> AlertKind.NETWORK_ROLLED_BACK;
                    case DROPPED -> AlertKind.NETWORK_DROPPED;
                };
        return new Alert(
                Alert.idOf(snapshot, kind, decides),
                snapshot,
                kind,
                kind == AlertKind.NETWORK_DROPPED ? AlertSeverity.INFO : AlertSeverity.WATCH,
                decides,
                String.format(
                        Locale.ROOT,
                        "%s %s: over %.1f independent outcomes its Brier score was %.3f, that of %s"
                                + " %.3f",
                        decides,
                        what(decision.change()),
                        decision.outcomes(),
                        decision.brier(),
                        other,
                        decision.brierOfOther()),
                null);
    }

    private static String what(NetworkDuel.Change change) {
        return switch (change) {
            case PROMOTED -> "decides from now on";
            case ROLLED_BACK -> "decides again, its successor is forgotten";
            case DROPPED -> "goes on deciding, its challenger is forgotten";
        };
    }
}
