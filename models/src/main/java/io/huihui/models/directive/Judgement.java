package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.ProbabilityBasis;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.learner.Logistic;

import java.util.ArrayList;
import java.util.List;

/**
 * A thesis and how likely it is.
 *
 * @param probability that the thesis is right, given that it is decided at all: up against down for
 *     a direction, expansion against contraction for volatility; a coin flip is .5. Strictly
 *     between 0 and 1
 * @param decided probability that it is decided at all: 1 - flat, or 1 - same
 * @param rationale log-odds per expert and correction; they sum to ln(probability / (1 -
 *     probability))
 * @param inputs what the probability was calibrated on
 */
record Judgement(
        TradeThesis thesis,
        Horizon horizon,
        double probability,
        double decided,
        List<Contribution> rationale,
        ThesisInputs inputs,
        ProbabilityBasis basis) {

    Judgement {
        rationale = List.copyOf(rationale);
    }

    double conviction() {
        return Directive.CONVICTION_SCALE * probability;
    }

    /** Returns +1 for up or expansion, -1 for down or contraction. */
    int side() {
        return thesis == TradeThesis.BULLISH || thesis == TradeThesis.VOL_EXPANSION ? 1 : -1;
    }

    /** Returns the likelier direction of the price at 15 minutes. */
    static Judgement direction(Verdict verdict, Assessment assessment, Calibration calibration) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        boolean up = thesis.up() >= thesis.down();
        List<Contribution> parts = new ArrayList<>();
        for (Contribution part : verdict.contributions()) {
            parts.add(new Contribution(part.input(), up ? part.value() : -part.value()));
        }
        return calibrated(
                up ? TradeThesis.BULLISH : TradeThesis.BEARISH,
                ThesisQuestion.DIRECTION,
                share(Math.max(thesis.up(), thesis.down()), 1 - thesis.flat()),
                1 - thesis.flat(),
                parts,
                verdict,
                assessment,
                calibration);
    }

    /** Returns the likelier direction of implied volatility at 60 minutes. */
    static Judgement volatility(Verdict verdict, Assessment assessment, Calibration calibration) {
        double expand = verdict.volatility().expand();
        double contract = verdict.volatility().contract();
        double decided = 1 - verdict.volatility().same();
        return calibrated(
                expand > contract ? TradeThesis.VOL_EXPANSION : TradeThesis.VOL_CONTRACTION,
                ThesisQuestion.VOLATILITY,
                share(Math.max(expand, contract), decided),
                decided,
                List.of(),
                verdict,
                assessment,
                calibration);
    }

    private static Judgement calibrated(
            TradeThesis thesis,
            ThesisQuestion question,
            double raw,
            double decided,
            List<Contribution> ofExperts,
            Verdict verdict,
            Assessment assessment,
            Calibration calibration) {
        double rawLogOdds = Logistic.logOdds(raw);
        ThesisInputs inputs = ThesisInputs.of(thesis, rawLogOdds, verdict.agreement(), assessment);
        Calibration.Calibrated made =
                calibration.calibrate(
                        question, Calibration.condition(verdict.marketState()), inputs);
        List<Contribution> rationale = new ArrayList<>(ofExperts);
        double sum = ofExperts.stream().mapToDouble(Contribution::value).sum();
        String rest = question == ThesisQuestion.DIRECTION ? "GATE" : "VOLATILITY_VIEW";
        // For a direction: what clipping and rounding left over, so that the parts sum to the
        // whole.
        add(rationale, rest, rawLogOdds - sum);
        add(rationale, "EVIDENCE", made.evidenceLogOdds());
        add(rationale, "CALIBRATION", made.curveLogOdds());
        return new Judgement(
                thesis,
                question.horizon(),
                made.probability(),
                decided,
                rationale,
                inputs,
                new ProbabilityBasis(
                        raw, made.calibrated(), made.independentOutcomes(), Calibration.VERSION));
    }

    /** Below this a rest is the rounding of a sum, and no reason. */
    private static final double ROUNDING = 1e-12;

    private static void add(List<Contribution> rationale, String input, double value) {
        if (Math.abs(value) > ROUNDING) {
            rationale.add(new Contribution(input, value));
        }
    }

    private static double share(double part, double whole) {
        return whole > 0 ? Math.min(Logistic.MOST_CERTAIN, Math.max(0.5, part / whole)) : 0.5;
    }
}
