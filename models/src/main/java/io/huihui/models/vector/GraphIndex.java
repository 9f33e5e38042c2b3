package io.huihui.models.vector;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Finds near vectors by walking a graph of neighbours on rounded vectors, then compares the best
 * candidates exactly. Vectors are added and removed at any time.
 */
public final class GraphIndex extends RingIndex {

    private static final int STATE_VERSION = 1;

    /** Levels above are as good as never drawn. */
    private static final int MOST_LEVEL = 12;

    private GraphShape shape;

    /** Null until trained, like what follows. */
    private RoundedVectors rounded;

    private Links links;
    private Graph graph;

    /** For restore. */
    public GraphIndex() {
        this(1, 1, GraphShape.USUAL);
    }

    public GraphIndex(int dimension, int capacity, GraphShape shape) {
        super(new VectorRing(dimension, capacity));
        this.shape = Require.present("shape", shape);
    }

    @Override
    public boolean isTrained() {
        return graph != null;
    }

    @Override
    public void train(float[][] typical) {
        for (float[] vector : typical) {
            ring.check(vector);
        }
        Require.that(!isTrained(), "an untrained index to train", "one that is trained");
        begin(Grid.of(typical), new Links(shape.links(), ring.places()), Links.ABSENT);
    }

    private void begin(Grid grid, Links newLinks, int entry) {
        rounded = new RoundedVectors(grid, ring.places());
        links = newLinks;
        graph = new Graph(shape, rounded, links, entry);
    }

    @Override
    public long add(float[] vector) {
        ring.check(vector);
        requireTrained();
        remove(ring.next() - ring.capacity());
        long number = ring.add(vector);
        if (links.places() < ring.places()) {
            links.grow(ring.places());
            rounded.grow(ring.places());
        }
        int place = ring.place(number);
        rounded.put(ring.coordinates(), place, ring.dimension());
        rounded.ask(vector);
        graph.insert(place, level(number));
        return number;
    }

    /**
     * The level of a vector depends on its number and the seed alone: exponential, so that one in
     * {@code links} reaches the next.
     */
    private int level(long number) {
        double uniform = 1 - new SplittableRandom(shape.seed() + number).nextDouble();
        return (int) Math.min(MOST_LEVEL, -Math.log(uniform) / Math.log(shape.links()));
    }

    @Override
    public boolean remove(long number) {
        if (!ring.holds(number)) {
            return false;
        }
        graph.remove(ring.place(number));
        ring.remove(number);
        return true;
    }

    @Override
    public void search(float[] query, int k, Neighbours found) {
        search(query, k, shape.searchBreadth(), found);
    }

    /**
     * As {@link #search(float[], int, Neighbours)}, with so many candidates compared exactly: more
     * find more, and take longer.
     */
    public void search(float[] query, int k, int breadth, Neighbours found) {
        ring.check(query);
        requireTrained();
        Require.that(k >= 1, "k >= 1", () -> "k=" + k);
        Require.that(breadth >= 1, "breadth >= 1", () -> "breadth=" + breadth);
        found.begin(k);
        if (ring.size() == 0) {
            return;
        }
        rounded.ask(query);
        Beam beam = graph.search(Math.max(k, breadth));
        for (int rank = 0; rank < beam.count(); rank++) {
            int place = beam.place(rank);
            found.offer(ring.number(place), ring.square(query, place));
        }
    }

    private void requireTrained() {
        if (!isTrained()) {
            throw new UntrainedIndexException();
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeByte(shape.links());
        out.writeInt(shape.buildBreadth());
        out.writeInt(shape.searchBreadth());
        out.writeLong(shape.seed());
        ring.writeTo(out);
        out.writeBoolean(isTrained());
        if (isTrained()) {
            rounded.grid().writeTo(out);
            links.writeTo(out);
            out.writeInt(graph.entry());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "graph vector index");
        shape = new GraphShape(in.readUnsignedByte(), in.readInt(), in.readInt(), in.readLong());
        ring = VectorRing.read(in);
        rounded = null;
        links = null;
        graph = null;
        if (in.readBoolean()) {
            Grid grid = Grid.read(in);
            begin(grid, Links.read(in), in.readInt());
            for (int place = 0; place < ring.places(); place++) {
                if (ring.isHeld(place)) {
                    rounded.put(ring.coordinates(), place, ring.dimension());
                }
            }
        }
    }
}
