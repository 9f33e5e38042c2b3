package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.ExactSearch;
import io.huihui.models.vector.GraphIndex;
import io.huihui.models.vector.GraphShape;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorIndex;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Past situations of one symbol with what came of them, and those most like the present one. A
 * situation is remembered when its longest horizon has passed: before, nothing of it is known, and
 * the last hour is too much like the present to be an analogue of it.
 */
public final class AnalogueMemory implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Fewer past situations are compared with nothing: the nearest of few are not near. */
    static final int FEWEST = 100;

    /** The graph learns from so many where situations lie; until then all are compared. */
    static final int LEARNED_FROM = 256;

    private static final Horizon[] HORIZONS = Horizon.values();

    private MemoryConfig config;
    private VectorIndex index;

    /** [number % capacity * horizons + horizon] as in {@link Waiting#moves}. */
    private float[] moves;

    private long added;

    /** Oldest first; one a minute of the longest horizon. */
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    private final Neighbours found = new Neighbours();

    /** For restore. */
    public AnalogueMemory() {
        this(MemoryConfig.defaults());
    }

    public AnalogueMemory(MemoryConfig config) {
        begin(config);
    }

    private void begin(MemoryConfig newConfig) {
        config = newConfig;
        index = new ExactIndex(Situation.DIMENSION, config.capacity());
        moves = new float[config.capacity() * HORIZONS.length];
        added = 0;
    }

    /**
     * Returns this memory when it is as configured, else one that is and holds the same, or as much
     * of it as there is room for.
     */
    public AnalogueMemory as(MemoryConfig wanted) {
        if (wanted.equals(config)) {
            return this;
        }
        AnalogueMemory other = new AnalogueMemory(wanted);
        for (long number = Math.max(0, added - config.capacity()); number < added; number++) {
            float[] outcomes = new float[HORIZONS.length];
            System.arraycopy(moves, place(number), outcomes, 0, outcomes.length);
            other.remember(index.get(number), outcomes);
        }
        other.waiting.addAll(waiting);
        return other;
    }

    /** Returns how many past situations are held. */
    public int size() {
        return index.size();
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
        long time = now.snapshot().secondEndMillis();
        Require.that(
                waiting.isEmpty() || waiting.getLast().timeMillis < time,
                "situations in order of time",
                () -> now.snapshot() + " after " + waiting.getLast().timeMillis);
        for (Waiting each : waiting) {
            each.hear(time, now.mid());
        }
        while (!waiting.isEmpty() && waiting.getFirst().isOver(time)) {
            Waiting over = waiting.removeFirst();
            if (over.isKnown()) {
                remember(over.vector, over.moves);
            }
        }
        float[] vector = now.vector();
        Analogues analogues = index.size() < FEWEST ? null : ask(now, vector, search);
        if (now.volatilityAnnual() != null && now.volatilityAnnual() > 0) {
            waiting.addLast(new Waiting(time, vector, now.price()));
        }
        return analogues;
    }

    private void remember(float[] vector, float[] outcomes) {
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

    private Analogues ask(Situation now, float[] vector, ExactSearch search) {
        if (index instanceof ExactIndex exact) {
            search.search(exact, vector, config.neighbours(), found);
        } else {
            index.search(vector, config.neighbours(), found);
        }
        double distance = 0;
        for (int rank = 0; rank < found.count(); rank++) {
            distance += found.distance(rank);
        }
        List<AnalogueOutcomes> outcomes = new ArrayList<>();
        for (Horizon horizon : HORIZONS) {
            AnalogueOutcomes of = outcomes(horizon);
            if (of != null) {
                outcomes.add(of);
            }
        }
        return new Analogues(
                now.snapshot(),
                index.size(),
                now.missing(),
                index instanceof GraphIndex,
                found.distance(0),
                distance / found.count(),
                outcomes);
    }

    private AnalogueOutcomes outcomes(Horizon horizon) {
        int[] counts = new int[Direction.values().length];
        int count = 0;
        double sum = 0;
        for (int rank = 0; rank < found.count(); rank++) {
            float move = moves[place(found.number(rank)) + horizon.ordinal()];
            if (!Float.isNaN(move)) {
                counts[OutcomeScorer.direction(move, 1).ordinal()]++;
                count++;
                sum += move;
            }
        }
        return count == 0
                ? null
                : new AnalogueOutcomes(
                        horizon,
                        count,
                        counts[Direction.UP.ordinal()] / (double) count,
                        counts[Direction.DOWN.ordinal()] / (double) count,
                        counts[Direction.FLAT.ordinal()] / (double) count,
                        sum / count);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeByte(config.engine().ordinal());
        out.writeInt(config.capacity());
        out.writeInt(config.neighbours());
        out.writeLong(added);
        for (long number = Math.max(0, added - config.capacity()); number < added; number++) {
            for (int i = 0; i < HORIZONS.length; i++) {
                out.writeFloat(moves[place(number) + i]);
            }
        }
        out.writeBoolean(index instanceof GraphIndex);
        index.writeTo(out);
        out.writeByte(waiting.size());
        for (Waiting each : waiting) {
            each.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "memory of analogues");
        begin(
                new MemoryConfig(
                        MemoryConfig.Engine.values()[in.readUnsignedByte()],
                        in.readInt(),
                        in.readInt()));
        added = in.readLong();
        for (long number = Math.max(0, added - config.capacity()); number < added; number++) {
            for (int i = 0; i < HORIZONS.length; i++) {
                moves[place(number) + i] = in.readFloat();
            }
        }
        index = in.readBoolean() ? new GraphIndex() : new ExactIndex();
        index.readFrom(in);
        waiting.clear();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            waiting.addLast(Waiting.read(in));
        }
    }
}
