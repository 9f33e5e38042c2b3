package io.huihui.models.registry;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one expert has borrowed for one symbol. A value can be read from the second after its own
 * on: by then it has been told, live as in a replay, so both read the same.
 */
public final class BorrowedValues implements BinaryState {

    private static final int VERSION = 1;

    private final TreeMap<String, FeatureTimeline> timelines = new TreeMap<>();

    /** Takes a value of the symbol. */
    public void put(LentValue lent) {
        timelines
                .computeIfAbsent(lent.feature(), name -> new FeatureTimeline())
                .put(lent.secondEndMillis(), lent.value());
    }

    /**
     * Returns the latest value of a feature not after the second before a snapshot, and drops what
     * later snapshots cannot read.
     *
     * @param secondEndMillis end of the second of the snapshot; not before those asked of before
     */
    public BorrowedFeature read(FeatureDeclaration feature, long secondEndMillis) {
        FeatureTimeline timeline = timelines.get(feature.name());
        long lastMillis = secondEndMillis - FeatureTimeline.STEP_MILLIS;
        int latest = timeline == null ? -1 : timeline.latest(lastMillis);
        if (latest < 0) {
            return new BorrowedFeature(feature.name(), null, Quality.ABSENT, null);
        }
        long age = secondEndMillis - timeline.millis(latest);
        double value = timeline.value(latest);
        timeline.dropBefore(lastMillis);
        return age <= feature.freshMillis()
                ? new BorrowedFeature(feature.name(), value, Quality.OK, age)
                : new BorrowedFeature(feature.name(), null, Quality.STALE, age);
    }

    /** Returns how many values are kept. */
    public int size() {
        return timelines.values().stream().mapToInt(FeatureTimeline::size).sum();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(timelines.size());
        for (Map.Entry<String, FeatureTimeline> entry : timelines.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "borrowed values");
        timelines.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            FeatureTimeline timeline = new FeatureTimeline();
            String name = in.readUTF();
            timeline.readFrom(in);
            timelines.put(name, timeline);
        }
    }
}
