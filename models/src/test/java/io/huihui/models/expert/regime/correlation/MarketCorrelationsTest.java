package io.huihui.models.expert.regime.correlation;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MarketCorrelationsTest {

    /** Tuesday 2023-11-14 10:00 in New York. */
    private static final long TEN = 1_699_974_000_000L;

    private static final long DAY = 24 * 60 * 60_000L;

    @Test
    void aSymbolThatNeverMovesDoesNotTakePart() {
        MarketCorrelations market = new MarketCorrelations();
        CorrelationMatrix matrix = feed(market, TEN, 300, List.of("A", "B"), "HALTED");

        assertThat(matrix.symbols()).containsExactly("A", "B");
    }

    @Test
    void noMoreSymbolsThanHavePlaceAreKept() {
        MarketCorrelations market = new MarketCorrelations();
        List<String> names =
                IntStream.range(0, MarketCorrelations.MOST_SYMBOLS + 5)
                        .mapToObj(i -> String.format(Locale.ROOT, "S%02d", i))
                        .toList();
        CorrelationMatrix matrix = feed(market, TEN, 300, names, null);

        assertThat(matrix.symbols()).hasSize(MarketCorrelations.MOST_SYMBOLS);
        assertThat(market.leftOut()).isEqualTo(5);
    }

    @Test
    void aSessionBeginsAnew() {
        MarketCorrelations market = new MarketCorrelations();
        feed(market, TEN, 300, List.of("A", "B", "C"), null);

        assertThat(feed(market, TEN + DAY, 120, List.of("A", "B"), null)).isNull();
        assertThat(feed(market, TEN + DAY + 120_000, 300, List.of("A", "B"), null).symbols())
                .containsExactly("A", "B");
    }

    /**
     * Bars of a minute, each price said again every second: all move in the same second and none in
     * between. Taken price by price, the first symbol's move was paired with the others' before.
     */
    @Test
    void barsThatComeTogetherAreTakenTogether() {
        MarketCorrelations market = new MarketCorrelations();
        SplittableRandom random = new SplittableRandom(5);
        CorrelationMatrix last = null;
        double mid = 100;
        for (int second = 0; second <= 60 * 60; second++) {
            mid = second % 60 == 0 ? 99 + 2 * random.nextDouble() : mid;
            for (String name : List.of("A", "B", "C")) {
                CorrelationMatrix matrix =
                        market.observe(new SymbolPrice(name, TEN + second * 1000L, mid));
                last = matrix == null ? last : matrix;
            }
        }

        assertThat(last.samples()).as("a minute is one return").isBetween(30.0, 44.0);
        assertThat(last.lowerTriangle()).allMatch(correlation -> correlation > 0.95);
    }

    @Test
    void restoreGoesOnWithTheSameBits() throws IOException {
        MarketCorrelations straight = new MarketCorrelations();
        feed(straight, TEN, 200, List.of("A", "B"), "HALTED");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        straight.writeTo(new DataOutputStream(bytes));
        MarketCorrelations restored = new MarketCorrelations();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        CorrelationMatrix expected =
                feed(straight, TEN + 200_000, 200, List.of("A", "B"), "HALTED");
        assertThat(feed(restored, TEN + 200_000, 200, List.of("A", "B"), "HALTED"))
                .isNotNull()
                .isEqualTo(expected);
    }

    /** Returns the last matrix of so many seconds in which all but one symbol move. */
    private static CorrelationMatrix feed(
            MarketCorrelations market, long from, int seconds, List<String> names, String halted) {
        SplittableRandom random = new SplittableRandom(from);
        CorrelationMatrix last = null;
        for (int second = 1; second <= seconds; second++) {
            for (String name : names) {
                CorrelationMatrix matrix =
                        market.observe(
                                new SymbolPrice(
                                        name, from + second * 1000L, 99 + 2 * random.nextDouble()));
                last = matrix == null ? last : matrix;
            }
            if (halted != null) {
                market.observe(new SymbolPrice(halted, from + second * 1000L, 50));
            }
        }
        return last;
    }
}
