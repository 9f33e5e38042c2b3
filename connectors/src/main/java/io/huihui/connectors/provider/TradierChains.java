package io.huihui.connectors.provider;

import io.huihui.connectors.recording.OptionExpiries;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.UnderlyingSnapshot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Tradier's answers. Greeks are per share, vega per point of volatility, theta per day; it
 * has no signed flow, no theoretical price, no vanna, vomma and charm: those are null.
 */
final class TradierChains {

    static final String SOURCE = "tradier";

    private TradierChains() {}

    /** Returns the expiries that are listed, in their order. */
    static List<LocalDate> expiries(String body) throws ProviderUnavailableException {
        TradierAnswers.DateList listed =
                ProviderJson.read(SOURCE, body, TradierAnswers.Expirations.class).expirations();
        List<LocalDate> dates = new ArrayList<>();
        if (listed != null) {
            for (String date : ProviderJson.orNone(listed.date())) {
                try {
                    dates.add(date("expirations", date));
                } catch (InvalidRecordException wrong) {
                    throw new ProviderUnavailableException(wrong.getMessage(), wrong);
                }
            }
        }
        return List.copyOf(dates);
    }

    static ProviderChain read(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        UnderlyingSnapshot underlying = underlying(request, raw);
        List<ContractRow> rows = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (String body : raw.contracts()) {
            TradierAnswers.OptionList list =
                    ProviderJson.read(SOURCE, body, TradierAnswers.Options.class).options();
            if (list == null) {
                continue;
            }
            for (TradierAnswers.Option option : ProviderJson.orNone(list.option())) {
                try {
                    ContractRow row = row(request.symbol(), option);
                    if (request.spans(row.contract().strike(), underlying.price())) {
                        rows.add(row);
                    }
                } catch (InvalidRecordException wrong) {
                    refused.add(new RefusedRow(String.valueOf(option), wrong.getMessage()));
                }
            }
        }
        return new ProviderChain(underlying, rows, refused);
    }

    private static UnderlyingSnapshot underlying(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        TradierAnswers.QuoteList list =
                ProviderJson.read(SOURCE, raw.underlying(), TradierAnswers.Quotes.class).quotes();
        for (TradierAnswers.UnderlyingQuote quote :
                list == null
                        ? List.<TradierAnswers.UnderlyingQuote>of()
                        : ProviderJson.orNone(list.quote())) {
            if (request.symbol().equals(quote.symbol()) && quote.last() != null) {
                return underlying(quote, raw.cameMillis());
            }
        }
        throw new ProviderUnavailableException(
                "need a price of "
                        + request.symbol()
                        + " from "
                        + SOURCE
                        + ", was none; check that it knows the symbol");
    }

    private static UnderlyingSnapshot underlying(
            TradierAnswers.UnderlyingQuote quote, long cameMillis)
            throws ProviderUnavailableException {
        try {
            return new UnderlyingSnapshot(
                    quote.symbol(),
                    cameMillis,
                    SOURCE,
                    ProviderChain.firstSequence(cameMillis),
                    quote.last(),
                    quote.open(),
                    quote.high(),
                    quote.low(),
                    quote.prevclose(),
                    quote.volume(),
                    null,
                    null);
        } catch (InvalidRecordException wrong) {
            throw new ProviderUnavailableException(wrong.getMessage() + " from " + SOURCE, wrong);
        }
    }

    private static ContractRow row(String symbol, TradierAnswers.Option option) {
        String root = OptionExpiries.root(option.symbol());
        TradierAnswers.Greeks greeks =
                option.greeks() == null ? TradierAnswers.Greeks.NONE : option.greeks();
        return new ContractRow(
                new OptionContract(
                        symbol,
                        root,
                        OptionExpiries.millis(root, date("expiration_date", option.expiration())),
                        Require.present("strike", option.strike()),
                        kind(option.type()),
                        Require.present("contract_size", option.multiplier())),
                option.last(),
                option.bid(),
                option.ask(),
                option.bidsize(),
                option.asksize(),
                null,
                volatility(greeks),
                option.openInterest(),
                greeks.delta(),
                greeks.gamma(),
                greeks.theta(),
                greeks.vega(),
                null,
                null,
                null,
                option.volume(),
                null,
                null,
                null,
                null);
    }

    private static OptionKind kind(String type) {
        if ("call".equals(type)) {
            return OptionKind.CALL;
        }
        Require.that("put".equals(type), "call or put for option_type", () -> "type=" + type);
        return OptionKind.PUT;
    }

    /** Zero stands for none in Tradier's volatilities. */
    private static Double volatility(TradierAnswers.Greeks greeks) {
        if (greeks.midVolatility() != null && greeks.midVolatility() > 0) {
            return greeks.midVolatility();
        }
        boolean smoothed = greeks.smoothedVolatility() != null && greeks.smoothedVolatility() > 0;
        return smoothed ? greeks.smoothedVolatility() : null;
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(Require.text(field, text));
        } catch (DateTimeException wrong) {
            throw Require.violated(field + " like 2026-01-16", field + "=" + text);
        }
    }
}
