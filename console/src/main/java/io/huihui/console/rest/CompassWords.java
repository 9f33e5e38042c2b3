package io.huihui.console.rest;

import io.huihui.connectors.codec.FeatureNames;
import io.huihui.console.compass.Activity;
import io.huihui.console.compass.CompassAxis;
import io.huihui.console.compass.CompassLayer;
import io.huihui.console.compass.CompassSign;
import io.huihui.console.compass.FlowBias;
import io.huihui.console.view.CompassAxes;
import io.huihui.models.feature.Quality;

import java.util.List;
import java.util.stream.Stream;

/** Says what the numbers of a frame of the compass stand for. */
final class CompassWords {

    private CompassWords() {}

    static CompassAxes axes() {
        return new CompassAxes(
                Stream.of(CompassAxis.values()).map(CompassWords::axis).toList(),
                Stream.of(CompassLayer.values()).map(CompassLayer::minutes).toList(),
                names(Quality.values()),
                names(Activity.values()),
                names(FlowBias.values()),
                CompassSign.ALL.stream().map(CompassWords::sign).toList());
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static CompassAxes.Axis axis(CompassAxis axis) {
        return new CompassAxes.Axis(
                axis.name(),
                axis.family().name(),
                axis.low(),
                axis.high(),
                axis.twoSided(),
                axis.isScore(),
                Stream.of(CompassLayer.values())
                        .map(layer -> FeatureNames.of(axis.feature(layer)))
                        .toList(),
                axis.words().label(),
                axis.words().definition(),
                axis.words().above(),
                axis.words().below());
    }

    private static CompassAxes.Sign sign(CompassSign sign) {
        return new CompassAxes.Sign(
                sign.kind().name(),
                sign.axis() == null ? null : sign.axis().name(),
                sign.label(),
                sign.says());
    }
}
