package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.PricePoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A market that swings with a period of two hours and shows where in the swing it is. */
public final class Waves {

    static final int PERIOD = 120;
    public static final long BEGIN = 1_760_000_040_000L;
    static final double VOLATILITY = 0.2;

    private Waves() {}

    /** Returns the situation at a minute of this symbol. */
    public static Situation at(String symbol, int minute) {
        double phase = 2 * Math.PI * minute / PERIOD;
        List<Double> coordinates = new ArrayList<>(Collections.nCopies(Situation.DIMENSION, 0.0));
        coordinates.set(0, 2 * Math.cos(phase));
        coordinates.set(1, 2 * Math.sin(phase));
        return new Situation(
                new SnapshotId(symbol, BEGIN + minute * 60_000L),
                mid(minute),
                VOLATILITY,
                coordinates,
                0);
    }

    static Situation at(int minute) {
        return at("SPY", minute);
    }

    static double mid(int minute) {
        return 100 * Math.exp(0.01 * Math.sin(2 * Math.PI * minute / PERIOD));
    }

    static double move(int minute, Horizon horizon) {
        double sigma = new PricePoint(100, VOLATILITY, true).sigma(horizon);
        return Math.log(mid(minute + horizon.minutes()) / mid(minute)) / sigma;
    }
}
