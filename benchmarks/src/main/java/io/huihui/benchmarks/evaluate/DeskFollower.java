package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.OptionPlan;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.directive.DirectiveDesk;
import io.huihui.models.directive.DirectiveModel;
import io.huihui.models.directive.Learning;
import io.huihui.models.directive.StrategyTable;
import io.huihui.models.directive.StrikeReading;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.outcome.PricePoint;

import java.util.ArrayDeque;

/**
 * Lets the desk decide on every second of one symbol, and compares the probabilities it acted on,
 * raw and calibrated, with what came of its theses. Key levels are left out.
 */
final class DeskFollower implements DecisionPipeline.JudgedSecond {

    /** One in half a minute: nearer ones say the same. */
    private static final long STEP_MILLIS = 30_000;

    private static final double MINUTES_OF_HOUR = 60;

    /** A thesis that waits; what it is measured in, and the band that decides nothing. */
    private record Waiting(long dueMillis, Directive directive, double level, double band) {}

    private final DirectiveConfig config = DirectiveConfig.standard();
    private final DirectiveModel model = new DirectiveModel(config, StrategyTable.shipped());
    private final DirectiveDesk desk = new DirectiveDesk();
    private final Learning learning = new Learning();
    private final ArrayDeque<Waiting> prices = new ArrayDeque<>();
    private final ArrayDeque<Waiting> volatilities = new ArrayDeque<>();
    private final DeskTallies tallies;
    private Recommendation open;
    private ChainView chain;
    private long judged;
    private long uncalibrated;

    /** What the open trade began with. */
    private Directive opened;

    DeskFollower(DeskTallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void judged(MarketSecond second, Verdict verdict) {
        FeatureSnapshot snapshot = second.snapshot();
        chain = second.chain() == null ? chain : second.chain();
        resolve(prices, snapshot);
        resolve(volatilities, snapshot);
        DeskMarket market =
                new DeskMarket(
                        snapshot,
                        second.chain(),
                        Double.NaN,
                        Double.NaN,
                        second.strikes() == null ? null : StrikeReading.of(second.strikes()));
        DirectiveDesk.Result result =
                desk.judge(model, config, market, verdict, open, chain, learning);
        if (open != null && result.changed() != null && !result.changed().status().isActive()) {
            ended(result.changed().options());
        }
        if (result.directive() != null && result.directive().isTrade()) {
            opened = result.directive();
        }
        open = result.open();
        keep(result.directive(), snapshot);
    }

    private void ended(OptionTrack track) {
        if (track.isFilled()) {
            OptionPlan plan = opened.plan().options();
            TradeTally tally =
                    opened.thesis().isDirectional() ? tallies.onPrice() : tallies.onVolatility();
            tally.add(plan.expectedValue() * plan.units() * plan.multiplier(), track.profit());
        }
    }

    private void keep(Directive directive, FeatureSnapshot snapshot) {
        long now = snapshot.id().secondEndMillis();
        if (directive == null || directive.thesis() == null || now % STEP_MILLIS != 0) {
            return;
        }
        judged++;
        if (!directive.basis().calibrated()) {
            uncalibrated++;
            return;
        }
        boolean price = directive.thesis().isDirectional();
        Horizon horizon = price ? Horizon.MINUTES_15 : Horizon.MINUTES_60;
        double level = level(price, snapshot);
        double band = Thesis.FLAT_BAND_SIGMAS * deviation(price, horizon, snapshot);
        if (!Double.isNaN(level) && band > 0) {
            (price ? prices : volatilities)
                    .add(new Waiting(now + horizon.millis(), directive, level, band));
        }
    }

    private static double level(boolean price, FeatureSnapshot snapshot) {
        return price
                ? Math.log(snapshot.features().orNaN(Feature.MID))
                : snapshot.features().orNaN(Feature.ATM_IV_30D);
    }

    private static double deviation(boolean price, Horizon horizon, FeatureSnapshot snapshot) {
        if (!price) {
            return snapshot.features().orNaN(Feature.VOL_OF_VOL_60M) * Math.sqrt(MINUTES_OF_HOUR);
        }
        PricePoint point = PricePoint.of(snapshot);
        return point == null ? Double.NaN : point.sigma(horizon);
    }

    private void resolve(ArrayDeque<Waiting> waiting, FeatureSnapshot snapshot) {
        long now = snapshot.id().secondEndMillis();
        while (!waiting.isEmpty() && waiting.peek().dueMillis <= now) {
            Waiting thesis = waiting.poll();
            double change = level(waiting == prices, snapshot) - thesis.level;
            if (now > thesis.dueMillis || !(Math.abs(change) > thesis.band)) {
                continue;
            }
            TradeThesis said = thesis.directive.thesis();
            boolean up = said == TradeThesis.BULLISH || said == TradeThesis.VOL_EXPANSION;
            boolean cameTrue = up == change > 0;
            tallies.raw().add(thesis.directive.basis().rawProbability(), cameTrue);
            tallies.calibrated().add(thesis.directive.probability(), cameTrue);
        }
    }

    /** Returns the share of judgements that were made on the raw probability. */
    double uncalibratedShare() {
        return judged == 0 ? 0 : uncalibrated / (double) judged;
    }
}
