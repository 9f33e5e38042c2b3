package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.vector.ExactSearch;
import io.huihui.models.vector.Neighbours;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Past situations of one symbol with what came of them, and those most like the present one. A
 * situation is remembered when its longest horizon has passed: before, nothing of it is known, and
 * the last hour is too much like the present to be an analogue of it.
 */
public final class AnalogueMemory implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Fewer past situations are compared with nothing: the nearest of few are not near. */
    static final int FEWEST = 100;

    private RememberedSituations past;
    private final OpenSituations open = new OpenSituations();
    private final Neighbours found = new Neighbours();

    /** For restore. */
    public AnalogueMemory() {
        this(MemoryConfig.defaults());
    }

    public AnalogueMemory(MemoryConfig config) {
        this(new RememberedSituations(config));
    }

    private AnalogueMemory(RememberedSituations past) {
        this.past = past;
    }

    /**
     * Returns this memory when it is as configured, else one that is and holds the same, or as much
     * of it as there is room for.
     */
    public AnalogueMemory as(MemoryConfig wanted) {
        if (wanted.equals(past.config())) {
            return this;
        }
        AnalogueMemory other = new AnalogueMemory(past.as(wanted));
        other.open.addAll(open);
        return other;
    }

    /** Returns how many past situations are held. */
    public int size() {
        return past.size();
    }

    /** Observes with the index' own search. */
    public Analogues observe(Situation now) {
        return observe(now, ExactSearch.own());
    }

    /**
     * Takes in what the market is like now, which must be later than before, and returns the
     * situations like it; null while too few are held.
     *
     * @param search takes the place of an exact index' own search
     */
    public Analogues observe(Situation now, ExactSearch search) {
        for (Waiting over : open.hear(now)) {
            past.remember(over.vector, over.moves);
        }
        Analogues analogues = past.size() < FEWEST ? null : ask(now, search);
        open.add(now);
        return analogues;
    }

    private Analogues ask(Situation now, ExactSearch search) {
        past.search(now.vector(), search, found);
        AnalogueTally tally = new AnalogueTally();
        for (int rank = 0; rank < found.count(); rank++) {
            tally.add(found.distance(rank));
            for (Horizon horizon : Horizon.values()) {
                tally.add(horizon, past.move(found.number(rank), horizon));
            }
        }
        return tally.analogues(now, past.size(), past.isApproximate(), null);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        past.writeTo(out);
        open.write(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "memory of analogues");
        past = RememberedSituations.read(in);
        open.read(in);
    }
}
