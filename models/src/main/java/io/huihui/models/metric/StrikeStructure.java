package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.StrikeRow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The composite metrics of each strike of one chain, and what they sum to. Pure: a function of the
 * table, the spot and the time.
 */
final class StrikeStructure {

    /** Share by which flow may strengthen or weaken standing gamma: factor 0.65 to 1.35. */
    private static final double ADAPTATION = 0.35;

    /** Narrowest width of a neighbourhood of spot in log strike. */
    private static final double LEAST_WIDTH = 0.01;

    private static final double SKEW_WEIGHT = 0.3;
    private static final double MULTIPLICATIVE_DELTA = 0.5;
    private static final double DIRECTIONAL_DELTA = 0.6;
    private static final double WEIGHTED_GAMMA = 0.6;
    private static final double VOLATILITY_DELTA = 0.7;
    private static final double CONFIRMATION = 0.5;
    private static final double VANNA_FLOW = 0.35;

    /** Weights of A-DAG, D-TDPI, VRI, E-SDAG MULT and E-SDAG DIR in A-MSPI. */
    private static final double[] POSITION_WEIGHTS = {0.35, 0.25, 0.25, 0.10, 0.05};

    /** Weights of delta, gamma, vega, theta, charm and vanna in UGCH; divided by their sum. */
    private static final double[] GREEK_WEIGHTS = {1.5, 2, 1.2, 0.8, 0.6, 1};

    private static final double POSITION_CLIP = 3;
    private static final double SESSIONS_PER_YEAR = 252;
    private static final double DAYS_PER_YEAR = 365;

    /** Score that "no strike pins" has in the softmax: as much as a typical strike at spot. */
    private static final double NO_PIN_SCORE = 1;

    private final StrikeTable table;
    private final double spot;
    private final int rows;
    private final double[] adaptive;
    private final double[][] skewGamma = new double[4][];
    private final double[] pressure;
    private final double[] charmPressure;
    private final double[] timeDecay;
    private final double[] pin;
    private final double[] pinProbability;
    private final double[] volatilityRegime;
    private final double[] position;
    private final double[] agreement;
    private final double[] concentration;
    private final double[] relativeFlow;
    private final double[] proximity;
    private final boolean pins;

    /**
     * @param impliedVol at-the-money, annual; NaN when not known
     */
    StrikeStructure(StrikeTable table, double spot, double impliedVol, Moment now) {
        this.table = table;
        this.spot = spot;
        rows = table.rows();
        TradingCalendar calendar = TradingCalendar.newYork();
        double elapsed = calendar.sessionElapsed(now.endMillis());
        double daysToClose =
                now.isOpen()
                        ? (calendar.closeMillis(now.date()) - now.endMillis())
                                / (double) TradingCalendar.DAY_MILLIS
                        : 0;
        double daily = impliedVol * Math.sqrt(1 / SESSIONS_PER_YEAR);
        double width = Double.isNaN(daily) ? LEAST_WIDTH : Math.max(LEAST_WIDTH, daily);
        double urgency = 0.5 + 0.5 * elapsed * elapsed;
        proximity = gaussian(width);
        adaptive = adaptive();
        skewGamma();
        pressure = pressure();
        charmPressure = scaled(table.charm, -daysToClose);
        timeDecay = product(RobustScore.across(charmPressure), proximity, urgency);
        pins = now.isOpen() && impliedVol > 0 && daysToClose > 0;
        double toClose = impliedVol * Math.sqrt(daysToClose / DAYS_PER_YEAR);
        pin = pin(toClose, urgency);
        pinProbability = softmax(pin);
        volatilityRegime = volatilityRegime();
        position = new double[rows];
        agreement = new double[rows];
        positions();
        concentration = concentration();
        relativeFlow = relativeFlow();
    }

    /** Returns the A-MSPI profile, by row. */
    double[] position() {
        return position;
    }

