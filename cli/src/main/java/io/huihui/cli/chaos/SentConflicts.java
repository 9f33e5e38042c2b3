package io.huihui.cli.chaos;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * Conflicts about a symbol that is not in the market, for the agents to settle while faults come:
 * about those of the market experts hardly ever differ so much.
 */
final class SentConflicts implements AutoCloseable {

    private static final String SYMBOL = "DISPUTED";
    private static final int EACH_TIME = 20;
    private static final long SECOND = 1_000;

    private final KafkaFeeder feeder;
    private long sent;

    SentConflicts(String servers) {
        feeder = new KafkaFeeder(servers);
    }

    /** Sends some more; does not wait for the broker, which may be dead. */
    void send() {
        for (int i = 0; i < EACH_TIME; i++) {
            feeder.send(Topics.CONFLICTS, conflict(++sent));
        }
    }

    /** Returns when all are there. */
    void flush() {
        feeder.flush();
    }

    private static ConflictRecord conflict(long second) {
        SnapshotId snapshot = new SnapshotId(SYMBOL, second * SECOND);
        return new ConflictRecord(
                snapshot.text() + "/conflict",
                snapshot,
                List.of(view(Expert.FLOW, 0.7, 0.1), view(Expert.REGIME, 0.1, 0.7)),
                0.4,
                true,
                "chaos/1");
    }

    private static ConflictView view(Expert expert, double up, double down) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                0.7,
                List.of(new Contribution("drill", up)),
                "opinion of " + expert);
    }

    @Override
    public void close() {
        feeder.close();
    }
}
