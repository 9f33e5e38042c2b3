package io.huihui.models.feature;

import io.huihui.models.Require;
import io.huihui.models.calendar.DteBucket;

import java.util.List;

/**
 * The strikes of one class of days to expiry, calls and puts apart. A chain has one grid per class
 * that has contracts; over its grids the sums add up to those of its {@link StrikeProfile}.
 *
 * @param spot price of the underlying used, currency per share
 * @param cells in order of strike
 */
public record StrikeGrid(SnapshotId id, double spot, DteBucket bucket, List<StrikeCell> cells) {

    public StrikeGrid {
        Require.present("id", id);
        Require.positive("spot", spot);
        Require.present("bucket", bucket);
        cells = List.copyOf(cells);
    }
}