    List<StrikeRow> rows() {
        List<StrikeRow> result = new ArrayList<>(rows);
        for (int k = 0; k < rows; k++) {
            result.add(
                    new StrikeRow(
                            table.strikes[k],
                            table.netPremium[k],
                            table.netPremiumCall[k],
                            table.netPremiumPut[k],
                            table.netPremiumCall[k] - table.netPremiumPut[k],
                            table.netVolume[k],
                            table.gamma[k],
                            table.gammaToday[k],
                            table.delta[k],
                            adaptive[k],
                            skewGamma[0][k],
                            skewGamma[1][k],
                            skewGamma[2][k],
                            skewGamma[3][k],
                            pressure[k],
                            charmPressure[k],
                            timeDecay[k],
                            pin[k],
                            pins ? pinProbability[k] : Double.NaN,
                            volatilityRegime[k],
                            position[k],
                            agreement[k],
                            concentration[k],
                            relativeFlow[k]));
        }
        return result;
    }

    void publish(FeatureVector.Builder out) {
        out.set(Feature.A_DAG, StrikeTable.sum(adaptive));
        double weighted = 0;
        double agreed = 0;
        double near = 0;
        for (int k = 0; k < rows; k++) {
            weighted += position[k] * proximity[k];
            agreed += agreement[k] * proximity[k];
            near += proximity[k];
        }
        out.set(Feature.A_MSPI, weighted);
        out.setOrMissing(Feature.A_SAI, near > 0 ? agreed / near : Double.NaN, Quality.DEGENERATE);
        out.set(Feature.CHARM_PRESSURE, StrikeTable.sum(charmPressure));
        publishPin(out);
        publishRelativeFlow(out);
    }

    private void publishPin(FeatureVector.Builder out) {
        int likeliest = -1;
        for (int k = 0; k < rows; k++) {
            if (pin[k] > 0 && (likeliest < 0 || pin[k] > pin[likeliest])) {
                likeliest = k;
            }
        }
        if (!pins || likeliest < 0) {
            out.missing(Feature.PIN_PROBABILITY, Quality.PARTIAL);
            out.missing(Feature.PIN_STRIKE, Quality.PARTIAL);
            return;
        }
        out.set(Feature.PIN_PROBABILITY, pinProbability[likeliest]);
        out.set(Feature.PIN_STRIKE, table.strikes[likeliest]);
    }

    private void publishRelativeFlow(FeatureVector.Builder out) {
        double weighted = 0;
        double weights = 0;
        for (int k = 0; k < rows; k++) {
            weighted += table.openInterest[k] * relativeFlow[k];
            weights += table.openInterest[k];
        }
        double sign = Math.signum(StrikeTable.sum(table.deltaFlow));
        out.setOrMissing(
                Feature.RELATIVE_FLOW_INDEX,
                weights > 0 ? sign * weighted / weights : Double.NaN,
                Quality.ABSENT);
    }

