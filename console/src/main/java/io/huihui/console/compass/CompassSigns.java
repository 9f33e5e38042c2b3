package io.huihui.console.compass;

import io.huihui.console.view.CompassAlert;

import java.util.ArrayList;
import java.util.List;

/**
 * The signs of all symbols, seen in the shortest layer, once in every snapshot. Not for several
 * threads.
 */
public final class CompassSigns {

    private static final CompassLayer LAYER = CompassLayer.MINUTES_5;
    private static final CompassAxis[] AXIS = CompassAxis.values();

    private final List<SignWatch> watches = new ArrayList<>();

    /**
     * Looks at a symbol's compass as of its newest snapshot.
     *
     * @param transition how likely its market is to leave its state, 0..1; NaN is missing
     */
    public void look(CompassBook book, int symbol, double transition) {
        double[] now = new double[AXIS.length];
        double[] before = new double[AXIS.length];
        for (CompassAxis axis : AXIS) {
            int cell = CompassBook.cell(symbol, axis, LAYER);
            now[axis.ordinal()] = book.presentRadius(cell);
            before[axis.ordinal()] =
                    axis.isScore()
                            ? book.pastRadius(cell, CompassSign.SURGE_HALF_MINUTES)
                            : Double.NaN;
        }
        watch(symbol)
                .look(book.secondEndMillis(symbol), new CompassSign.Sight(now, before, transition));
    }

    private SignWatch watch(int symbol) {
        while (watches.size() <= symbol) {
            watches.add(new SignWatch());
        }
        return watches.get(symbol);
    }

    /** Returns the signs that stand, bit i for sign i of {@link CompassSign#ALL}. */
    public int standing(int symbol) {
        return watch(symbol).standing();
    }

    /** Returns the last alerts: those that stand, then those that ended, newest first. */
    public List<CompassAlert> alerts(int symbol) {
        return watch(symbol).alerts();
    }
}
