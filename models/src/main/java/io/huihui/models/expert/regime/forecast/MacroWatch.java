package io.huihui.models.expert.regime.forecast;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeSet;

/** Which figures are due, and what the last one said. */
public final class MacroWatch implements BinaryState {

    private static final int VERSION = 1;

    /**
     * More announced releases than any calendar has in the weeks it covers; later ones are left.
     */
    private static final int MOST = 200;

    private final TreeSet<Long> due = new TreeSet<>();
    private long releasedMillis = Long.MIN_VALUE;
    private double surprise = Double.NaN;

    /** Takes an announcement or a release; its event time is not after the next second. */
    void observe(MacroRelease release, MacroModel model) {
        if (release.actual() == null) {
            if (due.size() < MOST) {
                due.add(release.releaseTimeMillis());
            }
        } else if (release.eventTimeMillis() >= releasedMillis) {
            releasedMillis = release.eventTimeMillis();
            surprise = model.surprise(release);
        }
    }

    /** Forgets what was due before. */
    void passed(long nowMillis) {
        due.headSet(nowMillis, true).clear();
    }

    /** Returns the minutes until the next figure, infinite when none is announced. */
    double minutesToNext(long nowMillis) {
        Long next = due.higher(nowMillis);
        return next == null ? Double.POSITIVE_INFINITY : (next - nowMillis) / 60_000.0;
    }

    /** Returns the surprise that works now; NaN when none does. */
    double working(long nowMillis) {
        boolean works =
                nowMillis > releasedMillis && nowMillis - MacroModel.WORKS_MILLIS <= releasedMillis;
        return works ? surprise : Double.NaN;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(due.size());
        for (long time : due) {
            out.writeLong(time);
        }
        out.writeLong(releasedMillis);
        out.writeDouble(surprise);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "macro-watch");
        due.clear();
        for (int left = in.readInt(); left > 0; left--) {
            due.add(in.readLong());
        }
        releasedMillis = in.readLong();
        surprise = in.readDouble();
    }
}
