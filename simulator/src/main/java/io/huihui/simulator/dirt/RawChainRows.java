package io.huihui.simulator.dirt;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.simulator.Dirt;
import io.huihui.simulator.Feed;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.truth.RawFlaw;
import io.huihui.simulator.truth.TruthSink;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chain rows as a provider sends them: JSON arrays by position, {@code [symbol, expiry date,
 * strike, "C"|"P", then the 20 fields of ContractRow in their order]}, null where a field is
 * missing. Some numbers are strings in scientific notation, which a parser must read; a few rows
 * are malformed, which it must refuse. The truth log says which.
 */
public final class RawChainRows {

    private static final int IDENTITY_FIELDS = 4;

    /** Positions in the array that the flaws below aim at. */
    private static final int BID = 5;

    private static final int ASK = 6;
    private static final int BID_SIZE = 7;

    private static final Flaw[] FLAWS = Flaw.values();

    private final String symbol;
    private final Dirt dirt;
    private final Feed feed;
    private final TruthSink truth;
    private final Draws draws;
    private long rowNumber;

    public RawChainRows(String symbol, Dirt dirt, Feed feed, TruthSink truth, Draws draws) {
        this.symbol = symbol;
        this.dirt = dirt;
        this.feed = feed;
        this.truth = truth;
        this.draws = draws;
    }

    /** Sends the rows of these slices as text. */
    public void send(List<ChainSlice> slices) {
        for (ChainSlice slice : slices) {
            for (ContractRow row : slice.rows()) {
                send(slice.eventTimeMillis(), row);
            }
        }
    }

    private void send(long eventTimeMillis, ContractRow row) {
        List<String> fields = fields(row);
        Flaw flaw =
                draws.chance(dirt.malformedShare())
                        ? FLAWS[1 + draws.below(FLAWS.length - 1)]
                        : Flaw.NONE;
        String payload = spoil(fields, flaw);
        if (flaw != Flaw.NONE) {
            truth.truth(new RawFlaw(symbol, eventTimeMillis, rowNumber, flaw));
        }
        feed.raw(
                new RawProviderRow(symbol, eventTimeMillis, rowNumber++, payload),
                eventTimeMillis + 1);
    }

    private String spoil(List<String> fields, Flaw flaw) {
        switch (flaw) {
            case NONE, TRUNCATED -> {}
            case WRONG_FIELD_COUNT -> fields.remove(fields.size() - 1);
            case WORD_FOR_NUMBER -> fields.set(BID, "\"n/a\"");
            case NOT_A_NUMBER -> fields.set(BID, "NaN");
            case CROSSED -> {
                fields.set(BID, "2.0");
                fields.set(ASK, "1.0");
            }
            case NEGATIVE -> fields.set(BID_SIZE, "-5");
            case ABSURD_DATE -> fields.set(1, "\"2026-13-45\"");
        }
        String payload = "[" + String.join(",", fields) + "]";
        return flaw == Flaw.TRUNCATED ? payload.substring(0, payload.length() / 2) : payload;
    }

    private List<String> fields(ContractRow row) {
        List<String> fields = new ArrayList<>(IDENTITY_FIELDS + 20);
        long expiry = TradingCalendar.newYork().date(row.contract().expiryTimeMillis());
        fields.add('"' + symbol + '"');
        fields.add('"' + LocalDate.ofEpochDay(expiry).toString() + '"');
        fields.add(number(row.contract().strike()));
        fields.add(row.contract().kind().isCall() ? "\"C\"" : "\"P\"");
        fields.add(number(row.last()));
        fields.add(number(row.bid()));
        fields.add(number(row.ask()));
        fields.add(number(row.bidSize()));
        fields.add(number(row.askSize()));
        fields.add(number(row.theoretical()));
        fields.add(number(row.impliedVolAnnual()));
        fields.add(number(row.openInterest()));
        fields.add(number(row.delta()));
        fields.add(number(row.gamma()));
        fields.add(number(row.theta()));
        fields.add(number(row.vega()));
        fields.add(number(row.vanna()));
        fields.add(number(row.vomma()));
        fields.add(number(row.charm()));
        fields.add(number(row.dayVolume()));
        fields.add(number(row.dayBuyVolume()));
        fields.add(number(row.daySellVolume()));
        fields.add(number(row.dayBuyPremium()));
        fields.add(number(row.daySellPremium()));
        return fields;
    }

    private String number(Double value) {
        if (value == null) {
            return "null";
        }
        if (draws.chance(dirt.scientificShare())) {
            return '"' + String.format(Locale.ROOT, "%.9e", value) + '"';
        }
        return value.toString();
    }
}
