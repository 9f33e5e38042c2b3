package io.huihui.models.mining;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatternSearchTest {

    private static final int WINDOW = 40;
    private static final long MINUTE = 60_000;
    private static final MiningConfig CONFIG =
            new MiningConfig(60, WINDOW, 30, 3, 3, 10, 99, 0.05, 3, 1);

    @Test
    void findsAPlantedShapeAtEveryPlace() {
        double[] series =
                SeriesExamples.withShape(
                        SeriesExamples.noise(1, 1_000, 0), 9, WINDOW, 2, 100, 350, 600, 800);

        List<MinedPattern> patterns = PatternSearch.alone(history(series, List.of()), CONFIG);

        assertThat(patterns).hasSize(1);
        MinedPattern motif = patterns.get(0);
        assertThat(motif.kind()).isEqualTo(PatternKind.MOTIF);
        assertThat(motif.channel()).isEqualTo(MiningChannel.OPTION_FLOW);
        assertThat(motif.pValue()).isEqualTo(0.01);
        assertThat(motif.shape()).hasSize(WINDOW);
        assertThat(motif.score()).isGreaterThan(motif.expected());
        assertThat(motif.occurrences())
                .hasSize(4)
                .allSatisfy(
                        each ->
                                assertThat(each.untilMillis() - each.fromMillis())
                                        .isEqualTo(WINDOW * MINUTE));
        // Where a smooth shape begins, noise decides; what comes again begins alike everywhere.
        long first = motif.occurrences().get(0).fromMillis();
        assertThat(first).isBetween(80 * MINUTE, 120 * MINUTE);
        int[] after = {0, 250, 500, 700};
        for (int i = 0; i < after.length; i++) {
            assertThat(motif.occurrences().get(i).fromMillis() - first)
                    .isBetween((after[i] - 4) * MINUTE, (after[i] + 4) * MINUTE);
        }
    }

    @Test
    void findsAPlantedSequenceAndNotItsShadows() {
        List<MinedEvent> events = new ArrayList<>(noiseEvents(3, 60));
        for (int window = 0; window < 60; window += 3) {
            for (int k = 0; k < 3; k++) {
                events.add(new MinedEvent("SPY", (30L * window + 4 + 9L * k) * MINUTE, "P" + k));
            }
        }

        List<MinedPattern> patterns =
                PatternSearch.alone(history(SeriesExamples.noise(2, 200, 0), events), CONFIG);

        assertThat(patterns).hasSize(1);
        assertThat(patterns.get(0).events()).containsSubsequence("P0", "P1");
        assertThat(patterns.get(0).occurrences()).hasSizeGreaterThanOrEqualTo(18);
        assertThat(patterns.get(0).expected()).isLessThan(10);
    }

    /** Twenty histories with nothing in them: at most a few with a finding at one in twenty. */
    @Test
    void seldomFindsAnythingInNoise() {
        int found = 0;
        for (int seed = 1; seed <= 20; seed++) {
            SymbolHistory history =
                    history(SeriesExamples.noise(seed, 500, 0.6), noiseEvents(seed, 30));
            found += PatternSearch.alone(history, CONFIG).isEmpty() ? 0 : 1;
        }

        assertThat(found).isLessThanOrEqualTo(3);
    }

    @Test
    void noShapeGoesAcrossANight() {
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            points.add(point(i * MINUTE, i));
            points.add(point((1_000 + i) * MINUTE, i));
        }

        SymbolHistory history = SymbolHistory.of("SPY", points, List.of(), MINUTE);

        assertThat(history.steps()).isEqualTo(21);
        assertThat(history.series(MiningChannel.OPTION_FLOW)[10]).isNaN();
        assertThat(history.endMillis(11)).isEqualTo(1_001 * MINUTE);
    }

    @Test
    void recordingsOfTheSameTimeAreRefused() {
        assertThatThrownBy(
                        () ->
                                SymbolHistory.of(
                                        "SPY",
                                        List.of(point(MINUTE, 1), point(MINUTE, 1)),
                                        List.of(),
                                        MINUTE))
                .hasMessageContaining("recordings of the same time cannot be mined together");
    }

    @Test
    void aHistoryOfNothingHasNoPatterns() {
        assertThat(PatternSearch.alone(history(new double[0], List.of()), CONFIG)).isEmpty();
        assertThat(PatternSearch.alone(history(new double[3], noiseEvents(1, 9)), CONFIG))
                .isEmpty();
    }

    @Test
    void theHashOfASetDoesNotDependOnItsOrder() {
        double[] series =
                SeriesExamples.withShape(
                        SeriesExamples.noise(1, 800, 0), 9, WINDOW, 3, 50, 250, 450);
        series = SeriesExamples.withShape(series, 10, WINDOW, 3, 150, 350, 600);
        List<MinedPattern> patterns = PatternSearch.alone(history(series, List.of()), CONFIG);

        assertThat(patterns).hasSizeGreaterThanOrEqualTo(2);
        List<MinedPattern> backwards = new ArrayList<>(patterns);
        Collections.reverse(backwards);
        assertThat(MinedPattern.hash(backwards))
                .isEqualTo(MinedPattern.hash(patterns))
                .isNotEqualTo(MinedPattern.hash(patterns.subList(0, 1)));
    }

    @Test
    void aHistoryIsReadBackAsWritten() throws IOException {
        SymbolHistory history = history(SeriesExamples.noise(1, 50, 0), noiseEvents(1, 5));

        byte[] written = written(history);
        SymbolHistory read = new SymbolHistory();
        read.readFrom(new DataInputStream(new ByteArrayInputStream(written)));

        assertThat(written(read)).isEqualTo(written);
        assertThat(read.events()).isEqualTo(history.events());
    }

    @Test
    void tooFewShufflesToTellAnythingAreRefused() {
        assertThatThrownBy(() -> new MiningConfig(60, 30, 30, 3, 3, 10, 78, 0.05, 5, 1))
                .hasMessageContaining("shuffles >= 79");
    }

    private static byte[] written(SymbolHistory history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        history.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<MinedEvent> noiseEvents(long seed, int windows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MinedEvent> events = new ArrayList<>();
        for (int i = 0; i < 4 * windows; i++) {
            long time = random.nextInt(30 * windows) * MINUTE;
            events.add(new MinedEvent("SPY", time, "N" + random.nextInt(5)));
        }
        return events;
    }

    private static SeriesPoint point(long endMillis, double flow) {
        return new SeriesPoint("SPY", endMillis, 0, List.of(Double.NaN, flow, Double.NaN));
    }

    private static SymbolHistory history(double[] flow, List<MinedEvent> events) {
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 0; i < flow.length; i++) {
            points.add(point((i + 1) * MINUTE, flow[i]));
        }
        return SymbolHistory.of("SPY", points, events, MINUTE);
    }
}
