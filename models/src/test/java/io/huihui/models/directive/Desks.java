package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.ChainView;

/** What a desk sees and decides, for tests. */
public final class Desks {

    static final DirectiveConfig CONFIG = DirectiveConfig.standard();

    static final DirectiveModel MODEL = new DirectiveModel(CONFIG, StrategyTable.shipped());

    private Desks() {}

    /** A second at a price, without options and levels. */
    public static DeskMarket market(int second, double mid) {
        return DeskMarket.of(Verdicts.market(second, mid));
    }

    /** A second at a price, with a chain analysed in it. */
    public static DeskMarket withChain(int second, double mid) {
        return withChain(market(second, mid), Chains.at(second, mid));
    }

    static DeskMarket withChain(DeskMarket market, ChainView chain) {
        return new DeskMarket(
                market.snapshot(), chain, market.support(), market.resistance(), market.strikes());
    }

    /** The same second with key levels. */
    static DeskMarket withLevels(DeskMarket market, double support, double resistance) {
        return new DeskMarket(
                market.snapshot(), market.chain(), support, resistance, market.strikes());
    }

    /** The directive on a second at 450 without options, of a gate that says this. */
    public static Directive decided(double up, double down) {
        return decide(market(0, 450), Verdicts.leaning(0, up, down));
    }

    /** The directive on a second whose chain is in it, without a past. */
    static Directive decide(DeskMarket market, Verdict verdict) {
        return decide(market, verdict, null, 0);
    }

    static Directive decide(
            DeskMarket market, Verdict verdict, Recommendation open, double lostToday) {
        return MODEL.decide(
                new DirectiveModel.Question(
                        market,
                        verdict,
                        new SignalDetector(),
                        Assessment.none(),
                        judged(verdict),
                        market.chain(),
                        open,
                        lostToday));
    }

    static Judged judged(Verdict verdict) {
        return verdict.answered().isEmpty()
                ? null
                : Judged.of(verdict, Assessment.none(), new Calibration());
    }

    /** What a second makes of a recommendation. */
    static RecommendationLife.Step next(Recommendation now, DeskMarket market, Verdict verdict) {
        return RecommendationLife.next(
                now, new LifeMoment(market, verdict, market.chain(), judged(verdict), CONFIG));
    }
}
