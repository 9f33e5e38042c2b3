package io.huihui.models.quant;

import java.util.Arrays;

/**
 * Forward and discount factor of one expiry from put-call parity: {@code call - put = discount *
 * (forward - strike)} is a line in the strike, fitted to the mids by least squares with weight
 * 1/spread² and Huber's treatment of outliers. Reusable: {@code begin}, {@code add} for each
 * strike, {@code solve}; allocates only when it grows.
 *
 * <p>Reference: P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical
 * Statistics 35, 1964.
 */
public final class ParityForward {

    /** How forward and discount factor were found. */
    public enum Outcome {
        /** Both from parity. */
        PARITY,
        /**
         * Forward from parity, discount factor from the assumed rate: the slope says too little.
         */
        PARITY_AT_ASSUMED_RATE,
        /** Both assumed: fewer than {@value #FEWEST_PAIRS} strikes had both sides quoted. */
        TOO_FEW_PAIRS,
        /** Both assumed: the parity forward is too far from spot to be believed. */
        IMPLAUSIBLE,
        /** None: the expiry has passed. */
        EXPIRED;

        private static final Outcome[] BY_CODE = values();

        byte code() {
            return (byte) ordinal();
        }

        static Outcome ofCode(byte code) {
            return BY_CODE[code];
        }
    }

    /** Fewer pairs than this cannot outvote one bad quote. */
    static final int FEWEST_PAIRS = 3;

    /** Strikes this far from spot or nearer take part; further out spreads tell nothing. */
    private static final double STRIKE_BAND = 0.25;

    /** Huber's constant in half spreads: 95 % efficient for normal errors. */
    private static final double HUBER_LIMIT = 1.345;

    /** Reweighting rounds; the weights have settled after three on every chain seen. */
    private static final int ROUNDS = 4;

    /** A fitted rate this far from the assumed one is noise of a short expiry, not a rate. */
    private static final double RATE_BAND = 0.05;

    /** The forward must lie within this carry per year of spot, plus {@link #FORWARD_SLACK}. */
    private static final double CARRY_BAND = 0.30;

    private static final double FORWARD_SLACK = 0.02;

    /** Stops a locked quote (bid = ask) from taking all the weight: part of spot. */
    private static final double LEAST_HALF_SPREAD = 1e-6;

    private double spot;
    private double years;
    private double assumedRate;
    private double assumedYield;
    private int pairs;
    private double[] strike = new double[64];
    private double[] difference = new double[64];
    private double[] halfSpread = new double[64];
    private double[] weight = new double[64];

    private double forward;
    private double discountFactor;

    /** Starts an expiry; rates are used where parity cannot tell. */
    public void begin(double spotPrice, double yearsToExpiry, double rate, double dividendYield) {
        spot = spotPrice;
        years = yearsToExpiry;
        assumedRate = rate;
        assumedYield = dividendYield;
        pairs = 0;
    }

    /** Adds one strike; it counts only when both sides have a bid above 0 and an ask above it. */
    public void add(
            double strikePrice, double callBid, double callAsk, double putBid, double putAsk) {
        boolean quoted =
                callBid > 0
                        && callAsk >= callBid
                        && callAsk < Double.POSITIVE_INFINITY
                        && putBid > 0
                        && putAsk >= putBid
                        && putAsk < Double.POSITIVE_INFINITY;
        if (!quoted || !(Math.abs(strikePrice / spot - 1) <= STRIKE_BAND)) {
            return;
        }
        if (pairs == strike.length) {
            strike = Arrays.copyOf(strike, 2 * pairs);
            difference = Arrays.copyOf(difference, 2 * pairs);
            halfSpread = Arrays.copyOf(halfSpread, 2 * pairs);
            weight = Arrays.copyOf(weight, 2 * pairs);
        }
        strike[pairs] = strikePrice;
        difference[pairs] = 0.5 * (callBid + callAsk - putBid - putAsk);
        halfSpread[pairs] = 0.5 * (callAsk - callBid + putAsk - putBid) + LEAST_HALF_SPREAD * spot;
        pairs++;
    }

    /** Finds forward and discount factor and returns how. */
    public Outcome solve() {
        double assumedDiscount = Math.exp(-assumedRate * years);
        discountFactor = assumedDiscount;
        forward = spot * Math.exp((assumedRate - assumedYield) * years);
        if (!(years > 0)) {
            return Outcome.EXPIRED;
        }
        if (pairs < FEWEST_PAIRS) {
            return Outcome.TOO_FEW_PAIRS;
        }
        double fittedDiscount = fit(Double.NaN);
        double fittedRate = -Math.log(fittedDiscount) / years;
        boolean slopeTells = Math.abs(fittedRate - assumedRate) <= RATE_BAND;
        double discount = slopeTells ? fittedDiscount : fit(assumedDiscount);
        double candidate = fittedForward;
        double farthest = FORWARD_SLACK + CARRY_BAND * years;
        if (!(Math.abs(Math.log(candidate / spot)) <= farthest)) {
            return Outcome.IMPLAUSIBLE;
        }
        forward = candidate;
        discountFactor = discount;
        return slopeTells ? Outcome.PARITY : Outcome.PARITY_AT_ASSUMED_RATE;
    }

    /** Returns the forward of the last {@link #solve}, currency per share. */
    public double forward() {
        return forward;
    }

    /** Returns the discount factor of the last {@link #solve}. */
    public double discountFactor() {
        return discountFactor;
    }

    private double fittedForward;

    /** Fits the line, with a given discount factor unless NaN, and returns the discount factor. */
    private double fit(double givenDiscount) {
        for (int i = 0; i < pairs; i++) {
            weight[i] = 1 / (halfSpread[i] * halfSpread[i]);
        }
        double discount = givenDiscount;
        for (int round = 0; round < ROUNDS; round++) {
            double total = 0;
            double meanStrike = 0;
            double meanDifference = 0;
            for (int i = 0; i < pairs; i++) {
                total += weight[i];
                meanStrike += weight[i] * strike[i];
                meanDifference += weight[i] * difference[i];
            }
            meanStrike /= total;
            meanDifference /= total;
            if (Double.isNaN(givenDiscount)) {
                discount = -slope(meanStrike, meanDifference);
            }
            fittedForward = meanStrike + meanDifference / discount;
            reweigh(meanStrike, meanDifference, discount);
        }
        return discount;
    }

    private double slope(double meanStrike, double meanDifference) {
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < pairs; i++) {
            double away = strike[i] - meanStrike;
            covariance += weight[i] * away * (difference[i] - meanDifference);
            variance += weight[i] * away * away;
        }
        return covariance / variance;
    }

    private void reweigh(double meanStrike, double meanDifference, double discount) {
        for (int i = 0; i < pairs; i++) {
            double fitted = meanDifference - discount * (strike[i] - meanStrike);
            double residual = Math.abs(difference[i] - fitted) / halfSpread[i];
            double trust = residual <= HUBER_LIMIT ? 1 : HUBER_LIMIT / residual;
            weight[i] = trust / (halfSpread[i] * halfSpread[i]);
        }
    }
}
