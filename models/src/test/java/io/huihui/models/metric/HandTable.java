package io.huihui.models.metric;

import io.huihui.models.event.OptionKind;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;

/** Strike tables whose columns are filled in by tests. */
final class HandTable {

    static final double SPOT = 100;
    static final Moment NOW = Moment.at(at("2024-06-10T12:30"));

    private HandTable() {}

    /** A table of these strikes, rising, with nothing in it. */
    static StrikeTable of(double... strikes) {
        ChainBook book = new ChainBook();
        for (double strike : strikes) {
            book.onFlow(
                    book.number(contract(at("2024-07-10T16:00"), strike, OptionKind.CALL)),
                    0,
                    0,
                    0);
        }
        book.analyse(NOW, SPOT, false, MetricConfig.defaults());
        return new StrikeTable(book, SPOT, NOW);
    }

    static void fill(double[] column, double... values) {
        System.arraycopy(values, 0, column, 0, values.length);
    }
}
