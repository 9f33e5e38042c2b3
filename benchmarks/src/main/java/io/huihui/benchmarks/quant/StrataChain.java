package io.huihui.benchmarks.quant;

import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.GammaProfile;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * The reference: the same work as {@code ChainAnalytics} written the obvious way, one contract at a
 * time, with OpenGamma Strata's formulas. Forwards and discount factors are taken from the chain
 * (Strata has no parity fit); volatility, seven greeks, the exposures by strike, by expiry and in
 * total, and the 61-node gamma profile are computed here.
 */
final class StrataChain {

    private static final double DAYS = 365.0;
    private static final double PERCENT = 0.01;

    /** Exposures kept: prior gamma, gamma, delta, vanna, charm, vega. */
    private static final int EXPOSURES = 6;

    private final boolean sharesSides;

    double[] vol = new double[0];
    double[] delta = new double[0];
    double[] gamma = new double[0];
    double[] theta = new double[0];
    double[] vega = new double[0];
    double[] vanna = new double[0];
    double[] vomma = new double[0];
    double[] charm = new double[0];
    final double[] profile = new double[GammaProfile.NODES];
    final double[] total = new double[EXPOSURES];
    double[][] byExpiry = new double[0][];
    TreeMap<Double, double[]> byStrike = new TreeMap<>();

    /**
     * @param sharesSides whether it, too, takes the volatility of a strike from the
     *     out-of-the-money side only; false is the straightforward loop, each contract from its own
     *     quote
     */
    StrataChain(boolean sharesSides) {
        this.sharesSides = sharesSides;
    }

    void analyse(ChainArrays chain, double spot) {
        int count = chain.contractCount();
        if (vol.length < count) {
            vol = new double[count];
            delta = new double[count];
            gamma = new double[count];
            theta = new double[count];
            vega = new double[count];
            vanna = new double[count];
            vomma = new double[count];
            charm = new double[count];
            byExpiry = new double[chain.expiryCount()][EXPOSURES];
        }
        Arrays.fill(profile, 0);
        Arrays.fill(total, 0);
        for (double[] sums : byExpiry) {
            Arrays.fill(sums, 0);
        }
        byStrike = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            vol[i] = sharesSides && !isOut(chain, i) ? Double.NaN : volatility(chain, i);
        }
        if (sharesSides) {
            copyToOtherSide(chain, count);
        }
        for (int i = 0; i < count; i++) {
            if (vol[i] > 0) {
                contract(chain, spot, i);
            }
        }
    }

    private static boolean isOut(ChainArrays chain, int i) {
        return chain.calls()[i] == chain.strikes()[i] >= chain.forwards()[chain.expiryNumbers()[i]];
    }

    /** Larger than any strike, so that expiry number and strike make one key. */
    private static final double KEY_STEP = 1e7;

    private void copyToOtherSide(ChainArrays chain, int count) {
        TreeMap<Double, Double> known = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (vol[i] > 0) {
                known.put(chain.expiryNumbers()[i] * KEY_STEP + chain.strikes()[i], vol[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            Double same = known.get(chain.expiryNumbers()[i] * KEY_STEP + chain.strikes()[i]);
            vol[i] = same == null ? Double.NaN : same;
        }
    }

    private static double volatility(ChainArrays chain, int i) {
        double bid = chain.column(ChainColumn.BID)[i];
        double ask = chain.column(ChainColumn.ASK)[i];
        int expiry = chain.expiryNumbers()[i];
        double years = chain.yearsToExpiry()[expiry];
        double forward = chain.forwards()[expiry];
        double strike = chain.strikes()[i];
        boolean call = chain.calls()[i];
        double price = 0.5 * (bid + ask) / chain.discountFactors()[expiry];
        double intrinsic = Math.max(call ? forward - strike : strike - forward, 0);
        boolean usable =
                bid > 0 && years > 0 && price > intrinsic && price < (call ? forward : strike);
        if (!usable) {
            return Double.NaN;
        }
        try {
            return BlackFormulaRepository.impliedVolatility(price, forward, strike, years, call);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Double.NaN;
        }
    }

    private void contract(ChainArrays chain, double spot, int i) {
        int expiry = chain.expiryNumbers()[i];
        double years = chain.yearsToExpiry()[expiry];
        double strike = chain.strikes()[i];
        boolean call = chain.calls()[i];
        double sigma = vol[i];
        double rate = -Math.log(chain.discountFactors()[expiry]) / years;
        double carry = Math.log(chain.forwards()[expiry] / spot) / years;
        delta[i] =
                BlackScholesFormulaRepository.delta(spot, strike, years, sigma, rate, carry, call);
        gamma[i] = BlackScholesFormulaRepository.gamma(spot, strike, years, sigma, rate, carry);
        theta[i] =
                BlackScholesFormulaRepository.theta(spot, strike, years, sigma, rate, carry, call)
                        / DAYS;
        vega[i] = BlackScholesFormulaRepository.vega(spot, strike, years, sigma, rate, carry);
        vanna[i] = BlackScholesFormulaRepository.vanna(spot, strike, years, sigma, rate, carry);
        vomma[i] = BlackScholesFormulaRepository.vomma(spot, strike, years, sigma, rate, carry);
        charm[i] =
                BlackScholesFormulaRepository.charm(spot, strike, years, sigma, rate, carry, call)
                        / DAYS;
        double inventory = chain.column(ChainColumn.INVENTORY)[i];
        double openInterest = chain.column(ChainColumn.OPEN_INTEREST)[i];
        double shares = chain.multipliers()[i];
        double gammaDollars = gamma[i] * shares * spot * spot * PERCENT;
        double[] strikeSums = byStrike.computeIfAbsent(strike, at -> new double[EXPOSURES]);
        double[] exposures = {
            (call ? openInterest : -openInterest) * gammaDollars,
            inventory * gammaDollars,
            inventory * delta[i] * shares * spot,
            inventory * vanna[i] * shares * spot * PERCENT,
            inventory * charm[i] * shares * spot,
            inventory * vega[i] * shares * PERCENT
        };
        for (int e = 0; e < EXPOSURES; e++) {
            strikeSums[e] += exposures[e];
            byExpiry[expiry][e] += exposures[e];
            total[e] += exposures[e];
        }
        if (inventory != 0) {
            for (int node = 0; node < GammaProfile.NODES; node++) {
                double at = spot * (0.94 + 0.12 * node / (GammaProfile.NODES - 1));
                profile[node] +=
                        inventory
                                * shares
                                * at
                                * at
                                * PERCENT
                                * BlackScholesFormulaRepository.gamma(
                                        at, strike, years, sigma, rate, carry);
            }
        }
    }
}
