package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.StrikeSums;
import io.huihui.models.quant.ChainColumn;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CellTableTest {

    /** One contract is 100 shares at a spot of 200: 20,000 of delta, 200 x 200 x 1 of gamma. */
    @Test
    void greeksOfAContractInCurrency() {
        ChainBook book = new ChainBook();
        int number = book.number(contract(at("2024-07-10T16:00"), 200, OptionKind.CALL));
        book.arrays().column(ChainColumn.DELTA)[number] = 0.5;
        book.arrays().column(ChainColumn.GAMMA)[number] = 0.02;
        book.arrays().column(ChainColumn.VEGA)[number] = 30;
        book.arrays().column(ChainColumn.THETA_PER_DAY)[number] = -0.1;
        book.arrays().column(ChainColumn.VANNA)[number] = 0.4;
        book.arrays().column(ChainColumn.CHARM_PER_DAY)[number] = -0.003;
        book.arrays().column(ChainColumn.VOMMA)[number] = 50;
        DollarGreeks greeks = DollarGreeks.of(book.arrays(), number, 200);

        assertThat(greeks.delta()).isCloseTo(10_000, within(1e-9));
        assertThat(greeks.gamma()).isCloseTo(800, within(1e-9));
        assertThat(greeks.vega()).isCloseTo(30, within(1e-9));
        assertThat(greeks.theta()).isCloseTo(-10, within(1e-9));
        assertThat(greeks.vanna()).isCloseTo(80, within(1e-9));
        assertThat(greeks.charm()).isCloseTo(-60, within(1e-9));
        assertThat(greeks.vomma()).isCloseTo(0.5, within(1e-9));
    }

    /** Dealers hold -3 of one call, customers bought 5 of it today; a put has premium only. */
    @Test
    void holdingsAndFlowsByHand() {
        CellTable cells = new CellTable(2);
        DollarGreeks greeks = new DollarGreeks(1, 2, 3, 4, 5, 6, 7);
        int cell = cells.cell(DteBucket.DAYS_1_2, 1);
        cells.addPremium(cell, true, 900, 5);
        cells.addFlow(cell, true, 5, greeks);
        cells.addHoldings(cell, true, -3, 10, greeks);
        cells.addPremium(cell, false, -50, -1);

        assertThat(cells.calls(cell))
                .isEqualTo(
                        new StrikeSums(
                                10, 900, 5, -6, -3, -9, -12, -15, -21, -18, 5, 10, 15, 20, 25, 30));
        assertThat(cells.puts(cell).netPremium()).isEqualTo(-50);
        assertThat(cells.puts(cell).gammaPerPercent()).isZero();
        assertThat(cells.net(CellTable.Sum.NET_PREMIUM)[cell]).isEqualTo(850);
        assertThat(cells.isListed(cell)).isTrue();
        assertThat(cells.net(CellTable.Sum.DELTA)[cells.cell(DteBucket.TODAY, 1)]).isNaN();
    }
}
