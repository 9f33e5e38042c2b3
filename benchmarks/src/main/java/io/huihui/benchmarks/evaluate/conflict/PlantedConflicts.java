package io.huihui.benchmarks.evaluate.conflict;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Conflicts of every kind: two or three views, near and far apart, with up to six reasons each. */
final class PlantedConflicts {

    private static final long START_MILLIS = 1_767_623_400_000L;
    private static final int MOST_REASONS = 6;

    private PlantedConflicts() {}

    static List<ConflictRecord> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ConflictRecord> conflicts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SnapshotId snapshot =
                    new SnapshotId("S" + random.nextInt(5), START_MILLIS + i * 1_000L);
            List<ConflictView> views = new ArrayList<>();
            int silent = random.nextInt(2 * Expert.values().length);
            for (Expert expert : Expert.values()) {
                if (expert.ordinal() != silent) {
                    views.add(view(expert, snapshot, random));
                }
            }
            conflicts.add(
                    new ConflictRecord(
                            snapshot.text() + "/conflict",
                            snapshot,
                            views,
                            random.nextDouble(),
                            random.nextBoolean(),
                            "planted/" + seed));
        }
        return conflicts;
    }

    private static ConflictView view(Expert expert, SnapshotId snapshot, SplittableRandom random) {
        double up = random.nextDouble();
        double down = random.nextDouble() * (1 - up);
        List<Contribution> reasons = new ArrayList<>();
        int first = random.nextInt(Feature.values().length - MOST_REASONS);
        for (int i = 0; i < random.nextInt(MOST_REASONS + 1); i++) {
            reasons.add(
                    new Contribution(Feature.values()[first + i].name(), random.nextDouble(-3, 3)));
        }
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                random.nextDouble(),
                reasons,
                snapshot.text() + "/opinion/" + expert + "/planted");
    }
}
