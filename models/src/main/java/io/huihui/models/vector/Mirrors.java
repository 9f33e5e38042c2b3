package io.huihui.models.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of exact indexes on a device. A search there gives candidates by sums of 32 bits, which
 * are then compared as {@link ExactIndex} does: the answer is the same, bit for bit, or there is
 * none and the index has to be asked itself.
 *
 * <pre>
 * index => {@link #question}: query and what the device has not got yet => {@link Question#on}
 *       => {@link #settle}: exact order of the candidates
 * </pre>
 *
 * Only {@link Question#on} may run on another thread: it touches nothing of the index.
 */
public final class Mirrors {

    /** Candidates beyond those asked for, so that rounding leaves none of these out. */
    private static final int SPARE = 16;

    /**
     * By how much a square may be off, as a share of the squared lengths of query and vector: a sum
     * of up to some hundred products of 32 bits, with room.
     */
    private static final double ROUNDING = 2e-5;

    private final Map<String, Mirror> mirrors = new HashMap<>();

    /** Owners whose vectors the device still has. */
    private List<String> forgotten = new ArrayList<>();

    /** What the device has of one index. */
    private static final class Mirror {
        private int places;
        private long sent;
        private double longest;
    }

    /** Vectors on their way to the device. */
    private static final class Rows {
        private final int firstPlace;
        private final float[] coordinates;
        private final float[] squares;

        Rows(int firstPlace, float[] coordinates, int count) {
            this.firstPlace = firstPlace;
            this.coordinates = coordinates;
            this.squares = new float[count];
        }
    }

    /** All that the device needs for one search. */
    public static final class Question {
        private final List<String> forgotten;
        private final String owner;
        private final int places;
        private final boolean anew;
        private final List<Rows> fresh;
        private final float[] query;
        private final int k;
        private final double rounding;

        private Question(
                List<String> forgotten,
                String owner,
                int places,
                boolean anew,
                List<Rows> fresh,
                float[] query,
                int k,
                double rounding) {
            this.forgotten = forgotten;
            this.owner = owner;
            this.places = places;
            this.anew = anew;
            this.fresh = fresh;
            this.query = query;
            this.k = k;
            this.rounding = rounding;
        }

        /** Puts the question to the device. */
        public Candidates on(VectorDevice device) {
            forgotten.forEach(device::forget);
            if (anew) {
                device.begin(owner, places, query.length);
            }
            for (Rows rows : fresh) {
                device.put(owner, rows.firstPlace, rows.coordinates, rows.squares);
            }
            return device.nearest(owner, query, Math.min(places, k + SPARE));
        }
    }

    /**
     * Returns the question for a search. It counts as put: when it was not, or came to nothing,
     * {@link #lost} must follow.
     */
    public Question question(String owner, ExactIndex index, float[] query, int k) {
        Mirror mirror = mirrors.computeIfAbsent(owner, unknown -> new Mirror());
        boolean anew = mirror.places != index.places();
        long from = Math.max(anew ? 0 : mirror.sent, index.next() - index.capacity());
        List<Rows> fresh = new ArrayList<>();
        while (from < index.next()) {
            int place = (int) (from % index.capacity());
            int count = (int) Math.min(index.next() - from, index.places() - place);
            Rows rows = new Rows(place, index.coordinates(place, count), count);
            for (int i = 0; i < count; i++) {
                rows.squares[i] =
                        index.isHeld(place + i)
                                ? (float) square(rows.coordinates, i * query.length, query.length)
                                : Float.POSITIVE_INFINITY;
                if (Float.isFinite(rows.squares[i])) {
                    mirror.longest = Math.max(mirror.longest, rows.squares[i]);
                }
            }
            fresh.add(rows);
            from += count;
        }
        mirror.places = index.places();
        mirror.sent = index.next();
        double rounding = ROUNDING * (square(query, 0, query.length) + mirror.longest);
        List<String> gone = forgotten;
        forgotten = new ArrayList<>();
        return new Question(gone, owner, index.places(), anew, fresh, query.clone(), k, rounding);
    }

    private static double square(float[] coordinates, int from, int dimension) {
        double sum = 0;
        for (int i = from; i < from + dimension; i++) {
            sum += (double) coordinates[i] * coordinates[i];
        }
        return sum;
    }

    /**
     * Fills {@code found} as the search of the index would; returns false when candidates do not
     * tell, because others are as near to within rounding or some were removed.
     */
    public boolean settle(
            Question question, ExactIndex index, Candidates candidates, Neighbours found) {
        int held = index.rank(question.query, question.k, candidates, found);
        int ranks = candidates.count();
        if (found.count() < Math.min(question.k, index.size()) || ranks == 0) {
            return false;
        }
        boolean all = ranks >= question.places || held >= index.size();
        double farthest = candidates.square(ranks - 1);
        return all || found.limit() < farthest - question.rounding;
    }

    /** What was sent is no more. */
    public void lost() {
        mirrors.clear();
        forgotten.clear();
    }

    /** An owner is of no interest any more. */
    public void forget(String owner) {
        if (mirrors.remove(owner) != null) {
            forgotten.add(owner);
        }
    }
}
