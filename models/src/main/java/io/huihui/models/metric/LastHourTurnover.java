package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The currency traded in the last hour of each of twenty sessions: the yardstick of what dealers
 * still have to hedge. A session counts when the next one begins.
 */
final class LastHourTurnover implements BinaryState {

    private static final int VERSION = 1;
    private static final int SESSIONS = 20;

    private final double[] past = new double[SESSIONS];
    private int count;
    private double before = Double.NaN;
    private double sinceThen = Double.NaN;

    /** Begins a New York date. */
    void startDay() {
        if (sinceThen > 0) {
            past[count % SESSIONS] = sinceThen;
            count = count + 1 == 2 * SESSIONS ? SESSIONS : count + 1;
        }
        before = Double.NaN;
        sinceThen = Double.NaN;
    }

    /** Takes the currency traded today up to the moment. */
    void observe(Moment now, double dayTurnover) {
        if (now.session() != Session.POWER_HOUR && now.session() != Session.EOD_AUCTION) {
            before = now.isOpen() ? dayTurnover : before;
        } else {
            sinceThen = dayTurnover - (Double.isNaN(before) ? 0 : before);
        }
    }

    int sessions() {
        return Math.min(count, SESSIONS);
    }

    boolean isComplete() {
        return count >= SESSIONS;
    }

    /** Returns the mean over the sessions seen, currency; NaN before the first. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < sessions(); i++) {
            sum += past[i];
        }
        return sum / sessions();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeByte(count);
        StateArrays.write(out, past, sessions());
        out.writeDouble(before);
        out.writeDouble(sinceThen);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "last-hour-turnover");
        count = in.readByte();
        double[] read = StateArrays.readDoubles(in);
        System.arraycopy(read, 0, past, 0, read.length);
        before = in.readDouble();
        sinceThen = in.readDouble();
    }
}
