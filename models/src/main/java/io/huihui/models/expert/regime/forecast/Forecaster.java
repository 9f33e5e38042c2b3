package io.huihui.models.expert.regime.forecast;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.hmm.LevelAndSlope;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.learner.Logistic;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which condition the market is in and how likely it is to end: a forward filter over seconds,
 * weighed by each new chain, with transitions that macro figures speed up.
 */
public final class Forecaster implements BinaryState {

    private static final int VERSION = 1;

    /** Length of the covariates of leaving. */
    public static final int COVARIATES = Covariates.COUNT;

    /** Residuals of chains are averaged over about twenty of them: two minutes. */
    private static final double RESIDUAL_WEIGHT = 0.05;

    /** Unexplained option trades are averaged over two minutes. */
    private static final double FLOW_WEIGHT = 1 - Math.pow(0.5, 1 / 120.0);

    private final ForecastModel model;
    private final ObservationReader reader;
    private final ChainMoves moves = new ChainMoves();
    private final MacroWatch macro = new MacroWatch();
    private final ConditionFilter filter;
    private final ConditionHolder holder;

    /** Of ln volatility, minute by minute: how it moves is a sign of what comes. */
    private final LevelAndSlope logVolatility = new LevelAndSlope(1e-3, 1e-4, 0.05);

    private final double[] probabilities = new double[ForecastModel.CONDITIONS];
    private final double[] micros;
    private final double[] chainLikelihood = new double[ForecastModel.CONDITIONS];
    private long date = Long.MIN_VALUE;
    private double tiltResidual;
    private double volResidual;
    private double unexplainedFlow;
    private double minuteVariation;
    private int minuteSeconds;

    public Forecaster(ForecastModel model) {
        this.model = model;
        reader = new ObservationReader(model.seasons());
        filter = new ConditionFilter(model);
        holder = model.thresholds().holder();
        micros = new double[model.micros()];
        filter.conditions(probabilities);
        filter.micros(micros);
    }

    /** Takes a macro figure, announced or released. */
    public void release(MacroRelease release) {
        macro.observe(release, model.macro());
    }

    /** Takes a second. */
    public void observe(FeatureSnapshot snapshot) {
        long now = snapshot.id().secondEndMillis();
        long today = TradingCalendar.newYork().date(now - 1);
        if (today != date) {
            filter.restart();
            holder.restart();
            date = today;
        }
        macro.passed(now);
        double surprise = macro.working(now);
        if (Double.isNaN(surprise)) {
            filter.pass(0, probabilities);
        } else {
            int size = MacroModel.size(surprise);
            filter.pass(model.macro().hazard()[size], model.macro().targets()[size]);
        }
        SecondSeen seen = reader.observe(snapshot.features());
        if (seen == null) {
            return;
        }
        filter.weigh(seen);
        notePace(seen);
        moves.observe(snapshot.features(), seen.variance());
        if (moves.fresh() && !Double.isNaN(moves.tiltBefore())) {
            weighChain();
        }
        filter.conditions(probabilities);
        filter.micros(micros);
        int best = likeliest();
        holder.observe(best, probabilities[best], now);
    }

    /** Returns the likeliest condition. */
    public int likeliest() {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return best;
    }

    private void notePace(SecondSeen seen) {
        if (!Double.isNaN(seen.variance())) {
            minuteVariation += seen.variance();
            minuteSeconds++;
        }
        if (minuteSeconds == 60) {
            logVolatility.observe(0.5 * Math.log(Math.max(1e-8, minuteVariation / 60)));
            minuteVariation = 0;
            minuteSeconds = 0;
        }
        if (!Double.isNaN(seen.optionTrades())) {
            double expected = 0;
            for (int c = 0; c < probabilities.length; c++) {
                expected += probabilities[c] * model.counts().expectedOptionTrades(seen, c);
            }
            double unexplained = (seen.optionTrades() - expected) / seen.optionTradesExposure();
            unexplainedFlow += FLOW_WEIGHT * (unexplained - unexplainedFlow);
        }
    }

    private void weighChain() {
        ChainModel chain = model.chain();
        double tilt = 0;
        double vol = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double tiltHere = chain.tiltResidual(moves, c);
            double volHere = chain.volResidual(moves, c);
            chainLikelihood[c] = chain.likelihood(tiltHere) * chain.likelihood(volHere);
            tilt += probabilities[c] * orZero(tiltHere);
            vol += probabilities[c] * orZero(volHere);
        }
        filter.weighConditions(chainLikelihood);
        tiltResidual += RESIDUAL_WEIGHT * (tilt - tiltResidual);
        volResidual += RESIDUAL_WEIGHT * (vol - volResidual);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** The condition held; {@code UNCLEAR_OR_TRANSITIONING} until one is clear. */
    public MarketCondition held() {
        return holder.held();
    }

    /** Probability of a condition. */
    public double probability(int condition) {
        return probabilities[condition];
    }

    /** Probability of a micro-state. */
    public double micro(int micro) {
        return micros[micro];
    }

    /** Returns the covariates of leaving within a horizon, for fitting their weights. */
    public double[] covariates(Horizon horizon, long nowMillis) {
        return Covariates.of(
                horizon,
                filter.leaving(horizon.minutes() * 60.0),
                tiltResidual,
                volResidual,
                unexplainedFlow,
                macro.minutesToNext(nowMillis),
                entropy(),
                logVolatility.slopeScore());
    }

    /** Returns the probability that the present condition ends within a horizon. */
    public double leaving(Horizon horizon, long nowMillis) {
        double[] covariates = covariates(horizon, nowMillis);
        double[] weights = model.leaving(horizon);
        double logOdds = 0;
        for (int i = 0; i < weights.length; i++) {
            logOdds += weights[i] * covariates[i];
        }
        return Logistic.probability(logOdds);
    }

    /** Returns the uncertainty of the conditions in nats. */
    public double entropy() {
        double entropy = 0;
        for (double probability : probabilities) {
            entropy -= probability > 0 ? probability * Math.log(probability) : 0;
        }
        return entropy;
    }

    /** Event time since the condition held was entered; 0 while none is. */
    public long ageMillis(long nowMillis) {
        return holder.ageMillis(nowMillis);
    }

    /** Returns the volatility that conditions and micro-states lead to expect, annual. */
    public double volatility(double sessionElapsed) {
        double variance = 0;
        for (int c = 0; c < probabilities.length; c++) {
            for (int m = 0; m < micros.length; m++) {
                double root = model.emission(c, m).mean(ObservationReader.VARIATION);
                variance += probabilities[c] * micros[m] * root * root * root;
            }
        }
        return Math.sqrt(variance) * model.seasons().volatility(sessionElapsed);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        reader.writeTo(out);
        moves.writeTo(out);
        macro.writeTo(out);
        filter.writeTo(out);
        logVolatility.writeTo(out);
        out.writeLong(date);
        out.writeDouble(tiltResidual);
        out.writeDouble(volResidual);
        out.writeDouble(unexplainedFlow);
        out.writeDouble(minuteVariation);
        out.writeInt(minuteSeconds);
        holder.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "forecaster");
        reader.readFrom(in);
        moves.readFrom(in);
        macro.readFrom(in);
        filter.readFrom(in);
        logVolatility.readFrom(in);
        date = in.readLong();
        tiltResidual = in.readDouble();
        volResidual = in.readDouble();
        unexplainedFlow = in.readDouble();
        minuteVariation = in.readDouble();
        minuteSeconds = in.readInt();
        holder.readFrom(in);
        filter.conditions(probabilities);
        filter.micros(micros);
    }
}
