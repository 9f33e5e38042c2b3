package io.huihui.models.event;

import io.huihui.models.InvalidRecordException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every rule of the event constructors: one good record, then one slip at a time. */
class EventRefusalsTest {

    private static final long NOON = 1_700_000_000_000L;
    private static final double NAN = Double.NaN;

    @Test
    void quoteRefusesCrossedNegativeAndNotANumber() {
        assertThatCode(() -> quote(4.9, 1, 5.1, 1)).doesNotThrowAnyException();
        assertThatCode(() -> quote(5.0, 1, 5.0, 1)).as("locked").doesNotThrowAnyException();
        assertThatCode(() -> quote(0, 0, 5.0, 1)).as("no bid").doesNotThrowAnyException();

        refused(() -> quote(5.1, 1, 4.9, 1), "need 0 <= bid <= ask, was bid=5.1 ask=4.9 for SPY");
        refused(() -> quote(-1, 1, 4.9, 1), "need 0 <= bid <= ask");
        refused(() -> quote(NAN, 1, 4.9, 1), "need 0 <= bid <= ask");
        refused(() -> quote(4.9, 1, NAN, 1), "need 0 <= bid <= ask");
        refused(() -> quote(4.9, 1, Double.POSITIVE_INFINITY, 1), "need 0 <= bid <= ask");
        refused(() -> quote(4.9, -1, 5.1, 1), "bidSize=-1.0");
        refused(() -> quote(4.9, 1, 5.1, NAN), "askSize=NaN");
    }

    @Test
    void identityRefusesBlankNamesAbsurdTimesAndNegativeSequences() {
        refused(() -> at("", NOON, "feed", 1), "non-blank symbol");
        refused(() -> at("S".repeat(33), NOON, "feed", 1), "at most 32 characters");
        refused(() -> at("SPY", NOON, " ", 1), "non-blank source");
        refused(() -> at("SPY", NOON, "feed", -1), "sequence=-1");
        refused(() -> at("SPY", NOON / 1_000_000, "feed", 1), "milliseconds between 1970");
        refused(() -> at("SPY", NOON * 1_000, "feed", 1), "milliseconds between 1970");
    }

    @Test
    void tradeRefusesNothingTraded() {
        refused(() -> trade(0, 100), "price=0.0");
        refused(() -> trade(NAN, 100), "price=NaN");
        refused(() -> trade(10, 0), "size=0.0");
        refused(() -> trade(10, NAN), "size=NaN");
    }

    @Test
    void depthRefusesDisorderedAndCrossedBooks() {
        assertThatCode(() -> depth(side(10, 9), side(11, 12))).doesNotThrowAnyException();
        assertThatCode(() -> depth(BookSide.empty(), side(11))).doesNotThrowAnyException();

        refused(() -> depth(side(9, 10), side(11)), "bid prices to fall");
        refused(() -> depth(side(10, 10), side(11)), "bid prices to fall");
        refused(() -> depth(side(10), side(12, 11)), "ask prices to rise");
        refused(() -> depth(side(11), side(10)), "best bid <= best ask");
        refused(() -> side(NAN), "price=NaN");
        refused(() -> BookSide.of(new double[] {1}, new double[] {-1}), "size=-1.0");
        refused(() -> BookSide.of(new double[] {1}, new double[] {1, 2}), "as many sizes");
    }

    @Test
    void contractRefusesWrongScales() {
        refused(() -> contract(0, 100, NOON), "strike=0.0");
        refused(() -> contract(NAN, 100, NOON), "strike=NaN");
        refused(() -> contract(100, 0, NOON), "multiplier=0");
        refused(() -> contract(100, 100, NOON / 1_000_000), "expiryTimeMillis");
    }

    @Test
    void chainRefusesForeignRowsAndImpossibleValues() {
        refused(() -> row(-0.1, 0.5), "impliedVolAnnual=-0.1");
        refused(() -> row(25.0, 0.5), "impliedVolAnnual=25.0");
        refused(() -> row(0.2, 1.5), "delta=1.5");
        refused(() -> row(0.2, NAN), "delta=NaN");
        refused(() -> slice("SPY", 0, 1), "rows of underlying SPY");
        refused(() -> slice("SPX", 1, 1), "0 <= sliceIndex < sliceCount");
    }

    @Test
    void barRefusesPricesOutsideItsRange() {
        refused(() -> bar(10, 9, 8, 9), "low <= open, close <= high");
        refused(() -> bar(10, 12, 11, 11), "low <= open, close <= high");
        refused(() -> bar(10, NAN, 9, 10), "low <= open, close <= high");
    }

    @Test
    void macroRefusesAFigureBeforeItsRelease() {
        assertThatCode(() -> macro(NOON, NOON + 1, null)).doesNotThrowAnyException();
        refused(() -> macro(NOON, NOON + 1, 3.1), "no actual figure before its release");
        refused(() -> macro(NOON, NOON, NAN), "actual=NaN");
    }

    @Test
    void mediaWantsTextAndConfidenceTogether() {
        refused(() -> media("text", null), "together");
        refused(() -> media(null, 0.5), "together");
        refused(() -> media("text", 1.5), "extractionConfidence=1.5");
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageStartingWith("need ")
                .hasMessageContaining(sentence);
    }

    private static Quote quote(double bid, double bidSize, double ask, double askSize) {
        return new Quote("SPY", NOON, "feed", 1, bid, bidSize, ask, askSize);
    }

    private static Quote at(String symbol, long time, String source, long sequence) {
        return new Quote(symbol, time, source, sequence, 1, 1, 2, 1);
    }

    private static Trade trade(double price, double size) {
        return new Trade("SPY", NOON, "feed", 1, price, size, Aggressor.BUY, "P", false, "");
    }

    private static Depth depth(BookSide bids, BookSide asks) {
        return new Depth("SPY", NOON, "feed", 1, bids, asks);
    }

    private static BookSide side(double... prices) {
        double[] sizes = new double[prices.length];
        return BookSide.of(prices, sizes);
    }

    private static OptionContract contract(double strike, int multiplier, long expiry) {
        return new OptionContract("SPX", "SPXW", expiry, strike, OptionKind.PUT, multiplier);
    }

    private static ContractRow row(double impliedVol, double delta) {
        return new ContractRow(
                contract(100, 100, NOON),
                null,
                1.0,
                1.1,
                null,
                null,
                null,
                impliedVol,
                10.0,
                delta,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ChainSlice slice(String symbol, int index, int count) {
        return new ChainSlice(symbol, NOON, "feed", 1, 100, index, count, List.of(row(0.2, 0.5)));
    }

    private static Bar bar(double open, double high, double low, double close) {
        return new Bar("SPY", NOON, "feed", 1, 60, open, high, low, close, 100);
    }

    private static MacroRelease macro(long known, long release, Double actual) {
        return new MacroRelease("CPIAUCSL", known, release, "feed", 1, actual, 3.0, 2.9);
    }

    private static MediaItem media(String text, Double confidence) {
        return new MediaItem(
                "m1",
                NOON,
                "feed",
                1,
                MediaItem.MediaKind.IMAGE,
                "charts/1",
                text,
                confidence,
                List.of());
    }
}