    private double[] gaussian(double width) {
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            double x = Math.log(table.strikes[k] / spot) / width;
            values[k] = Math.exp(-0.5 * x * x);
        }
        return values;
    }

    /** A-DAG: standing gamma, stronger where today's flow adds to the dealers' standing delta. */
    private double[] adaptive() {
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            double standing = table.delta[k];
            double added =
                    standing == 0
                            ? 0
                            : Math.signum(standing)
                                    * Math.tanh(-table.deltaFlow[k] / Math.abs(standing));
            values[k] = table.gammaWeighted[k] * (1 + ADAPTATION * added);
        }
        return values;
    }

    /** E-SDAG: multiplicative, directional, weighted, volatility focused. */
    private void skewGamma() {
        double[] ng = byMad(table.gamma);
        double[] nd = byMad(table.delta);
        for (int variant = 0; variant < skewGamma.length; variant++) {
            skewGamma[variant] = new double[rows];
        }
        for (int k = 0; k < rows; k++) {
            double sg = ng[k] * (1 + SKEW_WEIGHT * table.skew[k]);
            double tanh = Math.tanh(nd[k]);
            skewGamma[0][k] = sg * (1 + MULTIPLICATIVE_DELTA * tanh);
            skewGamma[1][k] = sg + DIRECTIONAL_DELTA * nd[k];
            skewGamma[2][k] =
                    WEIGHTED_GAMMA * sg + (1 - WEIGHTED_GAMMA) * Math.abs(nd[k]) * Math.signum(sg);
            skewGamma[3][k] = sg * (1 - VOLATILITY_DELTA * tanh);
        }
    }

    /** SGDHP: gamma near spot, larger where delta stands and where flow confirms. */
    private double[] pressure() {
        double[] confirmation = RobustScore.across(scaled(table.deltaFlow, -1));
        double most = 0;
        for (double value : table.delta) {
            most = Math.max(most, Math.abs(value));
        }
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            double standing = most > 0 ? Math.abs(table.delta[k]) / most : 0;
            values[k] =
                    table.gamma[k]
                            * proximity[k]
                            * (1 + standing)
                            * (1 + CONFIRMATION * Math.tanh(confirmation[k]));
        }
        return values;
    }

    private double[] pin(double deviationToClose, double urgency) {
        double scale = mad(table.gamma);
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            double x = Math.log(table.strikes[k] / spot) / deviationToClose;
            double score =
                    Math.max(table.gammaPin[k], 0) / scale * Math.exp(-0.5 * x * x) * urgency;
            values[k] = pins && Double.isFinite(score) ? score : 0;
        }
        return values;
    }

    /** Shares of exp(score) among the strikes that could pin and "no pin". */
    private static double[] softmax(double[] scores) {
        double most = NO_PIN_SCORE;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double total = Math.exp(NO_PIN_SCORE - most);
        double[] values = new double[scores.length];
        for (int k = 0; k < scores.length; k++) {
            values[k] = scores[k] > 0 ? Math.exp(scores[k] - most) : 0;
            total += values[k];
        }
        for (int k = 0; k < scores.length; k++) {
            values[k] /= total;
        }
        return values;
    }

    private double[] volatilityRegime() {
        double[] flow = RobustScore.across(table.vannaFlow);
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            values[k] = table.vanna[k] * (1 + VANNA_FLOW * Math.tanh(flow[k]));
        }
        return values;
    }

    /** A-MSPI and A-SAI from the scores of its five parts. */
    private void positions() {
        double[][] parts = {
            RobustScore.across(adaptive),
            RobustScore.across(timeDecay),
            RobustScore.across(volatilityRegime),
            RobustScore.across(skewGamma[0]),
            RobustScore.across(skewGamma[1])
        };
        for (int k = 0; k < rows; k++) {
            double sum = 0;
            double absolute = 0;
            for (int part = 0; part < parts.length; part++) {
                double weighted = POSITION_WEIGHTS[part] * parts[part][k];
                sum += weighted;
                absolute += Math.abs(weighted);
            }
            position[k] = Math.max(-POSITION_CLIP, Math.min(POSITION_CLIP, sum));
            agreement[k] = absolute > 0 ? sum / absolute : 0;
        }
    }

    private double[] concentration() {
        double[][] parts = {
            RobustScore.across(table.delta),
            RobustScore.across(table.gamma),
            RobustScore.across(table.vega),
            RobustScore.across(table.theta),
            RobustScore.across(table.charm),
            RobustScore.across(table.vanna)
        };
        double weights = StrikeTable.sum(GREEK_WEIGHTS);
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            for (int part = 0; part < parts.length; part++) {
                values[k] += GREEK_WEIGHTS[part] / weights * parts[part][k];
            }
        }
        return values;
    }

    /** ARFI: mean of ln(1 + |flow| / |standing|) over delta, charm and vanna. */
    private double[] relativeFlow() {
        double[] values = new double[rows];
        for (int k = 0; k < rows; k++) {
            values[k] =
                    (logRatio(table.deltaFlow[k], table.delta[k])
                                    + logRatio(table.charmFlow[k], table.charm[k])
                                    + logRatio(table.vannaFlow[k], table.vanna[k]))
                            / 3;
        }
        return values;
    }

    private static double logRatio(double flow, double standing) {
        return standing == 0 ? 0 : Math.log1p(Math.abs(flow / standing));
    }

    private static double mad(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return RobustScore.mad(sorted, sorted.length, RobustScore.median(sorted, sorted.length));
    }

    /** Returns value / MAD, cut at 6; 0 without spread. */
    private static double[] byMad(double[] values) {
        double scale = mad(values);
        double[] scores = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            double score = scale > 0 ? values[k] / scale : 0;
            scores[k] = Math.max(-RobustScore.CLIP, Math.min(RobustScore.CLIP, score));
        }
        return scores;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            scaled[k] = values[k] * factor;
        }
        return scaled;
    }

    private static double[] product(double[] one, double[] other, double factor) {
        double[] product = new double[one.length];
        for (int k = 0; k < one.length; k++) {
            product[k] = one[k] * other[k] * factor;
        }
        return product;
    }
}
