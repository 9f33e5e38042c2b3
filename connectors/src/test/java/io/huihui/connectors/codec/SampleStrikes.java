package io.huihui.connectors.codec;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.feature.Greek;
import io.huihui.models.feature.GreekFit;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.StrikeCell;
import io.huihui.models.feature.StrikeFlow;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;
import io.huihui.models.feature.StrikeSums;

/** Valid results by strike drawn from dice. */
final class SampleStrikes {

    private SampleStrikes() {}

    static StrikeProfile profile(Dice dice) {
        return new StrikeProfile(
                SampleOpinions.snapshot(dice), dice.price(), dice.some(0, 4, () -> row(dice)));
    }

    static StrikeGrid grid(Dice dice) {
        return new StrikeGrid(
                SampleOpinions.snapshot(dice),
                dice.price(),
                dice.any(DteBucket.class),
                dice.some(0, 4, () -> cell(dice)));
    }

    static ProviderUnits units(Dice dice) {
        return new ProviderUnits(
                SampleOpinions.snapshot(dice),
                dice.source(),
                dice.some(0, 7, () -> fit(dice)),
                dice.orNull(dice::text));
    }

    private static GreekFit fit(Dice dice) {
        return new GreekFit(dice.any(Greek.class), dice.upTo(1000), dice.signed(), dice.unit());
    }

    private static StrikeCell cell(Dice dice) {
        return new StrikeCell(
                dice.price(), sums(dice), sums(dice), orNaN(dice), orNaN(dice), orNaN(dice));
    }

    private static StrikeRow row(Dice dice) {
        return new StrikeRow(
                dice.price(),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                dice.orNull(() -> flow(dice)));
    }

    private static StrikeFlow flow(Dice dice) {
        return new StrikeFlow(
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice));
    }

    private static StrikeSums sums(Dice dice) {
        return new StrikeSums(
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice),
                orNaN(dice));
    }

    private static double orNaN(Dice dice) {
        return dice.coin() ? dice.signed() : Double.NaN;
    }
}
