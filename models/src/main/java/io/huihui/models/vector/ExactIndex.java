package io.huihui.models.vector;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Compares a query with every vector held: the reference, and fast enough for some thousand. */
public final class ExactIndex extends RingIndex {

    private static final int STATE_VERSION = 1;

    /** For restore. */
    public ExactIndex() {
        this(1, 1);
    }

    public ExactIndex(int dimension, int capacity) {
        super(new VectorRing(dimension, capacity));
    }

    @Override
    public boolean isTrained() {
        return true;
    }

    @Override
    public void train(float[][] typical) {
        for (float[] vector : typical) {
            ring.check(vector);
        }
    }

    @Override
    public long add(float[] vector) {
        ring.check(vector);
        remove(ring.next() - ring.capacity());
        return ring.add(vector);
    }

    @Override
    public boolean remove(long number) {
        if (!ring.holds(number)) {
            return false;
        }
        ring.remove(number);
        return true;
    }

    @Override
    public void search(float[] query, int k, Neighbours found) {
        ring.check(query);
        Require.that(k >= 1, "k >= 1", () -> "k=" + k);
        found.begin(k);
        for (int place = 0; place < ring.places(); place++) {
            if (ring.isHeld(place)) {
                double square = ring.square(query, place);
                if (square <= found.limit()) {
                    found.offer(ring.number(place), square);
                }
            }
        }
    }

    /**
     * Fills {@code found} with the nearest of some, and returns how many of them are held; places
     * without a vector do not count.
     */
    int rank(float[] query, int k, Candidates candidates, Neighbours found) {
        ring.check(query);
        found.begin(k);
        int held = 0;
        for (int rank = 0; rank < candidates.count(); rank++) {
            int place = candidates.place(rank);
            if (ring.isHeld(place)) {
                held++;
                found.offer(ring.number(place), ring.square(query, place));
            }
        }
        return held;
    }

    /** Returns how many places there is room for now. */
    int places() {
        return ring.places();
    }

    /** Returns the number that the next vector will have. */
    long next() {
        return ring.next();
    }

    boolean isHeld(int place) {
        return ring.isHeld(place);
    }

    /** Returns a copy of the coordinates at some places. */
    float[] coordinates(int firstPlace, int count) {
        return Arrays.copyOfRange(
                ring.coordinates(),
                firstPlace * ring.dimension(),
                (firstPlace + count) * ring.dimension());
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        ring.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "exact vector index");
        ring = VectorRing.read(in);
    }
}
