package io.huihui.models.strategy;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Templates that were drawn before, and in full those that were proposed; the newest of both. */
final class KnownTemplates implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Months of a symbol, at 64 kB. */
    static final int MOST_DRAWN = 8_192;

    static final int MOST_PROPOSED = 64;

    /** Digits of a hash that are kept: 64 bits. */
    private static final int DIGITS = 16;

    private static final int HEXADECIMAL = 16;

    /** In the order in which they were drawn. */
    private final Set<Long> drawn = new LinkedHashSet<>();

    private final List<StrategyTemplate> proposed = new ArrayList<>();

    /** Takes a template and returns whether it was never drawn before. */
    boolean add(StrategyTemplate template) {
        boolean isNew =
                drawn.add(
                        Long.parseUnsignedLong(template.hash().substring(0, DIGITS), HEXADECIMAL));
        if (drawn.size() > MOST_DRAWN) {
            drawn.remove(drawn.iterator().next());
        }
        return isNew;
    }

    void propose(StrategyTemplate template) {
        proposed.add(template);
        if (proposed.size() > MOST_PROPOSED) {
            proposed.remove(0);
        }
    }

    /** Returns the parts in which the most similar proposed one differs; many when none was. */
    int distance(StrategyTemplate template) {
        return proposed.stream().mapToInt(template::distance).min().orElse(Integer.MAX_VALUE);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeInt(drawn.size());
        for (long hash : drawn) {
            out.writeLong(hash);
        }
        out.writeInt(proposed.size());
        for (StrategyTemplate template : proposed) {
            out.writeUTF(template.text());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "known templates");
        drawn.clear();
        proposed.clear();
        for (int left = in.readInt(); left > 0; left--) {
            drawn.add(in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            proposed.add(TemplateText.parse(in.readUTF()));
        }
    }
}
