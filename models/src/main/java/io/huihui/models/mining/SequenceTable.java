package io.huihui.models.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * In how many windows of time events of certain kinds follow each other, for all sequences of kinds
 * at once. A window is a long for each kind, whose bits are the moments at which something
 * happened; what follows the first time of a kind is a mask of that long.
 *
 * <p>Events of one moment do not follow each other. A window with more moments than a long has bits
 * goes on as another.
 *
 * <p>References: Ayres, Flannick, Gehrke, Yiu, "Sequential pattern mining using a bitmap
 * representation", KDD 2002 (S-step); Zaki, "SPADE: an efficient algorithm for mining frequent
 * sequences", Machine Learning 42, 2001 (support as the number of sequences that contain it).
 */
public final class SequenceTable {

    private static final long DAY_MILLIS = 86_400_000L;

    private final List<String> kinds;
    private final long[] windowStart;
    private final int longest;

    // By event, in order of time.
    private final int[] kindOf;
    private final int[] windowOf;
    private final byte[] momentOf;
    private final long[] dayOf;

    /**
     * @param events in any order
     * @param windowMillis length of a window; windows begin at multiples of it
     * @param longest events of a sequence at most
     */
    public SequenceTable(List<MinedEvent> events, long windowMillis, int longest, int mostKinds) {
        this.longest = longest;
        kinds = mostFrequent(events, mostKinds);
        List<MinedEvent> kept =
                events.stream()
                        .filter(event -> kinds.contains(event.name()))
                        .sorted(
                                Comparator.comparingLong(MinedEvent::timeMillis)
                                        .thenComparing(MinedEvent::name))
                        .toList();
        kindOf = new int[kept.size()];
        windowOf = new int[kept.size()];
        momentOf = new byte[kept.size()];
        dayOf = new long[kept.size()];
        windowStart = place(kept, windowMillis);
    }

    private static List<String> mostFrequent(List<MinedEvent> events, int mostKinds) {
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(event.name(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(mostKinds)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private long[] place(List<MinedEvent> kept, long windowMillis) {
        List<Long> starts = new ArrayList<>();
        long slot = -1;
        long time = -1;
        int moment = 0;
        for (int i = 0; i < kept.size(); i++) {
            MinedEvent event = kept.get(i);
            boolean later = event.timeMillis() != time;
            boolean nextSlot = event.timeMillis() / windowMillis != slot;
            time = event.timeMillis();
            slot = time / windowMillis;
            if (nextSlot || (later && moment == Long.SIZE - 1)) {
                starts.add(nextSlot ? slot * windowMillis : time);
                moment = 0;
            } else if (later) {
                moment++;
            }
            kindOf[i] = kinds.indexOf(event.name());
            windowOf[i] = starts.size() - 1;
            momentOf[i] = (byte) moment;
            dayOf[i] = time / DAY_MILLIS;
        }
        return starts.stream().mapToLong(start -> start).toArray();
    }

    /** Returns the kinds of events, by number. */
    public List<String> kinds() {
        return kinds;
    }

    /** Returns how many windows there are in which something happened. */
    public int windows() {
        return windowStart.length;
    }

    /** Returns the begin of a window. */
    public long startMillis(int window) {
        return windowStart[window];
    }

    /** Returns how many sequences there are: of two kinds, then of three, and so on. */
    public int sequences() {
        int count = 0;
        int ofLength = kinds.size();
        for (int length = 2; length <= longest; length++) {
            ofLength *= kinds.size();
            count += ofLength;
        }
        return count;
    }

    /** Returns the kinds of a sequence by its number. */
    public int[] sequence(int number) {
        int length = 2;
        int ofLength = kinds.size() * kinds.size();
        int rest = number;
        while (rest >= ofLength) {
            rest -= ofLength;
            ofLength *= kinds.size();
            length++;
        }
        int[] sequence = new int[length];
        for (int place = length - 1; place >= 0; place--) {
            sequence[place] = rest % kinds.size();
            rest /= kinds.size();
        }
        return sequence;
    }

    /** Returns in how many windows each sequence happened, by its number. */
    public int[] counts() {
        return count(kindOf);
    }

    /**
     * Returns the same as if kinds had been put into random order among the events of each day:
     * when something happened stays, and how often each kind.
     */
    public int[] shuffledCounts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shuffled = kindOf.clone();
        int first = 0;
        for (int i = 1; i <= shuffled.length; i++) {
            if (i == shuffled.length || dayOf[i] != dayOf[first]) {
                shuffle(shuffled, first, i, random);
                first = i;
            }
        }
        return count(shuffled);
    }

    private static void shuffle(int[] kinds, int from, int until, SplittableRandom random) {
        for (int i = until - 1; i > from; i--) {
            int other = from + random.nextInt(i - from + 1);
            int kept = kinds[i];
            kinds[i] = kinds[other];
            kinds[other] = kept;
        }
    }

    /** Returns the windows in which the sequence happened, in order of time. */
    public List<Integer> windowsOf(int[] sequence) {
        long[][] moments = moments(kindOf);
        List<Integer> found = new ArrayList<>();
        for (int window = 0; window < windows(); window++) {
            long ends = moments[sequence[0]][window];
            for (int place = 1; place < sequence.length; place++) {
                ends = afterFirst(ends) & moments[sequence[place]][window];
            }
            if (ends != 0) {
                found.add(window);
            }
        }
        return found;
    }

    private long[][] moments(int[] kindOfEvent) {
        long[][] moments = new long[kinds.size()][windows()];
        for (int i = 0; i < kindOfEvent.length; i++) {
            moments[kindOfEvent[i]][windowOf[i]] |= 1L << momentOf[i];
        }
        return moments;
    }

    private int[] count(int[] kindOfEvent) {
        long[][] moments = moments(kindOfEvent);
        int[] counts = new int[sequences()];
        long[][] ends = new long[longest][windows()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            grow(moments, moments[kind], kind, 2, 0, ends, counts);
        }
        return counts;
    }

    /**
     * Counts all sequences that begin as this one.
     *
     * @param before at which moments of each window it ends
     * @param number of it among those of its length
     * @param length of what is counted
     * @param firstOfLength number of the first sequence of that length
     */
    private void grow(
            long[][] moments,
            long[] before,
            int number,
            int length,
            int firstOfLength,
            long[][] ends,
            int[] counts) {
        long[] after = ends[length - 2];
        int ofLength = (int) Math.round(Math.pow(kinds.size(), length));
        for (int kind = 0; kind < kinds.size(); kind++) {
            int found = follow(before, moments[kind], after);
            int grown = number * kinds.size() + kind;
            counts[firstOfLength + grown] = found;
            if (found > 0 && length < longest) {
                grow(moments, after, grown, length + 1, firstOfLength + ofLength, ends, counts);
            }
        }
    }

    /** Sets at which moments something follows; returns in how many windows it does. */
    private static int follow(long[] before, long[] moments, long[] after) {
        long found = 0;
        for (int window = 0; window < after.length; window++) {
            long ends = afterFirst(before[window]) & moments[window];
            after[window] = ends;
            found += (ends | -ends) >>> (Long.SIZE - 1);
        }
        return (int) found;
    }

    /** Returns the bits above the lowest that is set; none when none is set. */
    private static long afterFirst(long moments) {
        long first = moments & -moments;
        return ~(first | (first - 1));
    }
}
