package io.huihui.models.mining;

import io.huihui.models.Require;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a symbol's channels at the end of a step.
 *
 * @param revision the higher one tells what was known later
 * @param values of the features of the channels, in the order of {@link MiningChannel}; NaN is
 *     missing
 */
public record SeriesPoint(String symbol, long endMillis, int revision, List<Double> values) {

    public SeriesPoint {
        Require.text("symbol", symbol);
        values = List.copyOf(values);
        Require.that(
                values.size() == MiningChannel.count(),
                MiningChannel.count() + " values, one per channel",
                values.size() + " values");
    }

    /** Returns whether a snapshot is at the end of a step. */
    public static boolean isEndOfStep(FeatureSnapshot snapshot, long stepMillis) {
        return snapshot.id().secondEndMillis() % stepMillis == 0;
    }

    /** Returns what a snapshot says of the channels. */
    public static SeriesPoint of(FeatureSnapshot snapshot) {
        List<Double> values = new ArrayList<>();
        for (MiningChannel channel : MiningChannel.values()) {
            values.add(snapshot.features().orNaN(channel.feature()));
        }
        return new SeriesPoint(
                snapshot.id().symbol(),
                snapshot.id().secondEndMillis(),
                snapshot.revision(),
                values);
    }
}
