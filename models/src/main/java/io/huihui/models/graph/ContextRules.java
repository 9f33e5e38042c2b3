package io.huihui.models.graph;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.io.Serializable;

/**
 * What is told of the surroundings of a decision.
 *
 * @param hops as in {@link ContextQuestion#hops}
 * @param lookBackMillis as in {@link ContextQuestion#lookBackMillis}
 * @param most as in {@link ContextQuestion#most}
 * @param mostLinks how many links are held at most; the oldest go first
 */
public record ContextRules(int hops, long lookBackMillis, int most, int mostLinks)
        implements Serializable {

    public ContextRules {
        Require.that(mostLinks > 0, "mostLinks > 0", "mostLinks=" + mostLinks);
        // Which checks the rest.
        Require.present(
                "rules", new ContextQuestion(NodeId.symbol("X"), hops, 1, lookBackMillis, most));
    }

    /** Returns the question about the symbol of a snapshot, as of the snapshot. */
    public ContextQuestion about(SnapshotId snapshot) {
        return new ContextQuestion(
                NodeId.symbol(snapshot.symbol()),
                hops,
                snapshot.secondEndMillis(),
                lookBackMillis,
                most);
    }
}
