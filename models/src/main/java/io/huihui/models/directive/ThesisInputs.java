package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.TradeThesis;

/**
 * What the probability of a thesis is calibrated on. All are seen from the thesis, so the mirror
 * image of a market has the same inputs.
 *
 * @param rawLogOdds of the thesis, as the gate gave it; not below 0, since it is the likelier side
 * @param balance evidence for it less evidence against it, -1..1
 * @param disagreement agreement of the experts less 1, -1..0
 * @param reversion share of the evidence that expects the price to come back, 0..1
 */
public record ThesisInputs(
        double rawLogOdds, double balance, double disagreement, double reversion) {

    /** How many there are. */
    static final int COUNT = 4;

    /** Evidence of one strong signal: with less than that the shares stay small. */
    private static final double ONE_SIGNAL = 5;

    /** Returns the inputs of a thesis. */
    static ThesisInputs of(
            TradeThesis thesis, double rawLogOdds, double agreement, Assessment assessment) {
        double aligned = assessment.of(thesis);
        double opposed = assessment.of(opposite(thesis));
        double reverting = assessment.of(TradeThesis.MEAN_REVERSION);
        return new ThesisInputs(
                rawLogOdds,
                (aligned - opposed) / (aligned + opposed + ONE_SIGNAL),
                agreement - 1,
                reverting / (aligned + opposed + reverting + ONE_SIGNAL));
    }

    static TradeThesis opposite(TradeThesis thesis) {
        return switch (thesis) {
            case BULLISH -> TradeThesis.BEARISH;
            case BEARISH -> TradeThesis.BULLISH;
            case VOL_EXPANSION -> TradeThesis.VOL_CONTRACTION;
            case VOL_CONTRACTION -> TradeThesis.VOL_EXPANSION;
            case MEAN_REVERSION -> TradeThesis.MEAN_REVERSION;
        };
    }

    /** Returns an input by its place. */
    double at(int place) {
        return switch (place) {
            case 0 -> rawLogOdds;
            case 1 -> balance;
            case 2 -> disagreement;
            default -> reversion;
        };
    }
}
