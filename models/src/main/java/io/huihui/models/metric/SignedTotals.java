package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Until when a provider's day totals tell what customers bought and sold, and whose totals they
 * are. Without them there is no flow to speak of, which is something else than a flow of 0.
 */
final class SignedTotals implements BinaryState {

    /**
     * The gateway asks anew after 30 s. A chain without totals later than that, by somebody else,
     * means that the provider with totals has been replaced.
     */
    static final long FRESH_MILLIS = 30_000;

    /** Up to this age a chain may stand in for the next one; after that nothing is known. */
    static final long LONGEST_MILLIS = 120_000;

    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;
    private static final String NOBODY = "";

    private String source = NOBODY;
    private long signedMillis = NEVER;
    private boolean replaced;
    private long gapStartMillis = NEVER;
    private long gapEndMillis = NEVER;

    /**
     * Takes note of totals; returns whether they are another provider's than those before, so that
     * the two must not be subtracted from each other.
     */
    boolean onSigned(String provider, long timeMillis) {
        boolean other = !source.equals(NOBODY) && !source.equals(provider);
        if (!other && !isKnown(timeMillis)) {
            gapStartMillis = signedMillis;
            gapEndMillis = timeMillis;
        }
        source = provider;
        signedMillis = Math.max(signedMillis, timeMillis);
        replaced = false;
        return other;
    }

    /** Takes note of a chain without totals. */
    void onUnsigned(String provider, long timeMillis) {
        boolean another = !source.equals(NOBODY) && !source.equals(provider);
        replaced |= another && timeMillis - signedMillis > FRESH_MILLIS;
    }

    /** Trades tell the flow, and totals are not needed. */
    void forget() {
        source = NOBODY;
        signedMillis = NEVER;
        replaced = false;
    }

    /** Returns whether totals tell the flow up to now; also true where none ever did. */
    boolean isKnown(long nowMillis) {
        boolean recent = !replaced && nowMillis - signedMillis <= LONGEST_MILLIS;
        return source.equals(NOBODY) || recent;
    }

    /**
     * Returns whether a window began in a time without totals: what came after it, in one piece,
     * holds flow from before the window.
     */
    boolean beganUnknown(long startMillis) {
        return startMillis > gapStartMillis && startMillis < gapEndMillis;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeUTF(source);
        out.writeLong(signedMillis);
        out.writeBoolean(replaced);
        out.writeLong(gapStartMillis);
        out.writeLong(gapEndMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "signed-totals");
        source = in.readUTF();
        signedMillis = in.readLong();
        replaced = in.readBoolean();
        gapStartMillis = in.readLong();
        gapEndMillis = in.readLong();
    }
}
