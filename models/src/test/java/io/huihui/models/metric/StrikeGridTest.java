package io.huihui.models.metric;

import io.huihui.models.feature.StrikeCell;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;
import io.huihui.models.feature.StrikeSums;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.ToDoubleFunction;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is summed at a strike is kept apart by calls and puts and by days to expiry. */
class StrikeGridTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final SecondBySecond run = new SecondBySecond();

    private void minute() {
        RichMarket market = new RichMarket(5);
        for (long end = TEN + 1000; end <= TEN + 60_000; end += 1000) {
            run.snapshot(end, market.second(end, end % 20_000 == 0));
        }
    }

    @Test
    void gridsAddUpToTheProfile() {
        minute();
        StrikeProfile profile = run.features().strikeProfile();
        List<StrikeGrid> grids = run.features().strikeGrids();

        assertThat(grids.stream().map(StrikeGrid::bucket)).doesNotHaveDuplicates().hasSize(4);
        for (StrikeRow row : profile.rows()) {
            assertSum(grids, row.strike(), StrikeSums::netPremium, row.netPremium());
            assertSum(grids, row.strike(), StrikeSums::netVolume, row.netVolume());
            assertSum(grids, row.strike(), StrikeSums::gammaPerPercent, row.gammaPerPercent());
            assertSum(grids, row.strike(), StrikeSums::delta, row.deltaDealers());
            assertSum(grids, row.strike(), StrikeSums::deltaFlow, row.flow().deltaFlow());
            assertSum(grids, row.strike(), StrikeSums::gammaFlow, row.flow().gammaFlow());
            assertSum(grids, row.strike(), StrikeSums::vegaFlow, row.flow().vegaFlow());
            assertSum(grids, row.strike(), StrikeSums::thetaFlow, row.flow().thetaFlow());
            assertSum(grids, row.strike(), StrikeSums::vannaFlow, row.flow().vannaFlow());
            assertSum(grids, row.strike(), StrikeSums::charmFlow, row.flow().charmFlow());
        }
    }

    private static void assertSum(
            List<StrikeGrid> grids,
            double strike,
            ToDoubleFunction<StrikeSums> column,
            double expected) {
        double sum = 0;
        for (StrikeGrid grid : grids) {
            for (StrikeCell cell : grid.cells()) {
                if (cell.strike() == strike) {
                    sum += column.applyAsDouble(cell.calls()) + column.applyAsDouble(cell.puts());
                }
            }
        }
        assertThat(sum).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }

    @Test
    void callsAndPutsArePremiumOfTheirOwn() {
        minute();
        for (StrikeRow row : run.features().strikeProfile().rows()) {
            double calls = 0;
            for (StrikeGrid grid : run.features().strikeGrids()) {
                for (StrikeCell cell : grid.cells()) {
                    calls += cell.strike() == row.strike() ? cell.calls().netPremium() : 0;
                }
            }
            assertThat(calls).isCloseTo(row.netPremiumCall(), within(1e-6));
        }
    }

    @Test
    void secondWithoutAnAnalysisHasNoGrids() {
        minute();
        run.quiet(TEN + 60_000, TEN + 61_000);

        assertThat(run.features().strikeProfile()).isNull();
        assertThat(run.features().strikeGrids()).isEmpty();
    }
}
