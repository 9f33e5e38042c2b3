package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.PricePoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A situation whose outcomes are not all known yet. */
final class Waiting {

    private static final Horizon[] HORIZONS = Horizon.values();

    final long timeMillis;
    final float[] vector;

    /** By horizon, in expected standard deviations; NaN where the price was not there. */
    final float[] moves = new float[HORIZONS.length];

    private final PricePoint price;

    Waiting(long timeMillis, float[] vector, PricePoint price) {
        this.timeMillis = timeMillis;
        this.vector = vector;
        this.price = price;
        Arrays.fill(moves, Float.NaN);
    }

    /** Takes the price at a time in, when that is the end of a horizon. */
    void hear(long nowMillis, double mid) {
        for (Horizon horizon : HORIZONS) {
            if (timeMillis + horizon.millis() == nowMillis) {
                moves[horizon.ordinal()] =
                        (float) (Math.log(mid / price.mid()) / price.sigma(horizon));
            }
        }
    }

    /** Returns whether the longest horizon has passed. */
    boolean isOver(long nowMillis) {
        return timeMillis + HORIZONS[HORIZONS.length - 1].millis() <= nowMillis;
    }

    /** Returns whether any outcome is known. */
    boolean isKnown() {
        for (float move : moves) {
            if (!Float.isNaN(move)) {
                return true;
            }
        }
        return false;
    }

    /** Returns it as one that is over. */
    PastSituation past(String symbol, long nowMillis) {
        List<Double> coordinates = new ArrayList<>();
        for (float coordinate : vector) {
            coordinates.add((double) coordinate);
        }
        List<KnownMove> known = KnownMove.known(horizon -> moves[horizon.ordinal()]);
        return new PastSituation(new SnapshotId(symbol, timeMillis), nowMillis, coordinates, known);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(timeMillis);
        out.writeDouble(price.mid());
        out.writeDouble(price.volatilityAnnual());
        for (float coordinate : vector) {
            out.writeFloat(coordinate);
        }
        for (float move : moves) {
            out.writeFloat(move);
        }
    }

    static Waiting read(DataInput in) throws IOException {
        long timeMillis = in.readLong();
        PricePoint price = new PricePoint(in.readDouble(), in.readDouble(), true);
        float[] vector = new float[Situation.DIMENSION];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = in.readFloat();
        }
        Waiting waiting = new Waiting(timeMillis, vector, price);
        for (int i = 0; i < waiting.moves.length; i++) {
            waiting.moves[i] = in.readFloat();
        }
        return waiting;
    }
}
