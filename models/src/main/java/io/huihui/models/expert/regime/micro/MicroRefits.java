package io.huihui.models.expert.regime.micro;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of the last session's length, and fits to them: one begins every half hour, and a few
 * of its iterations are done with each window. So nobody waits for a fit, it ends after the same
 * window in every run, and written in its middle it goes on with the same bits.
 */
final class MicroRefits {

    /** Windows that are fitted: a session of six and a half hours. */
    static final int MOST_WINDOWS = 2_340;

    /**
     * Windows before the first fit, and between the begins of two: half an hour. Fits every five or
     * ten minutes, or to less, give clusters that come and go (seeds 61 to 69).
     */
    static final int EVERY_WINDOWS = 180;

    /** Iterations done with one window, so that a fit ends within a few minutes. */
    static final int ITERATIONS_A_WINDOW = 4;

    private static final int VERSION = 2;

    /** Fewer coordinates, or windows that know them, tell no sub-states apart. */
    private static final int FEWEST_COORDINATES = 2;

    private static final int FEWEST_WINDOWS = EVERY_WINDOWS / 2;

    /** Those of a fit under way, then the newer ones; bounded, since every fit ends. */
    private final ArrayDeque<float[]> windows = new ArrayDeque<>();

    private int sinceBegin;

    /** The fit under way, null between two. */
    private MicroFit fit;

    private Coordinates coordinates;
    private long fitMillis;
    private int newer;
    private double[][] fitted;

    /** A fit that is done. */
    record Done(MicroRegimes regimes, long lastWindowMillis, int windows) {}

    /**
     * Keeps a window and does its share of a fit; returns the fit when it is done, else null.
     *
     * @param last clusters in use, null when there are none: a fit begins with them, too
     */
    Done keep(float[] window, long endMillis, MicroRegimes last) {
        windows.addLast(window);
        sinceBegin++;
        if (fit != null) {
            newer++;
            return goOn();
        }
        while (windows.size() > MOST_WINDOWS) {
            windows.removeFirst();
        }
        if (sinceBegin >= EVERY_WINDOWS) {
            begin(endMillis, last);
        }
        return null;
    }

    private void begin(long endMillis, MicroRegimes last) {
        sinceBegin = 0;
        List<float[]> all = List.copyOf(windows);
        coordinates = Coordinates.of(all);
        fitted = coordinates.complete(all);
        if (coordinates.count() >= FEWEST_COORDINATES && fitted.length >= FEWEST_WINDOWS) {
            boolean alike = last != null && last.coordinates().sameAs(coordinates);
            fit = new MicroFit(MicroStarts.of(fitted, alike ? last.model() : null));
            fitMillis = endMillis;
            newer = 0;
        }
    }

    private Done goOn() {
        for (int i = 0; i < ITERATIONS_A_WINDOW; i++) {
            if (fit.step(fitted)) {
                MicroRegimes found = new MicroRegimes(fit.result(fitted.length), coordinates);
                Done done = new Done(found, fitMillis, fitted.length);
                fit = null;
                fitted = null;
                return done;
            }
        }
        return null;
    }

    /** Returns the newest windows, as many as there are up to a number, in order of time. */
    List<float[]> newest(int most) {
        List<float[]> all = new ArrayList<>(windows);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(windows.size());
        for (float[] window : windows) {
            for (float value : window) {
                out.writeFloat(value);
            }
        }
        out.writeInt(sinceBegin);
        out.writeBoolean(fit != null);
        if (fit != null) {
            fit.writeTo(out);
            coordinates.writeTo(out);
            out.writeLong(fitMillis);
            out.writeInt(newer);
        }
    }

    void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "micro-refits");
        windows.clear();
        for (int left = in.readInt(); left > 0; left--) {
            float[] window = new float[MicroWindow.COORDINATES];
            for (int i = 0; i < window.length; i++) {
                window[i] = in.readFloat();
            }
            windows.addLast(window);
        }
        sinceBegin = in.readInt();
        if (version == 1) {
            in.readLong(); // How many had begun.
        }
        fit = null;
        fitted = null;
        if (in.readBoolean()) {
            fit = MicroFit.read(in);
            coordinates = Coordinates.read(in);
            fitMillis = in.readLong();
            newer = in.readInt();
            List<float[]> all = List.copyOf(windows);
            fitted = fit == null ? null : coordinates.complete(all.subList(0, all.size() - newer));
        }
    }
}
