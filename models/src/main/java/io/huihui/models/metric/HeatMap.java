package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeCell;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.metric.CellTable.Sum;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * IVSDH: strikes by days to expiry, each cell the mean of z* across the map of the dealers' vanna,
 * vomma and charm and of the volatility's distance from the fitted smile. The first map of each
 * five minutes is kept, so that a cell can be compared with itself 15 minutes before.
 */
final class HeatMap implements BinaryState {

    private static final int VERSION = 1;
    private static final long STEP_MILLIS = 300_000L;

    /** Fifteen minutes. */
    private static final int AGE = 3;

    /** Maps of the last 15 minutes and the present one. */
    private static final int KEPT = AGE + 1;

    private final long[] steps = new long[KEPT];
    private final double[][] strikes = new double[KEPT][];
    private final double[][] heats = new double[KEPT][];

    /** Returns the grids of the classes that have contracts, nearest first. */
    List<StrikeGrid> grids(
            SnapshotId id, Moment now, double spot, double[] nowStrikes, CellTable cells) {
        double[] residual = cells.residual();
        double[] heat = heat(cells, residual);
        double[] before = before(now, nowStrikes);
        keep(now, nowStrikes, heat);
        List<StrikeGrid> grids = new ArrayList<>();
        for (DteBucket bucket : CellTable.BUCKETS) {
            List<StrikeCell> listed = new ArrayList<>();
            for (int row = 0; row < nowStrikes.length; row++) {
                int cell = cells.cell(bucket, row);
                if (cells.isListed(cell)) {
                    listed.add(
                            new StrikeCell(
                                    nowStrikes[row],
                                    cells.calls(cell),
                                    cells.puts(cell),
                                    residual[cell],
                                    heat[cell],
                                    heat[cell] - before[cell]));
                }
            }
            if (!listed.isEmpty()) {
                grids.add(new StrikeGrid(id, spot, bucket, listed));
            }
        }
        return grids;
    }

    /** Mean of the scores that are there. */
    static double[] heat(CellTable cells, double[] residual) {
        double[][] scores = {
            RobustScore.across(cells.net(Sum.VANNA)),
            RobustScore.across(cells.net(Sum.VOMMA)),
            RobustScore.across(cells.net(Sum.CHARM)),
            RobustScore.across(residual)
        };
        double[] heat = new double[cells.cells()];
        for (int cell = 0; cell < heat.length; cell++) {
            double sum = 0;
            int count = 0;
            for (double[] score : scores) {
                if (!Double.isNaN(score[cell])) {
                    sum += score[cell];
                    count++;
                }
            }
            heat[cell] = sum / count;
        }
        return heat;
    }

    /** Returns the heat of 15 minutes before by cell of now; NaN where it is not known. */
    private double[] before(Moment now, double[] nowStrikes) {
        double[] before = new double[CellTable.BUCKETS.length * nowStrikes.length];
        Arrays.fill(before, Double.NaN);
        long step = now.endMillis() / STEP_MILLIS - AGE;
        int place = place(step);
        if (strikes[place] == null || steps[place] != step) {
            return before;
        }
        int rowsThen = strikes[place].length;
        for (int row = 0; row < nowStrikes.length; row++) {
            int then = Arrays.binarySearch(strikes[place], nowStrikes[row]);
            for (int bucket = 0; then >= 0 && bucket < CellTable.BUCKETS.length; bucket++) {
                before[bucket * nowStrikes.length + row] = heats[place][bucket * rowsThen + then];
            }
        }
        return before;
    }

    private void keep(Moment now, double[] nowStrikes, double[] heat) {
        long step = now.endMillis() / STEP_MILLIS;
        int place = place(step);
        if (steps[place] != step || strikes[place] == null) {
            steps[place] = step;
            strikes[place] = nowStrikes.clone();
            heats[place] = heat;
        }
    }

    private static int place(long step) {
        return (int) Math.floorMod(step, (long) KEPT);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (int i = 0; i < KEPT; i++) {
            out.writeLong(steps[i]);
            out.writeBoolean(strikes[i] != null);
            if (strikes[i] != null) {
                StateArrays.write(out, strikes[i], strikes[i].length);
                StateArrays.write(out, heats[i], heats[i].length);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "heat-map");
        for (int i = 0; i < KEPT; i++) {
            steps[i] = in.readLong();
            if (in.readBoolean()) {
                strikes[i] = StateArrays.readDoubles(in);
                heats[i] = StateArrays.readDoubles(in);
            }
        }
    }
}
