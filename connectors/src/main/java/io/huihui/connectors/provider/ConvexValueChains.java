package io.huihui.connectors.provider;

import io.huihui.connectors.recording.OptionExpiries;
import io.huihui.connectors.recording.ProviderNumber;
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
 * Reads ConvexValue's answers: values by position, in the order in which {@link ConvexValueField}
 * asks for them.
 */
final class ConvexValueChains {

    static final String SOURCE = "convexvalue";

    private final ChainRequest request;
    private final RawChain raw;
    private final List<ContractRow> rows = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    private ConvexValueChains(ChainRequest request, RawChain raw) {
        this.request = request;
        this.raw = raw;
    }

    static ProviderChain read(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        ConvexValueChains chains = new ConvexValueChains(request, raw);
        UnderlyingSnapshot underlying = chains.underlying();
        chains.contracts();
        return new ProviderChain(underlying, chains.rows, chains.refused);
    }

    private void contracts() throws ProviderUnavailableException {
        for (String body : raw.contracts()) {
            ConvexValueAnswers.Chains answer =
                    ProviderJson.read(SOURCE, body, ConvexValueAnswers.Chains.class);
            for (ConvexValueAnswers.SymbolChain symbol : ProviderJson.orNone(answer.data())) {
                for (ConvexValueAnswers.ExpiryChain expiry : ProviderJson.orNone(symbol.chain())) {
                    for (ConvexValueAnswers.Strike strike : ProviderJson.orNone(expiry.strikes())) {
                        add(expiry, strike, OptionKind.CALL);
                        add(expiry, strike, OptionKind.PUT);
                    }
                }
            }
        }
    }

    private void add(
            ConvexValueAnswers.ExpiryChain expiry,
            ConvexValueAnswers.Strike strike,
            OptionKind kind) {
        ConvexValueAnswers.Side side = kind.isCall() ? strike.call() : strike.put();
        if (side == null) {
            return; // not every strike is listed on both sides
        }
        try {
            LocalDate date = date(expiry.expiry());
            if (request.spans(date, raw.cameMillis())) {
                rows.add(row(date, strike, kind, side));
            }
        } catch (InvalidRecordException wrong) {
            refused.add(new RefusedRow(String.valueOf(side), wrong.getMessage()));
        }
    }

    private ContractRow row(
            LocalDate expiry,
            ConvexValueAnswers.Strike strike,
            OptionKind kind,
            ConvexValueAnswers.Side side) {
        int count = ProviderJson.orNone(side.values()).size();
        Require.that(
                count == ConvexValueField.PARAMETERS.size(),
                "as many values as were asked for, " + ConvexValueField.PARAMETERS.size(),
                () -> count + " for " + side.symbol());
        Values values = new Values(side.values());
        String root = OptionExpiries.root(side.symbol());
        return new ContractRow(
                new OptionContract(
                        request.symbol(),
                        root,
                        OptionExpiries.millis(root, expiry),
                        ProviderNumber.parse("stk", String.valueOf(strike.strike())),
                        kind,
                        values.multiplier()),
                values.of(ConvexValueField.PRICE),
                values.of(ConvexValueField.BID),
                values.of(ConvexValueField.ASK),
                values.of(ConvexValueField.BID_SIZE),
                values.of(ConvexValueField.ASK_SIZE),
                values.of(ConvexValueField.THEORETICAL),
                values.of(ConvexValueField.VOLATILITY),
                values.of(ConvexValueField.OPEN_INTEREST),
                values.of(ConvexValueField.DELTA),
                values.of(ConvexValueField.GAMMA),
                values.of(ConvexValueField.THETA),
                values.of(ConvexValueField.VEGA),
                values.of(ConvexValueField.VANNA),
                values.of(ConvexValueField.VOMMA),
                values.of(ConvexValueField.CHARM),
                values.of(ConvexValueField.VOLUME),
                values.of(ConvexValueField.VOLUME_BOUGHT),
                values.of(ConvexValueField.VOLUME_SOLD),
                values.of(ConvexValueField.VALUE_BOUGHT),
                values.of(ConvexValueField.VALUE_SOLD));
    }

    /** The values of one contract by their fields. */
    private record Values(List<String> texts) {

        Double of(ConvexValueField field) {
            return ProviderNumber.parseOrMissing(field.parameter(), texts.get(field.ordinal()));
        }

        int multiplier() {
            ConvexValueField field = ConvexValueField.MULTIPLIER;
            String text = Require.present(field.parameter(), texts.get(field.ordinal()));
            return (int) ProviderNumber.parseWhole(field.parameter(), text);
        }
    }

    private UnderlyingSnapshot underlying() throws ProviderUnavailableException {
        for (List<String> row : underlyings()) {
            if (!row.isEmpty() && request.symbol().equals(row.get(0))) {
                try {
                    return underlying(row);
                } catch (InvalidRecordException wrong) {
                    throw new ProviderUnavailableException(
                            wrong.getMessage() + " from " + SOURCE, wrong);
                }
            }
        }
        throw new ProviderUnavailableException(
                "need a price of "
                        + request.symbol()
                        + " from "
                        + SOURCE
                        + ", was none; check that it knows the symbol");
    }

    private List<List<String>> underlyings() throws ProviderUnavailableException {
        if (raw.underlying().replaceAll("\\s", "").contains("[[[")) {
            ConvexValueAnswers.NestedUnderlyings answer =
                    ProviderJson.read(
                            SOURCE, raw.underlying(), ConvexValueAnswers.NestedUnderlyings.class);
            return ProviderJson.orNone(answer.data()).stream().flatMap(List::stream).toList();
        }
        return ProviderJson.orNone(
                ProviderJson.read(SOURCE, raw.underlying(), ConvexValueAnswers.Underlyings.class)
                        .data());
    }

    private UnderlyingSnapshot underlying(List<String> row) {
        Require.that(
                row.size() == ConvexValueUnderlying.PARAMETERS.size() + 1,
                "as many values as were asked for, " + ConvexValueUnderlying.PARAMETERS.size(),
                () -> row.size() - 1 + " for " + row.get(0));
        return new UnderlyingSnapshot(
                request.symbol(),
                raw.cameMillis(),
                SOURCE,
                ProviderChain.firstSequence(raw.cameMillis()),
                Require.present("price", value(row, ConvexValueUnderlying.PRICE)),
                value(row, ConvexValueUnderlying.OPEN),
                value(row, ConvexValueUnderlying.HIGH),
                value(row, ConvexValueUnderlying.LOW),
                value(row, ConvexValueUnderlying.PREVIOUS_CLOSE),
                value(row, ConvexValueUnderlying.VOLUME),
                null,
                value(row, ConvexValueUnderlying.VOLATILITY));
    }

    private static Double value(List<String> row, ConvexValueUnderlying field) {
        return ProviderNumber.parseOrMissing(field.parameter(), row.get(field.ordinal() + 1));
    }

    private static LocalDate date(String expiry) {
        String text = Require.text("exp", expiry);
        try {
            return text.matches("\\d{4,6}")
                    ? LocalDate.ofEpochDay(Long.parseLong(text))
                    : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw Require.violated("exp as days since 1970 or as a date", "exp=" + text);
        }
    }
}
