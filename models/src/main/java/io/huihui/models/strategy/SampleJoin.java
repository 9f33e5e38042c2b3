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
 * Each of the two topics comes in order, but one may be read far ahead of the other: a half waits
 * until the other topic has passed its minute. What was sent before comes again after a restart,
 * and is left out.
 */
public final class SampleJoin implements BinaryState {

    private static final int STATE_VERSION = 2;

    /** Since then it is known how far each topic was read. */
    private static final int WITH_NEWEST = 2;

    /** Bounds the state: ten sessions, which is what the composer remembers. */
    static final int MOST = 3_900;

    private static final long MINUTE_MILLIS = 60_000;
    private static final EntryInput[] INPUTS = EntryInput.values();

    /** Places of what is no input. */
    private static final int MID = INPUTS.length;

    private static final int VOL = MID + 1;
    private static final int WIDTH = VOL + 1;

    /** Halves of minutes by their end; all of the topic that is ahead. */
    private final NavigableMap<Long, List<Double>> waiting = new TreeMap<>();

    private long newestFeatures;
    private long newestVerdict;

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
        if (!isMinute(id) || minute <= (ofVerdict ? newestVerdict : newestFeatures)) {
            return null;
        }
        if (ofVerdict) {
            newestVerdict = minute;
        } else {
            newestFeatures = minute;
        }
        List<Double> other = waiting.remove(minute);
        if (minute > (ofVerdict ? newestFeatures : newestVerdict)) {
            waiting.put(minute, Arrays.stream(values).boxed().toList());
        }
        waiting.headMap(Math.min(newestFeatures, newestVerdict), true).clear();
        if (waiting.size() > MOST) {
            waiting.pollFirstEntry();
        }
        return other == null ? null : whole(id, values, other);
    }

    private static StrategySample whole(SnapshotId id, double[] values, List<Double> other) {
        for (int i = 0; i < WIDTH; i++) {
            values[i] = Double.isNaN(values[i]) ? other.get(i) : values[i];
        }
        boolean usable = values[MID] > 0 && values[VOL] > 0;
        List<Double> inputs = Arrays.stream(values, 0, INPUTS.length).boxed().toList();
        return usable ? new StrategySample(id, values[MID], values[VOL], inputs) : null;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(newestFeatures);
        out.writeLong(newestVerdict);
        out.writeShort(WIDTH);
        out.writeInt(waiting.size());
        for (var entry : waiting.entrySet()) {
            out.writeLong(entry.getKey());
            for (double value : entry.getValue()) {
                out.writeDouble(value);
            }
        }
    }

    /** Halves of another release are given up where they could not be told from these. */
    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, STATE_VERSION, "sample join");
        waiting.clear();
        newestFeatures = 0;
        newestVerdict = 0;
        if (version < WITH_NEWEST) {
            return;
        }
        newestFeatures = in.readLong();
        newestVerdict = in.readLong();
        int width = in.readUnsignedShort();
        for (int left = in.readInt(); left > 0; left--) {
            long minute = in.readLong();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                values.add(in.readDouble());
            }
            if (width == WIDTH) {
                waiting.put(minute, values);
            }
        }
    }
}
