package io.huihui.models.directive;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;

import java.util.ArrayList;
import java.util.List;

/**
 * The likeliest thesis and how likely it is.
 *
 * @param probability that the thesis is right, given that it is decided at all: up against down for
 *     a direction, expansion against contraction for volatility; a coin flip is .5. Strictly
 *     between 0 and 1
 * @param decided probability that it is decided at all: 1 - flat, or 1 - same
 * @param rationale log-odds per expert; they sum to ln(probability / (1 - probability))
 */
record Judgement(
        TradeThesis thesis,
        Horizon horizon,
        double probability,
        double decided,
        List<Contribution> rationale) {

    Judgement {
        rationale = List.copyOf(rationale);
    }

    double conviction() {
        return Directive.CONVICTION_SCALE * probability;
    }

    /** Returns the likelier of the price thesis at 15 minutes and the volatility thesis. */
    static Judgement of(Verdict verdict) {
        Judgement direction = direction(verdict);
        Judgement volatility = volatility(verdict.volatility());
        return volatility.probability() > direction.probability() ? volatility : direction;
    }

    static Judgement direction(Verdict verdict) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        boolean up = thesis.up() >= thesis.down();
        double probability = share(Math.max(thesis.up(), thesis.down()), 1 - thesis.flat());
        double logOdds = Math.log(probability / (1 - probability));
        List<Contribution> rationale = new ArrayList<>();
        double sum = 0;
        for (Contribution part : verdict.contributions()) {
            double signed = up ? part.value() : -part.value();
            rationale.add(new Contribution(part.input(), signed));
            sum += signed;
        }
        if (sum != logOdds) {
            // What clipping and rounding left over, so that the parts always sum to the whole.
            rationale.add(new Contribution("GATE", logOdds - sum));
        }
        return new Judgement(
                up ? TradeThesis.BULLISH : TradeThesis.BEARISH,
                Horizon.MINUTES_15,
                probability,
                1 - thesis.flat(),
                rationale);
    }

    private static Judgement volatility(VolatilityView view) {
        boolean expand = view.expand() > view.contract();
        double decided = 1 - view.same();
        double probability = share(Math.max(view.expand(), view.contract()), decided);
        double logOdds = Math.log(probability / (1 - probability));
        return new Judgement(
                expand ? TradeThesis.VOL_EXPANSION : TradeThesis.VOL_CONTRACTION,
                Horizon.MINUTES_60,
                probability,
                decided,
                List.of(new Contribution("VOLATILITY_VIEW", logOdds)));
    }

    /** A probability of exactly 1 has no log-odds; nothing in a market is that certain. */
    private static final double MOST_CERTAIN = 0.999;

    private static double share(double part, double whole) {
        return whole > 0 ? Math.min(MOST_CERTAIN, Math.max(0.5, part / whole)) : 0.5;
    }
}
