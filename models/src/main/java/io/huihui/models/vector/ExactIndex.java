package io.huihui.models.vector;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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
