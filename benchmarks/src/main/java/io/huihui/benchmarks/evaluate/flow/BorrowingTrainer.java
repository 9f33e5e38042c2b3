package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.models.ParameterText;
import io.huihui.models.expert.flow.BorrowedSpread;
import io.huihui.models.expert.flow.ImpactModel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits what the regime expert's volatility says about the spread of the flow expert's forecasts.
 */
public final class BorrowingTrainer implements Trainer {

    @Override
    public String name() {
        return "borrowing";
    }

    @Override
    public String purpose() {
        return "what the regime expert's volatility says about the spread of the flow expert's"
                + " impact forecasts";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        SpreadFit[] fits =
                IntStream.range(0, ImpactModel.HORIZONS)
                        .mapToObj(horizon -> new SpreadFit())
                        .toArray(SpreadFit[]::new);
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            BorrowingDay day = new BorrowingDay(FlowDays.of(seed));
            for (int horizon = 0; horizon < fits.length; horizon++) {
                for (BorrowingDay.Impact each : day.impacts.get(horizon)) {
                    fits[horizon].add(each.ratio(), each.deviations());
                }
            }
            progress.say("seed " + seed + ": " + fits[0].count() + " moments so far");
        }
        List<String> lines =
                ParameterText.begin(
                        "./huihui train borrowing --seeds " + seeds,
                        fits[0].count()
                                + " moments, one in 10 s; of ln of the factor on the spread: level,"
                                + " slope");
        for (int horizon = 0; horizon < fits.length; horizon++) {
            lines.add(BorrowedSpread.line(horizon, fits[horizon].level(), fits[horizon].slope()));
        }
        return String.join("\n", lines) + "\n";
    }
}
