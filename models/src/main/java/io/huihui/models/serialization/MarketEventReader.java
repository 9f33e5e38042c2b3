package io.huihui.models.serialization;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Bar;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.event.UnderlyingSnapshot;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link MarketEventWriter} wrote, sharing equal names and contracts. */
final class MarketEventReader {

    private static final Aggressor[] AGGRESSORS = Aggressor.values();
    private static final OptionKind[] KINDS = OptionKind.values();

    /** Longer names are read into an array of their own. */
    private static final int SCRATCH_BYTES = 64;

    private final byte[] scratch = new byte[SCRATCH_BYTES];
    private final StringPool strings = new StringPool();
    private final ContractPool contracts = new ContractPool();

    MarketEvent read(DataInput in) throws IOException {
        int tag = in.readUnsignedByte();
        String symbol = text(in);
        long time = in.readLong();
        String source = text(in);
        return body(tag, symbol, time, source, in.readLong(), in);
    }

    /** Reads what {@link MarketEventWriter#body} wrote, and makes the event of both. */
    MarketEvent body(int tag, String symbol, long time, String source, long sequence, DataInput in)
            throws IOException {
        return switch (tag) {
            case EventTag.QUOTE ->
                    new Quote(
                            symbol,
                            time,
                            source,
                            sequence,
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble());
            case EventTag.OPTION_QUOTE ->
                    new OptionQuote(
                            contract(symbol, in),
                            time,
                            source,
                            sequence,
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble());
            case EventTag.TRADE ->
                    new Trade(
                            symbol,
                            time,
                            source,
                            sequence,
                            in.readDouble(),
                            in.readDouble(),
                            AGGRESSORS[in.readUnsignedByte()],
                            text(in),
                            in.readBoolean(),
                            text(in));
            case EventTag.DEPTH -> new Depth(symbol, time, source, sequence, side(in), side(in));
            case EventTag.OPTION_TRADE ->
                    new OptionTrade(
                            contract(symbol, in),
                            time,
                            source,
                            sequence,
                            in.readDouble(),
                            in.readDouble(),
                            AGGRESSORS[in.readUnsignedByte()],
                            text(in),
                            in.readBoolean());
            case EventTag.CHAIN_SLICE -> slice(symbol, time, source, sequence, in);
            case EventTag.UNDERLYING ->
                    new UnderlyingSnapshot(
                            symbol,
                            time,
                            source,
                            sequence,
                            in.readDouble(),
                            nullable(in),
                            nullable(in),
                            nullable(in),
                            nullable(in),
                            nullable(in),
                            nullable(in),
                            nullable(in));
            case EventTag.BAR ->
                    new Bar(
                            symbol,
                            time,
                            source,
                            sequence,
                            in.readInt(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble());
            default ->
                    throw new IOException(
                            "need an event tag in 1.." + EventTag.BAR + ", was " + tag);
        };
    }

    String text(DataInput in) throws IOException {
        return ShortText.read(in, scratch, strings);
    }

    private OptionContract contract(String underlying, DataInput in) throws IOException {
        return contracts.get(
                underlying,
                text(in),
                in.readLong(),
                in.readDouble(),
                KINDS[in.readUnsignedByte()],
                in.readInt());
    }

    private static BookSide side(DataInput in) throws IOException {
        int levels = in.readUnsignedShort();
        double[] prices = new double[levels];
        double[] sizes = new double[levels];
        for (int level = 0; level < levels; level++) {
            prices[level] = in.readDouble();
            sizes[level] = in.readDouble();
        }
        return BookSide.owning(prices, sizes);
    }

    private ChainSlice slice(String symbol, long time, String source, long sequence, DataInput in)
            throws IOException {
        double underlyingPrice = in.readDouble();
        int sliceIndex = in.readInt();
        int sliceCount = in.readInt();
        int rowCount = in.readInt();
        List<ContractRow> rows = new ArrayList<>(rowCount);
        for (int i = 0; i < rowCount; i++) {
            OptionContract contract = contract(symbol, in);
            Double[] fields = new Double[ContractRowFields.COUNT];
            for (int field = 0; field < fields.length; field++) {
                fields[field] = nullable(in);
            }
            rows.add(ContractRowFields.row(contract, fields));
        }
        return new ChainSlice(
                symbol, time, source, sequence, underlyingPrice, sliceIndex, sliceCount, rows);
    }

    /** NaN stands for null. */
    private static Double nullable(DataInput in) throws IOException {
        double value = in.readDouble();
        return Double.isNaN(value) ? null : value;
    }
}
