package io.huihui.models.vector;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The vectors themselves. Number n lies at place n modulo the capacity, so that neither a map nor a
 * list of free places is needed and the oldest makes room for the newest.
 */
final class VectorRing {

    private static final int FIRST_PLACES = 64;

    /** Arrays of Java end here; a little below its limit. */
    private static final int MOST_COORDINATES = Integer.MAX_VALUE - 64;

    /** Arrays of a graph hold up to some hundred numbers a place. */
    private static final int MOST_PLACES = 1 << 23;

    private final int dimension;
    private final int capacity;
    private float[] coordinates;
    private boolean[] held;
    private long next;
    private int size;

    VectorRing(int dimension, int capacity) {
        Require.that(dimension >= 1, "a dimension of at least 1", () -> "dimension=" + dimension);
        Require.that(
                capacity >= 1
                        && capacity <= MOST_PLACES
                        && (long) capacity * dimension <= MOST_COORDINATES,
                "a capacity of 1 to "
                        + MOST_PLACES
                        + " and at most "
                        + MOST_COORDINATES
                        + " coordinates in all; shard what is larger",
                () -> "capacity=" + capacity + " dimension=" + dimension);
        this.dimension = dimension;
        this.capacity = capacity;
        int places = Math.min(capacity, FIRST_PLACES);
        coordinates = new float[places * dimension];
        held = new boolean[places];
    }

    int dimension() {
        return dimension;
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return size;
    }

    /** Returns how many places there is room for now; grows up to the capacity. */
    int places() {
        return held.length;
    }

    /** Returns the number that the next vector will have. */
    long next() {
        return next;
    }

    /** Returns the place of a number, whether it is held or not. */
    int place(long number) {
        return (int) (number % capacity);
    }

    /** Returns whether a number is held. */
    boolean holds(long number) {
        return number >= 0 && number < next && number >= next - capacity && held[place(number)];
    }

    boolean isHeld(int place) {
        return held[place];
    }

    /** Returns the number of the vector at a place that is held. */
    long number(int place) {
        long turn = (next - 1 - place) / capacity;
        return turn * capacity + place;
    }

    /** The coordinates of all places, one after the other. */
    float[] coordinates() {
        return coordinates;
    }

    /** Refuses a vector that cannot be compared with those held. */
    void check(float[] vector) {
        Require.that(
                vector.length == dimension,
                "a vector of " + dimension + " coordinates",
                () -> vector.length + " coordinates");
        for (int i = 0; i < dimension; i++) {
            if (!Float.isFinite(vector[i])) {
                throw Require.violated("finite coordinates", "coordinate " + i + "=" + vector[i]);
            }
        }
    }

    /** Puts the next vector at its place, which must be free, and returns its number. */
    long add(float[] vector) {
        int place = place(next);
        if (place >= held.length) {
            grow();
        }
        System.arraycopy(vector, 0, coordinates, place * dimension, dimension);
        held[place] = true;
        size++;
        return next++;
    }

    /** Returns a copy of a vector; null when it is not held. */
    float[] get(long number) {
        if (!holds(number)) {
            return null;
        }
        int from = place(number) * dimension;
        return Arrays.copyOfRange(coordinates, from, from + dimension);
    }

    /** Frees the place of a number that is held. */
    void remove(long number) {
        held[place(number)] = false;
        size--;
    }

    /** Returns the square of the distance of a query from the vector at a place. */
    double square(float[] query, int place) {
        int from = place * dimension;
        float even = 0;
        float odd = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < dimension; i += 4) {
            float a = query[i] - coordinates[from + i];
            float b = query[i + 1] - coordinates[from + i + 1];
            float c = query[i + 2] - coordinates[from + i + 2];
            float d = query[i + 3] - coordinates[from + i + 3];
            even += a * a;
            odd += b * b;
            third += c * c;
            fourth += d * d;
        }
        for (; i < dimension; i++) {
            float a = query[i] - coordinates[from + i];
            even += a * a;
        }
        return (double) even + odd + third + fourth;
    }

    private void grow() {
        int places = (int) Math.min(capacity, 2L * held.length);
        coordinates = Arrays.copyOf(coordinates, places * dimension);
        held = Arrays.copyOf(held, places);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(dimension);
        out.writeInt(capacity);
        out.writeInt(held.length);
        out.writeLong(next);
        for (int place = 0; place < held.length; place++) {
            out.writeBoolean(held[place]);
            if (held[place]) {
                for (int i = 0; i < dimension; i++) {
                    out.writeFloat(coordinates[place * dimension + i]);
                }
            }
        }
    }

    static VectorRing read(DataInput in) throws IOException {
        VectorRing ring = new VectorRing(in.readInt(), in.readInt());
        int places = in.readInt();
        ring.next = in.readLong();
        ring.held = new boolean[places];
        ring.coordinates = new float[places * ring.dimension];
        for (int place = 0; place < places; place++) {
            if (in.readBoolean()) {
                ring.held[place] = true;
                ring.size++;
                for (int i = 0; i < ring.dimension; i++) {
                    ring.coordinates[place * ring.dimension + i] = in.readFloat();
                }
            }
        }
        return ring;
    }
}
