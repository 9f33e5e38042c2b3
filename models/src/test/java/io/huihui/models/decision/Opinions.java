package io.huihui.models.decision;

import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;

/** Opinions for tests. */
public final class Opinions {

    private Opinions() {}

    /** An opinion that says the same at every horizon; the rest is flat. */
    public static ExpertOpinion saying(SnapshotId snapshot, Expert expert, double up, double down) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up, down, 1 - up - down));
        }
        return new ExpertOpinion(
                snapshot,
                expert,
                theses,
                VolatilityView.uniform(),
                Math.max(up, down),
                List.of(),
                List.of(),
                "test/1",
                false,
                null,
                null,
                null,
                null);
    }
}
