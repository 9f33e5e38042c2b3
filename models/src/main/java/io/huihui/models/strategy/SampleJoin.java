package io.huihui.models.strategy;

import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Brings the features and the verdict of a symbol's whole minutes together, whichever comes first.
 * One topic may be read far ahead of the other; what waits longer than for {@link #MOST} minutes is
 * given up.
 */
public final class SampleJoin implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** More than a session. */
    static final int MOST = 512;

    private static final long MINUTE_MILLIS = 60_000;
    private static final EntryInput[] INPUTS = EntryInput.values();

    /** Places of what is no input. */
    private static final int MID = INPUTS.length;

    private static final int VOL = MID + 1;
    private static final int WIDTH = VOL + 1;

    /** Halves of minutes by their end. */
    private final NavigableMap<Long, Half> waiting = new TreeMap<>();

    private record Half(boolean ofVerdict, List<Double> values) {}

    /** Returns the sample of this minute when its verdict was there; null else. */
    public StrategySample add(FeatureSnapshot snapshot) {
        double[] values = nothing();
        for (EntryInput input : INPUTS) {
            values[input.ordinal()] = input.of(snapshot);
        }
        values[MID] = snapshot.features().orNaN(Feature.MID);
        values[VOL] = snapshot.features().orNaN(Feature.ATM_IV_30D);
        // A corrected second was judged by what it was first.
        return snapshot.revision() > 0 ? null : add(snapshot.id(), false, values);
    }

    /** Returns the sample of this minute when its features were there; null else. */
    public StrategySample add(Verdict verdict) {
        double[] values = nothing();
        for (EntryInput input : INPUTS) {
            values[input.ordinal()] = input.of(verdict);
        }
        return add(verdict.snapshot(), true, values);
    }

    /** Returns whether a second ends a minute; the others are left out. */
    public static boolean isMinute(SnapshotId second) {
        return second.secondEndMillis() % MINUTE_MILLIS == 0;
    }

    private static double[] nothing() {
        double[] values = new double[WIDTH];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private StrategySample add(SnapshotId id, boolean ofVerdict, double[] values) {
        long minute = id.secondEndMillis();
        if (!isMinute(id)) {
            return null;
        }
        Half other = waiting.get(minute);
        if (other == null || other.ofVerdict == ofVerdict) {
            waiting.putIfAbsent(
                    minute, new Half(ofVerdict, Arrays.stream(values).boxed().toList()));
            if (waiting.size() > MOST) {
                waiting.pollFirstEntry();
            }
            return null;
        }
        waiting.remove(minute);
        for (int i = 0; i < WIDTH; i++) {
            values[i] = Double.isNaN(values[i]) ? other.values.get(i) : values[i];
        }
        boolean usable = values[MID] > 0 && values[VOL] > 0;
        List<Double> inputs = Arrays.stream(values, 0, INPUTS.length).boxed().toList();
        return usable ? new StrategySample(id, values[MID], values[VOL], inputs) : null;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeShort(WIDTH);
        out.writeInt(waiting.size());
        for (var entry : waiting.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeBoolean(entry.getValue().ofVerdict);
            for (double value : entry.getValue().values) {
                out.writeDouble(value);
            }
        }
    }

    /** Halves of a release with fewer inputs are given up: they are of minutes at most. */
    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "sample join");
        waiting.clear();
        int width = in.readUnsignedShort();
        for (int left = in.readInt(); left > 0; left--) {
            long minute = in.readLong();
            boolean ofVerdict = in.readBoolean();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                values.add(in.readDouble());
            }
            if (width == WIDTH) {
                waiting.put(minute, new Half(ofVerdict, values));
            }
        }
    }
}
