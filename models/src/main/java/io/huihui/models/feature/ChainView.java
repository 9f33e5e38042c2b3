package io.huihui.models.feature;

import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.serialization.ChainViewTypeInfoFactory;

import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The contracts of one chain that can be traded: at most {@link #MOST_QUOTES}, in order of expiry,
 * strike and kind. It writes itself, in about 70 bytes a contract.
 */
@TypeInfo(ChainViewTypeInfoFactory.class)
public final class ChainView implements BinaryState {

    /** Enough for two dozen strikes of five expiries; the most liquid stay. */
    public static final int MOST_QUOTES = 240;

    private static final int STATE_VERSION = 1;

    private long asOfMillis;
    private double spot;
    private List<ChainQuote> quotes = List.of();

    /** For restore. */
    public ChainView() {}

    /**
     * @param asOfMillis end of the second in which the chain was analysed
     * @param spot price of the underlying used, currency per share
     */
    public ChainView(long asOfMillis, double spot, List<ChainQuote> quotes) {
        this.asOfMillis = asOfMillis;
        this.spot = spot;
        this.quotes = List.copyOf(quotes);
    }

    public long asOfMillis() {
        return asOfMillis;
    }

    public double spot() {
        return spot;
    }

    public List<ChainQuote> quotes() {
        return quotes;
    }

    /** Returns the quote of a contract; null when the chain does not show it. */
    public ChainQuote of(OptionContract contract) {
        for (ChainQuote quote : quotes) {
            if (quote.contract().equals(contract)) {
                return quote;
            }
        }
        return null;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(asOfMillis);
        out.writeDouble(spot);
        out.writeUTF(quotes.isEmpty() ? "" : quotes.get(0).contract().underlying());
        out.writeShort(quotes.size());
        String root = "";
        for (ChainQuote quote : quotes) {
            OptionContract contract = quote.contract();
            boolean sameRoot = contract.root().equals(root);
            out.writeBoolean(sameRoot);
            if (!sameRoot) {
                root = contract.root();
                out.writeUTF(root);
            }
            out.writeLong(contract.expiryTimeMillis());
            out.writeDouble(contract.strike());
            out.writeBoolean(contract.kind() == OptionKind.CALL);
            out.writeInt(contract.multiplier());
            out.writeDouble(quote.bid());
            out.writeDouble(quote.ask());
            out.writeDouble(quote.impliedVolAnnual());
            out.writeDouble(quote.delta());
            out.writeDouble(quote.openInterest());
            out.writeDouble(quote.dayVolume());
            out.writeDouble(quote.forward());
            out.writeDouble(quote.discountFactor());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "chain view");
        asOfMillis = in.readLong();
        spot = in.readDouble();
        String underlying = in.readUTF();
        int count = in.readUnsignedShort();
        List<ChainQuote> read = new ArrayList<>(count);
        String root = "";
        for (int i = 0; i < count; i++) {
            root = in.readBoolean() ? root : in.readUTF();
            OptionContract contract =
                    new OptionContract(
                            underlying,
                            root,
                            in.readLong(),
                            in.readDouble(),
                            in.readBoolean() ? OptionKind.CALL : OptionKind.PUT,
                            in.readInt());
            read.add(
                    new ChainQuote(
                            contract,
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble()));
        }
        quotes = List.copyOf(read);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainView view
                && asOfMillis == view.asOfMillis
                && Double.compare(spot, view.spot) == 0
                && quotes.equals(view.quotes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOfMillis, spot, quotes);
    }

    @Override
    public String toString() {
        return "ChainView[" + quotes.size() + " quotes as of " + asOfMillis + "]";
    }
}
