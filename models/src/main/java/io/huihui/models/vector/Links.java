package io.huihui.models.vector;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Who is linked with whom, level by level. A link always goes both ways, so that a vector can leave
 * without anybody being left with a link to nothing. A row is a count and then the places linked;
 * there is room for one more than may stay.
 */
final class Links {

    /** A place without a vector. */
    static final int ABSENT = -1;

    private final int most;

    /** Rows of the lowest level, one after the other: it is where nearly all time goes. */
    private int[] lowest;

    /** [place][(level - 1) * row + i] of higher levels; null where there is only the lowest. */
    private int[][] higher;

    private byte[] levels;

    /** Room for some places; {@code most} links on higher levels, twice as many on the lowest. */
    Links(int most, int places) {
        this.most = most;
        lowest = new int[places * lowestRow()];
        higher = new int[places][];
        levels = new byte[places];
        Arrays.fill(levels, (byte) ABSENT);
    }

    private int lowestRow() {
        return 2 + 2 * most;
    }

    private int higherRow() {
        return 2 + most;
    }

    void grow(int places) {
        int before = levels.length;
        lowest = Arrays.copyOf(lowest, places * lowestRow());
        higher = Arrays.copyOf(higher, places);
        levels = Arrays.copyOf(levels, places);
        Arrays.fill(levels, before, places, (byte) ABSENT);
    }

    /** Returns how many links may stay on a level. */
    int most(int level) {
        return level == 0 ? 2 * most : most;
    }

    /** Returns the highest level of a place, {@link #ABSENT} where nothing is. */
    int level(int place) {
        return levels[place];
    }

    /** The array that holds the row of a place on a level. */
    int[] rows(int place, int level) {
        return level == 0 ? lowest : higher[place];
    }

    /** Returns where in {@link #rows} the row begins: with its count. */
    int start(int place, int level) {
        return level == 0 ? place * lowestRow() : (level - 1) * higherRow();
    }

    /** Returns how many places there is room for. */
    int places() {
        return levels.length;
    }

    int count(int place, int level) {
        return rows(place, level)[start(place, level)];
    }

    /** Brings a place in, without links. */
    void enter(int place, int level) {
        levels[place] = (byte) level;
        lowest[start(place, 0)] = 0;
        higher[place] = level == 0 ? null : new int[level * higherRow()];
    }

    /** Takes a place without links out. */
    void leave(int place) {
        levels[place] = ABSENT;
        higher[place] = null;
    }

    boolean linked(int a, int b, int level) {
        int[] rows = rows(a, level);
        int start = start(a, level);
        for (int i = start + 1; i <= start + rows[start]; i++) {
            if (rows[i] == b) {
                return true;
            }
        }
        return false;
    }

    void link(int a, int b, int level) {
        append(a, b, level);
        append(b, a, level);
    }

    private void append(int to, int place, int level) {
        int[] rows = rows(to, level);
        int start = start(to, level);
        rows[start]++;
        rows[start + rows[start]] = place;
    }

    void cut(int a, int b, int level) {
        drop(a, b, level);
        drop(b, a, level);
    }

    private void drop(int from, int place, int level) {
        int[] rows = rows(from, level);
        int start = start(from, level);
        int last = start + rows[start];
        int i = start + 1;
        while (rows[i] != place) {
            i++;
        }
        rows[i] = rows[last];
        rows[start]--;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(most);
        out.writeInt(levels.length);
        for (int place = 0; place < levels.length; place++) {
            out.writeByte(levels[place]);
            for (int level = 0; level <= levels[place]; level++) {
                int[] rows = rows(place, level);
                int start = start(place, level);
                out.writeByte(rows[start]);
                for (int i = start + 1; i <= start + rows[start]; i++) {
                    out.writeInt(rows[i]);
                }
            }
        }
    }

    static Links read(DataInput in) throws IOException {
        int most = in.readUnsignedByte();
        int places = in.readInt();
        Links links = new Links(most, places);
        for (int place = 0; place < places; place++) {
            int top = in.readByte();
            if (top > ABSENT) {
                links.enter(place, top);
            }
            for (int level = 0; level <= top; level++) {
                int[] rows = links.rows(place, level);
                int start = links.start(place, level);
                rows[start] = in.readUnsignedByte();
                for (int i = start + 1; i <= start + rows[start]; i++) {
                    rows[i] = in.readInt();
                }
            }
        }
        return links;
    }
}
