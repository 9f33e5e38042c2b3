package io.huihui.connectors.recording;

import io.huihui.models.Require;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a contract row of a row of a chain file. */
final class ChainColumns {

    /** Root, date, right and strike x 1000 in one word, as the OCC writes it. */
    private static final Pattern OCC = Pattern.compile("([A-Z.]+)\\d{6}[CP]\\d{8}");

    /** What CBOE's download writes where it has no implied volatility. */
    private static final double NO_VOLATILITY = 0.02;

    private static final int SHARES_PER_CONTRACT = 100;

    private final int underlying;
    private final int underlyingLast;
    private final int optionRoot;
    private final int type;
    private final int expiration;
    private final int quoteDate;
    private final int strike;
    private final int last;
    private final int bid;
    private final int ask;
    private final int volume;
    private final int openInterest;
    private final int impliedVol;
    private final int delta;
    private final int gamma;
    private final int theta;
    private final int vega;

    ChainColumns(CsvColumns columns) {
        underlying = columns.require("underlying");
        underlyingLast = columns.require("underlying_last");
        optionRoot = columns.require("optionroot");
        type = columns.require("type");
        expiration = columns.require("expiration");
        quoteDate = columns.require("quotedate");
        strike = columns.require("strike");
        bid = columns.require("bid");
        ask = columns.require("ask");
        last = columns.find("last");
        volume = columns.find("volume");
        openInterest = columns.find("openinterest");
        impliedVol = columns.find("impliedvol");
        delta = columns.find("delta");
        gamma = columns.find("gamma");
        theta = columns.find("theta");
        vega = columns.find("vega");
    }

    String underlying(List<String> row) {
        return CsvColumns.field(row, underlying);
    }

    double underlyingPrice(List<String> row) {
        return ProviderNumber.parse("underlying_last", CsvColumns.field(row, underlyingLast));
    }

    LocalDate quoteDate(List<String> row) {
        return NewYorkTime.date("quotedate", CsvColumns.field(row, quoteDate));
    }

    ContractRow contractRow(List<String> row) {
        Double volatility = number("impliedvol", row, impliedVol);
        boolean noVolatility = volatility == null || volatility <= NO_VOLATILITY;
        Double lastPrice = number("last", row, last);
        return new ContractRow(
                contract(row),
                lastPrice == null || lastPrice == 0 ? null : lastPrice,
                number("bid", row, bid),
                number("ask", row, ask),
                null,
                null,
                null,
                noVolatility ? null : volatility,
                number("openinterest", row, openInterest),
                noVolatility ? null : number("delta", row, delta),
                noVolatility ? null : number("gamma", row, gamma),
                noVolatility ? null : number("theta", row, theta),
                noVolatility ? null : number("vega", row, vega),
                null,
                null,
                null,
                number("volume", row, volume),
                null,
                null,
                null,
                null);
    }

    private static Double number(String field, List<String> row, int at) {
        return ProviderNumber.parseOrMissing(field, CsvColumns.optional(row, at));
    }

    private OptionContract contract(List<String> row) {
        String occ = CsvColumns.field(row, optionRoot).trim();
        Matcher matcher = OCC.matcher(occ);
        Require.that(matcher.matches(), "an option symbol like SPXW190426C00800000", occ);
        String root = matcher.group(1);
        return new OptionContract(
                underlying(row),
                root,
                OptionExpiries.millis(root, NewYorkTime.date("expiration", field(row, expiration))),
                ProviderNumber.parse("strike", field(row, strike)),
                kind(field(row, type)),
                SHARES_PER_CONTRACT);
    }

    private static String field(List<String> row, int at) {
        return CsvColumns.field(row, at).trim();
    }

    private static OptionKind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "call" -> OptionKind.CALL;
            case "put" -> OptionKind.PUT;
            default -> throw Require.violated("call or put for type", "type=" + text);
        };
    }
}
