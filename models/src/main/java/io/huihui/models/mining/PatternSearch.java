package io.huihui.models.mining;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The patterns of a symbol's history: shapes of each channel and sequences of events. Each channel
 * and the events are one test against shuffled history; over these tests the share of false
 * findings is held below the level.
 */
public final class PatternSearch {

    private final SymbolHistory history;
    private final MiningConfig config;

    private final SequenceTable table;

    /** [channel][shuffle]. */
    private final double[][] highest;

    /**
     * @param shuffled of all shuffles of all channels, in any order
     */
    public PatternSearch(
            SymbolHistory history, Iterable<ShuffledHighest> shuffled, MiningConfig config) {
        this.history = history;
        this.config = config;
        table =
                new SequenceTable(
                        history.events(),
                        config.eventWindowMillis(),
                        config.longestSequence(),
                        MiningConfig.MOST_KINDS);
        highest = new double[MiningChannel.count()][config.shuffles()];
        for (double[] each : highest) {
            Arrays.fill(each, Double.NaN);
        }
        for (ShuffledHighest each : shuffled) {
            for (int i = 0; i < each.highest().size(); i++) {
                highest[each.channel().ordinal()][each.first() + i] = each.highest().get(i);
            }
        }
        Require.that(
                Arrays.stream(highest).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN),
                "what all shuffles of all channels have shown",
                () -> "some missing of " + history.symbol());
    }

    /** Returns the patterns of a history, all in this thread. */
    public static List<MinedPattern> alone(SymbolHistory history, MiningConfig config) {
        List<ShuffledHighest> shuffled =
                ShuffleTask.of(history, config).stream().map(task -> task.run(config)).toList();
        return new PatternSearch(history, shuffled, config).patterns();
    }

    /** Returns the patterns: channel by channel, then the sequences; each the clearest first. */
    public List<MinedPattern> patterns() {
        List<MinedPattern> patterns = new ArrayList<>();
        if (history.steps() == 0) {
            return patterns;
        }
        List<ChannelTest> channels = new ArrayList<>();
        double[] pValues = new double[MiningChannel.count() + 1];
        for (MiningChannel channel : MiningChannel.values()) {
            ChannelTest test = new ChannelTest(channel);
            channels.add(test);
            pValues[channel.ordinal()] = test.pValue();
        }
        SequenceSearch sequences = sequences();
        pValues[MiningChannel.count()] = sequences == null ? Double.NaN : sequences.lowestPValue();
        double level = FalseDiscoveries.threshold(pValues, config.falseShare());
        channels.forEach(test -> patterns.addAll(test.patterns(level)));
        if (sequences != null) {
            sequences.find(level).forEach(found -> patterns.add(pattern(found)));
        }
        return patterns;
    }

    /** One channel against its shuffled series. */
    private final class ChannelTest {
        private final MiningChannel channel;
        private final SeriesWindows windows;
        private final double[] profile;
        private final PermutationTest test;

        ChannelTest(MiningChannel channel) {
            this.channel = channel;
            windows = new SeriesWindows(history.series(channel), config.windowSteps());
            profile = MatrixProfile.of(windows);
            test = new PermutationTest(highest[channel.ordinal()]);
        }

        /** Of the two windows most alike; NaN when no two are. */
        double pValue() {
            double clearest = Arrays.stream(profile).max().orElse(0);
            return clearest > 0 ? test.pValue(clearest) : Double.NaN;
        }

        List<MinedPattern> patterns(double level) {
            double threshold = test.threshold(level);
            List<MinedPattern> patterns = new ArrayList<>();
            for (MotifSearch.Motif motif :
                    MotifSearch.find(
                            windows,
                            profile,
                            threshold,
                            this::shapeThreshold,
                            config.mostPatterns())) {
                patterns.add(pattern(motif, threshold));
            }
            return patterns;
        }

        /** Of all windows of a shuffled series, none is more like the shape: but for the share. */
        private double shapeThreshold(double[] shape) {
            ShuffledSeries shuffler =
                    new ShuffledSeries(
                            history.series(channel), history.partsOfDay(), config.autoregression());
            double[] likest = new double[config.shapeShuffles()];
            for (int number = 0; number < likest.length; number++) {
                double[] shuffled =
                        shuffler.shuffled(config.seed(history.symbol(), channel.name(), number));
                likest[number] =
                        Arrays.stream(
                                        new SeriesWindows(shuffled, config.windowSteps())
                                                .correlations(shape))
                                .max()
                                .orElse(0);
            }
            return new PermutationTest(likest).threshold(config.falseShare());
        }

        private MinedPattern pattern(MotifSearch.Motif motif, double threshold) {
            List<PatternOccurrence> occurrences = new ArrayList<>();
            for (int i = 0; i < motif.starts().size(); i++) {
                int start = motif.starts().get(i);
                occurrences.add(
                        new PatternOccurrence(
                                history.endMillis(start) - config.stepMillis(),
                                history.endMillis(start + config.windowSteps() - 1),
                                motif.likeness().get(i)));
            }
            return new MinedPattern(
                    id(),
                    fromMillis(),
                    PatternKind.MOTIF,
                    channel,
                    motif.shape(),
                    List.of(),
                    motif.score(),
                    threshold,
                    test.pValue(motif.score()),
                    config.shuffles(),
                    occurrences);
        }
    }

    /** Returns null when there are no sequences to speak of. */
    private SequenceSearch sequences() {
        return table.windows() < config.fewestOccurrences()
                ? null
                : new SequenceSearch(table, history.symbol(), config);
    }

    private MinedPattern pattern(SequenceSearch.Found found) {
        List<PatternOccurrence> occurrences = new ArrayList<>();
        for (int window : found.windows()) {
            long from = table.startMillis(window);
            long until = (from / config.eventWindowMillis() + 1) * config.eventWindowMillis();
            occurrences.add(new PatternOccurrence(from, until, 1));
        }
        return new MinedPattern(
                id(),
                fromMillis(),
                PatternKind.SEQUENCE,
                null,
                List.of(),
                found.kinds(),
                found.score(),
                found.expected(),
                found.pValue(),
                config.shuffles(),
                occurrences);
    }

    private SnapshotId id() {
        return new SnapshotId(history.symbol(), history.endMillis(history.steps() - 1));
    }

    private long fromMillis() {
        return history.endMillis(0) - config.stepMillis();
    }
}
