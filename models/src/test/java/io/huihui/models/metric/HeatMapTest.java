package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.metric.CellTable.Sum;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HeatMapTest {

    private static final double EXACT = 1e-12;
    private static final double UNIT = 1 / 1.4826;
    private static final double[] STRIKES = {98, 100, 102};
    private static final long TEN = at("2024-06-10T10:00");

    /** Three cells of one class whose vanna is given; vomma and charm are 0 everywhere. */
    private static CellTable cells(double... vanna) {
        CellTable cells = new CellTable(STRIKES.length);
        for (int row = 0; row < STRIKES.length; row++) {
            int cell = cells.cell(DteBucket.DAYS_3_7, row);
            cells.add(cell, row == 1, Sum.VANNA, vanna[row]);
        }
        return cells;
    }

    private static List<StrikeGrid> grids(HeatMap map, long millis, CellTable cells) {
        return map.grids(new SnapshotId("SPX", millis), Moment.at(millis), 100, STRIKES, cells);
    }

    /** Vanna scores -1, 0, 1 MADs, the others 0. */
    @Test
    void heatIsTheMeanOfTheScoresThatAreThere() {
        List<StrikeGrid> grids = grids(new HeatMap(), TEN, cells(1, 2, 3));

        assertThat(grids).hasSize(1);
        assertThat(grids.get(0).bucket()).isEqualTo(DteBucket.DAYS_3_7);
        assertThat(grids.get(0).cells().get(0).heat()).isCloseTo(-UNIT / 3, within(EXACT));
        assertThat(grids.get(0).cells().get(2).heat()).isCloseTo(UNIT / 3, within(EXACT));
        assertThat(grids.get(0).cells().get(2).puts().vannaPerPoint()).isEqualTo(3);
        assertThat(grids.get(0).cells().get(1).calls().vannaPerPoint()).isEqualTo(2);
        assertThat(grids.get(0).cells().get(0).heatChange15m()).isNaN();
    }

    /** Residuals .01, .02, .06: the last is 4 MADs above the median. */
    @Test
    void distanceFromTheSmileIsHeatToo() {
        CellTable cells = cells(1, 2, 3);
        double[] residuals = {0.01, 0.02, 0.06};
        for (int row = 0; row < residuals.length; row++) {
            cells.addResidual(cells.cell(DteBucket.DAYS_3_7, row), residuals[row]);
        }
        StrikeGrid grid = grids(new HeatMap(), TEN, cells).get(0);

        assertThat(grid.cells().get(2).volatilityResidual()).isEqualTo(0.06);
        assertThat(grid.cells().get(2).heat()).isCloseTo((1 + 4) * UNIT / 4, within(EXACT));
    }

    @Test
    void cellIsComparedWithItselfFifteenMinutesBefore() throws IOException {
        HeatMap map = new HeatMap();
        grids(map, TEN, cells(1, 2, 3));
        grids(map, TEN + 60_000, cells(9, 9, 9));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        map.writeTo(new DataOutputStream(bytes));
        HeatMap restored = new HeatMap();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        StrikeGrid grid = grids(restored, TEN + 15 * 60_000, cells(3, 2, 1)).get(0);

        assertThat(grid.cells().get(0).heatChange15m()).isCloseTo(2 * UNIT / 3, within(EXACT));
        assertThat(grid.cells().get(1).heatChange15m()).isZero();
    }
}
