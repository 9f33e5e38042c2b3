package io.huihui.connectors.codec;

import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;

/** Order books by hand. */
final class DepthCodec extends HotCodec<Depth> {

    /** Deeper than any book worth sending; bounds what a lying count can make. */
    private static final int MOST_LEVELS = 4_096;

    private static final double[] NONE = new double[0];

    DepthCodec(SchemaHistory history) {
        super(Depth.class, history);
    }

    @Override
    Depth read(BinaryReader in) throws UndecodableException {
        return new Depth(name(in), in.readLong(), name(in), in.readLong(), side(in), side(in));
    }

    private static BookSide side(BinaryReader in) throws UndecodableException {
        return BookSide.owning(doubles(in), doubles(in));
    }

    /** Reads an array; one block is the rule, more are allowed by the format. */
    private static double[] doubles(BinaryReader in) throws UndecodableException {
        double[] values = NONE;
        while (true) {
            long count = in.readLong();
            if (count == 0) {
                return values;
            }
            if (count < 0) {
                count = -count;
                in.readLength(Integer.MAX_VALUE);
            }
            if (count < 0 || count > MOST_LEVELS - values.length) {
                throw new UndecodableException(
                        "need at most " + MOST_LEVELS + " levels a side, was a count of " + count);
            }
            values = append(values, (int) count, in);
        }
    }

    private static double[] append(double[] before, int count, BinaryReader in)
            throws UndecodableException {
        if (in.remaining() < (long) count * Double.BYTES) {
            in.skip(count * Double.BYTES);
        }
        double[] values = new double[before.length + count];
        System.arraycopy(before, 0, values, 0, before.length);
        for (int i = before.length; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    @Override
    void write(Depth depth, BinaryWriter out) {
        out.writeText(depth.symbol());
        out.writeLong(depth.eventTimeMillis());
        out.writeText(depth.source());
        out.writeLong(depth.sequence());
        side(depth.bids(), out);
        side(depth.asks(), out);
    }

    private static void side(BookSide side, BinaryWriter out) {
        int levels = side.levels();
        start(levels, out);
        for (int level = 0; level < levels; level++) {
            out.writeDouble(side.price(level));
        }
        out.writeLong(0);
        start(levels, out);
        for (int level = 0; level < levels; level++) {
            out.writeDouble(side.size(level));
        }
        out.writeLong(0);
    }

    /** An empty array is its closing 0 alone. */
    private static void start(int levels, BinaryWriter out) {
        if (levels > 0) {
            out.writeLong(levels);
        }
    }
}
