package io.huihui.connectors.codec;

import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;

/** Option contracts inside other records: equal bytes give the same object while it is cached. */
final class ContractCodec {

    /** Several full chains; a stranger beyond that is made anew. */
    private static final int CONTRACT_SLOTS = 1 << 16;

    private static final OptionKind[] KINDS = OptionKind.values();

    private final ByteKeyed<OptionContract> contracts = new ByteKeyed<>(CONTRACT_SLOTS);

    OptionContract read(BinaryReader in, HotCodec<?> names) throws UndecodableException {
        byte[] bytes = in.bytes();
        int from = in.position();
        int length = walk(in) - from;
        int hash = ByteKeyed.hash(bytes, from, length);
        OptionContract contract = contracts.get(bytes, from, length, hash);
        if (contract == null) {
            in.back(length);
            contract =
                    new OptionContract(
                            names.name(in),
                            names.name(in),
                            in.readLong(),
                            in.readDouble(),
                            KINDS[in.readChoice(KINDS.length)],
                            in.readInt());
            contracts.put(bytes, from, length, hash, contract);
        }
        return contract;
    }

    /** Walks over the contract and returns the position after it. */
    private static int walk(BinaryReader in) throws UndecodableException {
        in.skip(in.readLength(HotCodec.LONGEST_NAME));
        in.skip(in.readLength(HotCodec.LONGEST_NAME));
        in.readLong();
        in.skip(Double.BYTES);
        in.readLong();
        in.readLong();
        return in.position();
    }

    static void write(OptionContract contract, BinaryWriter out) {
        out.writeText(contract.underlying());
        out.writeText(contract.root());
        out.writeLong(contract.expiryTimeMillis());
        out.writeDouble(contract.strike());
        out.writeLong(contract.kind().ordinal());
        out.writeLong(contract.multiplier());
    }
}
