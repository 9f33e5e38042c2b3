package io.huihui.agents;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Thesis;
import io.huihui.models.explanation.ConflictResolver;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/** A conflict of SPY by second, which FLOW decides to go UP. */
final class Settled {

    private static final long START_MILLIS = 1_767_623_400_000L;

    private Settled() {}

    static ConflictRecord conflict(int second) {
        SnapshotId snapshot = new SnapshotId("SPY", START_MILLIS + second * 1_000L);
        return new ConflictRecord(
                snapshot.text() + "/conflict",
                snapshot,
                List.of(view(Expert.FLOW, 0.8, 0.1), view(Expert.SENTIMENT, 0.1, 0.5)),
                0.5,
                true,
                "test/1");
    }

    static Resolution byRule(int second) {
        return ConflictResolver.resolve(conflict(second));
    }

    private static ConflictView view(Expert expert, double up, double down) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                0.7,
                List.of(new Contribution("reason", up)),
                "opinion of " + expert);
    }
}
