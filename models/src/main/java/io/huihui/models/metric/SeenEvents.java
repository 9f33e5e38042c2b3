package io.huihui.models.metric;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises an event that has already taken effect in the last {@link Moment#CORRECTION_SECONDS}
 * by (source, kind, sequence). A sequence above all before is new without a look-up; only others
 * are searched among those of these seconds.
 */
public final class SeenEvents implements BinaryState {

    /** 1: fingerprints of 8 bytes. 2: sequences, about one byte each. */
    private static final int VERSION = 2;

    private static final int SECONDS = Moment.CORRECTION_SECONDS + 1;

    private final List<String> sources = new ArrayList<>();

    /** By source, then by kind. */
    private final List<SeenSequences[]> kinds = new ArrayList<>();

    /** What a release before had seen; null once those seconds are past. */
    private SeenFingerprints former;

    /** Returns whether the event is new, and remembers it with the second in which it fell. */
    public boolean isNew(MarketEvent event, long second) {
        int kind = MarketEvent.kindOf(event);
        SeenSequences[] ofSource = ofSource(event.source());
        if (ofSource[kind] == null) {
            ofSource[kind] = new SeenSequences(SECONDS);
        }
        SeenSequences seen = ofSource[kind];
        long sequence = event.sequence();
        if (sequence <= seen.highest()) {
            if (seen.contains(sequence, second) || wasSeenBefore(event, kind, second)) {
                return false;
            }
        }
        seen.add(sequence, second);
        return true;
    }

    private boolean wasSeenBefore(MarketEvent event, int kind, long second) {
        if (former != null && former.isPast(second)) {
            former = null;
        }
        return former != null && former.contains(event.source(), kind, event.sequence(), second);
    }

    private SeenSequences[] ofSource(String source) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).equals(source)) {
                return kinds.get(i);
            }
        }
        sources.add(source);
        kinds.add(new SeenSequences[MarketEvent.KINDS]);
        return kinds.get(kinds.size() - 1);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            out.writeUTF(sources.get(i));
            for (SeenSequences seen : kinds.get(i)) {
                out.writeBoolean(seen != null);
                if (seen != null) {
                    seen.writeTo(out);
                }
            }
        }
        out.writeBoolean(former != null);
        if (former != null) {
            former.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "seen-events");
        int known = in.readInt();
        for (int i = 0; i < known; i++) {
            SeenSequences[] ofSource = ofSource(in.readUTF());
            for (int kind = 0; kind < MarketEvent.KINDS; kind++) {
                if (version == 1) {
                    ofSource[kind] = new SeenSequences(SECONDS);
                    ofSource[kind].raise(in.readLong());
                } else if (in.readBoolean()) {
                    ofSource[kind] = new SeenSequences(SECONDS);
                    ofSource[kind].readFrom(in);
                }
            }
        }
        if (version == 1 || in.readBoolean()) {
            former = new SeenFingerprints();
            former.readFrom(in);
        }
    }
}
