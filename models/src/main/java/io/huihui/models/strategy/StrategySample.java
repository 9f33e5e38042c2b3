package io.huihui.models.strategy;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * One minute of a symbol as templates are screened on.
 *
 * @param mid of the underlying, currency
 * @param impliedVol at 30 days, annual
 * @param inputs in the order of {@link EntryInput}; NaN where missing
 */
public record StrategySample(
        SnapshotId snapshot, double mid, double impliedVol, List<Double> inputs) {

    public StrategySample {
        Require.present("snapshot", snapshot);
        Require.positive("mid", mid);
        Require.positive("impliedVol", impliedVol);
        inputs = List.copyOf(inputs);
        Require.that(
                inputs.size() == EntryInput.values().length,
                "a value per input",
                inputs.size() + " values");
    }
}
