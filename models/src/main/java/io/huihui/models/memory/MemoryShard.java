package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.vector.ExactSearch;
import io.huihui.models.vector.Neighbours;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the market's memory. Every situation of every symbol lies in one of them, by chance, so
 * that each holds the same share of what is like a situation; {@link ShardAnswers} puts together
 * what they find.
 */
public final class MemoryShard implements BinaryState {

    private static final int STATE_VERSION = 1;

    private RememberedSituations past;
    private final Neighbours found = new Neighbours();

    /** For restore. */
    public MemoryShard() {
        this(MemoryConfig.defaults());
    }

    public MemoryShard(MemoryConfig config) {
        this(new RememberedSituations(config));
    }

    private MemoryShard(RememberedSituations past) {
        this.past = past;
    }

    /** Returns the shard of a situation, by a hash that is the same on every machine. */
    public static int of(SnapshotId snapshot, int shards) {
        Require.positive("shards", shards);
        long mixed =
                snapshot.symbol().hashCode() * 0x9E3779B97F4A7C15L + snapshot.secondEndMillis();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), shards);
    }

    /** As {@link AnalogueMemory#as}. */
    public MemoryShard as(MemoryConfig wanted) {
        return wanted.equals(past.config()) ? this : new MemoryShard(past.as(wanted));
    }

    public int size() {
        return past.size();
    }

    public void remember(PastSituation situation) {
        past.remember(situation.vector(), situation.outcomes());
    }

    /**
     * Returns what is nearest to a situation here.
     *
     * @param search takes the place of an exact index' own search
     */
    public ShardAnswer nearest(int shard, Situation now, ExactSearch search) {
        List<ShardNeighbour> neighbours = new ArrayList<>();
        if (past.size() > 0) {
            past.search(now.vector(), search, found);
            for (int rank = 0; rank < found.count(); rank++) {
                long number = found.number(rank);
                neighbours.add(
                        new ShardNeighbour(
                                found.distance(rank),
                                KnownMove.known(horizon -> past.move(number, horizon))));
            }
        }
        return new ShardAnswer(now, shard, past.size(), past.isApproximate(), neighbours);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        past.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "shard of the memory");
        past = RememberedSituations.read(in);
    }
}
