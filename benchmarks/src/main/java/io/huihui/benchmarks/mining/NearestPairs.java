package io.huihui.benchmarks.mining;

import io.huihui.models.feature.SnapshotId;
import io.huihui.models.mining.MatrixProfile;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.PatternKind;
import io.huihui.models.mining.PatternOccurrence;
import io.huihui.models.mining.SeriesWindows;
import io.huihui.models.mining.SymbolHistory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The usual way to say which shapes come again: of each channel the two windows nearest to each
 * other, with all that are nearer to the first than twice their distance. There always are some.
 *
 * <p>Reference: Yeh, Zhu, Ulanova, Begum, Ding, Dau, Silva, Mueen, Keogh, "Matrix Profile I", ICDM
 * 2016, section IV.D.
 */
final class NearestPairs {

    private static final double RADIUS = 2;

    private NearestPairs() {}

    /** Returns one motif a channel. */
    static List<MinedPattern> motifs(SymbolHistory history, MiningConfig config) {
        List<MinedPattern> motifs = new ArrayList<>();
        for (MiningChannel channel : MiningChannel.values()) {
            SeriesWindows windows =
                    new SeriesWindows(history.series(channel), config.windowSteps());
            double[] profile = MatrixProfile.of(windows);
            int seed =
                    IntStream.range(0, profile.length)
                            .boxed()
                            .max(Comparator.comparingDouble(window -> profile[window]))
                            .orElseThrow();
            motifs.add(motif(history, channel, windows, seed, profile[seed]));
        }
        return motifs;
    }

    private static MinedPattern motif(
            SymbolHistory history,
            MiningChannel channel,
            SeriesWindows windows,
            int seed,
            double likest) {
        double[] shape = windows.shape(seed);
        double[] correlations = windows.correlations(shape);
        // Distances squared are proportional to 1 - correlation.
        double least = 1 - RADIUS * RADIUS * (1 - likest);
        List<Integer> starts = new ArrayList<>();
        IntStream.range(0, correlations.length)
                .filter(window -> correlations[window] >= Math.min(least, likest))
                .boxed()
                .sorted(Comparator.comparingDouble(window -> -correlations[window]))
                .forEach(
                        window -> {
                            if (starts.stream()
                                    .allMatch(
                                            other ->
                                                    Math.abs(other - window) >= windows.length())) {
                                starts.add(window);
                            }
                        });
        List<PatternOccurrence> occurrences =
                starts.stream()
                        .map(
                                start ->
                                        new PatternOccurrence(
                                                history.endMillis(start) - 60_000,
                                                history.endMillis(start + windows.length() - 1),
                                                Math.max(0, Math.min(1, correlations[start]))))
                        .toList();
        return new MinedPattern(
                new SnapshotId(history.symbol(), history.endMillis(history.steps() - 1)),
                history.endMillis(0) - 60_000,
                PatternKind.MOTIF,
                channel,
                Arrays.stream(shape).boxed().toList(),
                List.of(),
                likest,
                0,
                1,
                1,
                occurrences);
    }
}
