package io.huihui.models.vector;

/** An index whose vectors lie in a ring. */
abstract class RingIndex implements VectorIndex {

    /** Another one after a restore. */
    VectorRing ring;

    RingIndex(VectorRing ring) {
        this.ring = ring;
    }

    @Override
    public final int dimension() {
        return ring.dimension();
    }

    @Override
    public final int capacity() {
        return ring.capacity();
    }

    @Override
    public final int size() {
        return ring.size();
    }

    @Override
    public final float[] get(long number) {
        return ring.get(number);
    }
}
