package io.huihui.models.vector;

import java.util.Arrays;

/**
 * A hierarchical navigable small world: every vector on the lowest level, one in {@code links} of
 * them on the next, and so on; on each level linked with near ones that do not lie behind each
 * other. A search walks down from the top.
 *
 * <p>Unlike in the paper a link goes both ways, so that a vector can be taken out at once and those
 * around it are linked with each other instead.
 *
 * <p>Reference: Malkov, Yashunin, "Efficient and robust approximate nearest neighbor search using
 * hierarchical navigable small world graphs", IEEE TPAMI 42, 2020 (arXiv 1603.09320).
 */
final class Graph {

    /**
     * Of the level above the lowest, where a walk must come down in the right cluster. One, as in
     * the paper, finds the wrong one now and then, and ever oftener as old vectors leave with the
     * long links of the graph's first days; more on the levels above gains nothing.
     */
    private static final int LANDING_BREADTH = 8;

    /** A place is not cut off from more than this share of the links it may have. */
    private static final int FEW = 4;

    private final GraphShape shape;
    private final RoundedVectors vectors;
    private final Links links;
    private final Beam beam = new Beam();

    /** Where every walk begins; absent while there is no vector. */
    private int entry;

    /** Links as packed by {@link Beam#pack}: of a place that sheds one, of one that is mended. */
    private final long[] sorted;

    private final long[] kept;
    private final long[] lost;
    private final int[] chosen;

    Graph(GraphShape shape, RoundedVectors vectors, Links links, int entry) {
        this.shape = shape;
        this.vectors = vectors;
        this.links = links;
        this.entry = entry;
        chosen = new int[shape.links()];
        sorted = new long[links.most(0) + 1];
        kept = new long[sorted.length];
        lost = new long[sorted.length];
    }

    int entry() {
        return entry;
    }

    /** Finds places near to what {@code vectors} were asked; the graph must not be empty. */
    Beam search(int breadth) {
        int from = descend(0);
        beam.walk(vectors, links, 0, from, breadth);
        return beam;
    }

    /** Returns the place above a level from which to go on there. */
    private int descend(int level) {
        int from = entry;
        for (int above = links.level(entry); above > level; above--) {
            beam.walk(vectors, links, above, from, above == 1 ? LANDING_BREADTH : 1);
            from = beam.place(0);
        }
        return from;
    }

    /** Links a place whose vector {@code vectors} were just asked for. */
    void insert(int place, int level) {
        links.enter(place, level);
        if (entry == Links.ABSENT) {
            entry = place;
            return;
        }
        int top = links.level(entry);
        int from = descend(level);
        for (int each = Math.min(level, top); each >= 0; each--) {
            beam.walk(vectors, links, each, from, shape.buildBreadth());
            from = beam.place(0);
            int count = choose();
            for (int i = 0; i < count; i++) {
                connect(place, chosen[i], each);
            }
        }
        if (level > top) {
            entry = place;
        }
    }

    /**
     * Chooses from the beam, near ones first, those nearer to the new place than to any chosen
     * before: one in each direction. Algorithm 4 of the paper, without filling up: that took a
     * third longer and found no more.
     */
    private int choose() {
        int count = 0;
        for (int rank = 0; rank < beam.count() && count < chosen.length; rank++) {
            int candidate = beam.place(rank);
            if (!isHidden(candidate, beam.square(rank), count)) {
                chosen[count++] = candidate;
            }
        }
        return count;
    }

    private boolean isHidden(int candidate, int square, int count) {
        for (int i = 0; i < count; i++) {
            if (vectors.between(candidate, chosen[i]) < square) {
                return true;
            }
        }
        return false;
    }

    private void connect(int a, int b, int level) {
        links.link(a, b, level);
        shed(a, level);
        shed(b, level);
    }

    /**
     * Cuts one link of a place that has one too many: the longest that leads behind another one.
     * Spares places that have few.
     */
    private void shed(int place, int level) {
        int count = links.count(place, level);
        if (count <= links.most(level)) {
            return;
        }
        sort(place, level);
        int few = links.most(level) / FEW;
        int cut = Links.ABSENT;
        for (int rank = count - 1; rank >= 0; rank--) {
            int candidate = Beam.placeOf(sorted[rank]);
            if (links.count(candidate, level) > few) {
                cut = cut == Links.ABSENT ? candidate : cut;
                if (liesBehindAnother(candidate, Beam.squareOf(sorted[rank]), sorted, rank)) {
                    cut = candidate;
                    break;
                }
            }
        }
        links.cut(place, cut == Links.ABSENT ? Beam.placeOf(sorted[count - 1]) : cut, level);
    }

    /** Sorts the links of a place, near ones first. */
    private void sort(int place, int level) {
        int[] rows = links.rows(place, level);
        int start = links.start(place, level);
        int count = rows[start];
        for (int i = 0; i < count; i++) {
            int other = rows[start + 1 + i];
            sorted[i] = Beam.pack(vectors.between(place, other), other);
        }
        Arrays.sort(sorted, 0, count);
    }

    /** Takes a place out and links those around it with each other. */
    void remove(int place) {
        for (int level = links.level(place); level >= 0; level--) {
            int[] rows = links.rows(place, level);
            int start = links.start(place, level);
            int[] around = Arrays.copyOfRange(rows, start + 1, start + 1 + rows[start]);
            for (int other : around) {
                links.cut(place, other, level);
            }
            for (int other : around) {
                mend(other, around, level);
            }
        }
        links.leave(place);
        if (place == entry) {
            entry = highest();
        }
    }

    /**
     * Links a place that lost a link with those of the others that lost the same which do not lie
     * behind another of them. So all of them stay connected as long as they have room: the links
     * chosen contain the shortest tree that spans them.
     */
    private void mend(int place, int[] around, int level) {
        int keptCount = 0;
        int lostCount = 0;
        for (int other : around) {
            if (other != place) {
                long packed = Beam.pack(vectors.between(place, other), other);
                if (links.linked(place, other, level)) {
                    kept[keptCount++] = packed;
                } else {
                    lost[lostCount++] = packed;
                }
            }
        }
        Arrays.sort(lost, 0, lostCount);
        int room = links.most(level) - links.count(place, level);
        for (int i = 0; i < lostCount && room > 0; i++) {
            int other = Beam.placeOf(lost[i]);
            if (!liesBehindAnother(other, Beam.squareOf(lost[i]), kept, keptCount)) {
                connect(place, other, level);
                kept[keptCount++] = lost[i];
                room--;
            }
        }
    }

    /** Returns whether one of the first others is nearer to a candidate than {@code square}. */
    private boolean liesBehindAnother(int candidate, int square, long[] others, int first) {
        for (int i = 0; i < first; i++) {
            if (vectors.between(candidate, Beam.placeOf(others[i])) < square) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first of the places of the highest level. */
    private int highest() {
        int best = Links.ABSENT;
        for (int place = 0; place < links.places(); place++) {
            int level = links.level(place);
            if (level > Links.ABSENT && (best == Links.ABSENT || level > links.level(best))) {
                best = place;
            }
        }
        return best;
    }
}
