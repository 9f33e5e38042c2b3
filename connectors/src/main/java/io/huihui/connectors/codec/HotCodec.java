package io.huihui.connectors.codec;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;

import org.apache.avro.Schema;

/**
 * A codec written by hand for events that come by the million: no reflection, no Avro objects, and
 * names shared between events. Its bytes are those of the schema (a property test compares with
 * Avro's own reader and writer). Records of another version take the slow road through {@link
 * MappedCodec}.
 */
abstract class HotCodec<T extends MarketEvent> implements RecordCodec<T> {

    /** Longest name of a hot record in bytes: symbol, source, venue, conditions. */
    static final int LONGEST_NAME = 256;

    /** Enough for every symbol, source, venue and condition of a large market. */
    private static final int NAME_SLOTS = 1 << 13;

    private static final Aggressor[] AGGRESSORS = Aggressor.values();

    private final MappedCodec<T> anyVersion;
    private final long fingerprint;
    private final byte[] header;
    private final BinaryReader in = new BinaryReader();
    private final BinaryWriter out = new BinaryWriter();
    private final ByteKeyed<String> names = new ByteKeyed<>(NAME_SLOTS);

    HotCodec(Class<T> recordClass, SchemaHistory history) {
        this.anyVersion = MappedCodec.of(recordClass, history);
        this.fingerprint = SingleObject.fingerprint(anyVersion.schema());
        this.header = SingleObject.header(fingerprint);
    }

    /** Reads the components in the order of the record. */
    abstract T read(BinaryReader in) throws UndecodableException;

    /** Writes the components in the order of the record. */
    abstract void write(T event, BinaryWriter out);

    @Override
    public final Schema schema() {
        return anyVersion.schema();
    }

    @Override
    public final byte[] encode(T event) {
        out.start(header);
        write(event, out);
        return out.toBytes();
    }

    @Override
    public final T decode(byte[] bytes, int offset, int length) throws UndecodableException {
        if (SingleObject.fingerprint(bytes, offset, length) != fingerprint) {
            return anyVersion.decode(bytes, offset, length);
        }
        in.reset(bytes, offset, offset + SingleObject.HEADER_BYTES, offset + length);
        try {
            T event = read(in);
            in.requireEnd();
            return event;
        } catch (InvalidRecordException refused) {
            throw new UndecodableException(refused.getMessage());
        }
    }

    /** Returns the next text; equal texts are one object as long as they stay in the cache. */
    final String name(BinaryReader in) throws UndecodableException {
        int length = in.readLength(LONGEST_NAME);
        byte[] bytes = in.bytes();
        int at = in.position();
        int hash = ByteKeyed.hash(bytes, at, length);
        String name = names.get(bytes, at, length, hash);
        if (name == null) {
            name = Utf8.text(bytes, at, length);
            names.put(bytes, at, length, hash, name);
        }
        in.skip(length);
        return name;
    }

    static Aggressor aggressor(BinaryReader in) throws UndecodableException {
        return AGGRESSORS[in.readChoice(AGGRESSORS.length)];
    }
}
