package io.huihui.models.mining;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class SequenceTableTest {

    private static final long WINDOW = 1_800_000;

    /** Every sequence of every window, found by trying all moments one after the other. */
    @Property(tries = 40)
    void countsWhatTryingEverythingCounts(
            @ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 2, max = 4) int longest) {
        List<MinedEvent> events = random(seed, 120);
        SequenceTable table = new SequenceTable(events, WINDOW, longest, 5);

        int[] counts = table.counts();

        assertThat(counts).hasSize(table.sequences());
        for (int number = 0; number < counts.length; number++) {
            String[] names =
                    Arrays.stream(table.sequence(number))
                            .mapToObj(table.kinds()::get)
                            .toArray(String[]::new);
            assertThat(counts[number]).as(Arrays.toString(names)).isEqualTo(tried(events, names));
            assertThat(table.windowsOf(table.sequence(number))).hasSize(counts[number]);
        }
    }

    private static List<MinedEvent> random(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MinedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = random.nextInt(60) * 300_000L;
            events.add(new MinedEvent("SPY", time, "K" + random.nextInt(5)));
        }
        return events;
    }

    private static int tried(List<MinedEvent> events, String[] names) {
        long windows = events.stream().mapToLong(MinedEvent::timeMillis).max().orElse(0) / WINDOW;
        int found = 0;
        for (long window = 0; window <= windows; window++) {
            long slot = window;
            List<MinedEvent> inside =
                    events.stream().filter(each -> each.timeMillis() / WINDOW == slot).toList();
            found += follows(inside, names, 0, -1) ? 1 : 0;
        }
        return found;
    }

    private static boolean follows(List<MinedEvent> events, String[] names, int next, long after) {
        return next == names.length
                || events.stream()
                        .anyMatch(
                                each ->
                                        each.name().equals(names[next])
                                                && each.timeMillis() > after
                                                && follows(
                                                        events,
                                                        names,
                                                        next + 1,
                                                        each.timeMillis()));
    }

    @Test
    void eventsOfOneMomentDoNotFollowEachOther() {
        SequenceTable table =
                new SequenceTable(
                        List.of(new MinedEvent("SPY", 5, "A"), new MinedEvent("SPY", 5, "B")),
                        WINDOW,
                        2,
                        5);

        assertThat(table.counts()).containsOnly(0);
    }

    @Test
    void aWindowOfMoreMomentsThanBitsGoesOnAsAnother() {
        List<MinedEvent> events =
                IntStream.range(0, 70).mapToObj(i -> new MinedEvent("SPY", i, "A")).toList();

        SequenceTable table = new SequenceTable(events, WINDOW, 2, 5);

        assertThat(table.windows()).isEqualTo(2);
        assertThat(table.startMillis(0)).isZero();
        assertThat(table.startMillis(1)).isEqualTo(64);
        assertThat(table.counts()).containsExactly(2);
    }

    @Test
    void theRarestKindsAreLeftOut() {
        List<MinedEvent> events = new ArrayList<>(random(1, 50));
        events.add(new MinedEvent("SPY", 1, "RARE"));

        assertThat(new SequenceTable(events, WINDOW, 2, 5).kinds())
                .containsExactly("K0", "K1", "K2", "K3", "K4");
    }

    @Test
    void shufflingKeepsHowOftenEachKindHappensInADay() {
        List<MinedEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(new MinedEvent("SPY", i * WINDOW, "A"));
            events.add(new MinedEvent("SPY", i * WINDOW + 1, "B"));
        }
        SequenceTable table = new SequenceTable(events, WINDOW, 2, 5);

        int[] shuffled = table.shuffledCounts(3);

        assertThat(table.counts()).containsExactly(0, 20, 0, 0);
        assertThat(Arrays.stream(shuffled).sum()).isEqualTo(20);
        assertThat(shuffled[1]).isBetween(1, 12);
        assertThat(table.shuffledCounts(3)).isEqualTo(shuffled);
    }

    @Test
    void withoutEventsThereIsNothing() {
        SequenceTable table = new SequenceTable(List.of(), WINDOW, 3, 5);

        assertThat(table.windows()).isZero();
        assertThat(table.counts()).isEmpty();
    }
}
