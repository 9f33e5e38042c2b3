package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.ExactSearch;
import io.huihui.models.vector.GraphIndex;
import io.huihui.models.vector.GraphShape;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorIndex;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Situations and what came of them; the newest {@link MemoryConfig#capacity} are held. */
final class RememberedSituations {

    /** The graph learns from so many where situations lie; until then all are compared. */
    static final int LEARNED_FROM = 256;

    private static final Horizon[] HORIZONS = Horizon.values();

    private final MemoryConfig config;
    private VectorIndex index;

    /** [number % capacity * horizons + horizon] as in {@link Waiting#moves}. */
    private final float[] moves;

    private long added;

    RememberedSituations(MemoryConfig config) {
        this.config = config;
        index = new ExactIndex(Situation.DIMENSION, config.capacity());
        moves = new float[config.capacity() * HORIZONS.length];
    }

    MemoryConfig config() {
        return config;
    }

    int size() {
        return index.size();
    }

    /** Returns whether a search may miss one. */
    boolean isApproximate() {
        return index instanceof GraphIndex;
    }

    /** Returns one as configured that holds the same, or as much of it as there is room for. */
    RememberedSituations as(MemoryConfig wanted) {
        RememberedSituations other = new RememberedSituations(wanted);
        for (long number = Math.max(0, added - config.capacity()); number < added; number++) {
            float[] outcomes = new float[HORIZONS.length];
            System.arraycopy(moves, place(number), outcomes, 0, outcomes.length);
            other.remember(index.get(number), outcomes);
        }
        return other;
    }

    /**
     * Adds one.
     *
     * @param outcomes by horizon, in expected standard deviations; NaN where not known
     */
    void remember(float[] vector, float[] outcomes) {
        long number = index.add(vector);
        System.arraycopy(outcomes, 0, moves, place(number), HORIZONS.length);
        added = number + 1;
        if (added == LEARNED_FROM && config.engine() == MemoryConfig.Engine.GRAPH) {
            index = graph(index);
        }
    }

    private static VectorIndex graph(VectorIndex exact) {
        float[][] seen = new float[LEARNED_FROM][];
        for (int number = 0; number < LEARNED_FROM; number++) {
            seen[number] = exact.get(number);
        }
        VectorIndex graph = new GraphIndex(Situation.DIMENSION, exact.capacity(), GraphShape.USUAL);
        graph.train(seen);
        for (float[] vector : seen) {
            graph.add(vector);
        }
        return graph;
    }

    private int place(long number) {
        return (int) (number % config.capacity()) * HORIZONS.length;
    }

    /** Fills {@code found} with the nearest ones; {@code search} takes an exact index' place. */
    void search(float[] vector, ExactSearch search, Neighbours found) {
        if (index instanceof ExactIndex exact) {
            search.search(exact, vector, config.neighbours(), found);
        } else {
            index.search(vector, config.neighbours(), found);
        }
    }

    /** Returns what came of one over a horizon; NaN where not known. */
    float move(long number, Horizon horizon) {
        return moves[place(number) + horizon.ordinal()];
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(config.engine().ordinal());
        out.writeInt(config.capacity());
        out.writeInt(config.neighbours());
        out.writeLong(added);
        for (long number = Math.max(0, added - config.capacity()); number < added; number++) {
            for (int i = 0; i < HORIZONS.length; i++) {
                out.writeFloat(moves[place(number) + i]);
            }
        }
        out.writeBoolean(isApproximate());
        index.writeTo(out);
    }

    static RememberedSituations read(DataInput in) throws IOException {
        RememberedSituations read =
                new RememberedSituations(
                        new MemoryConfig(
                                MemoryConfig.Engine.values()[in.readUnsignedByte()],
                                in.readInt(),
                                in.readInt()));
        read.added = in.readLong();
        for (long number = Math.max(0, read.added - read.config.capacity());
                number < read.added;
                number++) {
            for (int i = 0; i < HORIZONS.length; i++) {
                read.moves[read.place(number) + i] = in.readFloat();
            }
        }
        read.index = in.readBoolean() ? new GraphIndex() : new ExactIndex();
        read.index.readFrom(in);
        return read;
    }
}
