package io.huihui.models.quant;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The smiles of a chain, one per expiry that has enough quotes, in order of expiry, with calendar
 * arbitrage checked and repaired. What lies between two expiries is interpolated in total variance;
 * what lies outside them is not known and answered with NaN.
 */
public final class VolatilitySurface {

    /** The slice of one expiry. */
    public record Slice(
            int expiryNumber,
            double years,
            double forward,
            double discountFactor,
            SviFit.Outcome outcome,
            double rootMeanSquareVol,
            boolean raisedForCalendar,
            SviSmile smile) {}

    /** Expiries are compared this many deviations of the nearer one to either side. */
    private static final double CALENDAR_REACH = 2.5;

    private static final int CALENDAR_NODES = 101;

    /** An expiry nearer than this (20 minutes) has no smile worth fitting. */
    private static final double LEAST_YEARS = 20.0 / (365 * 24 * 60);

    /** Quotes with less vega than this part of an at-the-money option's are left out. */
    private static final double LEAST_VEGA_PART = 0.005;

    /** No quote is surer than this in volatility, however tight its spread. */
    private static final double LEAST_VOL_DEVIATION = 1e-4;

    private static final double QUARTER_DELTA = 0.25;

    private final List<Slice> slices;

    private VolatilitySurface(List<Slice> slices) {
        this.slices = List.copyOf(slices);
    }

    /** Returns the surface of a chain after its analysis. */
    public static VolatilitySurface of(ChainArrays chain) {
        List<Slice> fitted = new ArrayList<>();
        SviFit fit = new SviFit();
        for (int expiry = 0; expiry < chain.expiryCount(); expiry++) {
            if (chain.yearsToExpiry()[expiry] >= LEAST_YEARS) {
                Slice slice = fitSlice(chain, expiry, fit);
                if (slice.smile() != null) {
                    fitted.add(slice);
                }
            }
        }
        fitted.sort(Comparator.comparingDouble(Slice::years).thenComparingInt(Slice::expiryNumber));
        return new VolatilitySurface(withoutCalendarArbitrage(fitted));
    }

    /** Returns the slices in order of expiry. */
    public List<Slice> slices() {
        return slices;
    }

    /** Returns the slice of an expiry, or null when it has none. */
    public Slice sliceOf(int expiryNumber) {
        for (Slice slice : slices) {
            if (slice.expiryNumber() == expiryNumber) {
                return slice;
            }
        }
        return null;
    }

    /** Returns the at-the-forward volatility at a constant maturity, NaN outside the expiries. */
    public double atmVol(double years) {
        return interpolate(years, slice -> slice.smile().volAnnual(0));
    }

    /** Returns the volatility of the 25-delta put minus that of the 25-delta call. */
    public double skew25(double years) {
        return wingVol(years, false) - wingVol(years, true);
    }

    /** Returns the mean of the two 25-delta volatilities minus the at-the-forward volatility. */
    public double fly25(double years) {
        return 0.5 * (wingVol(years, false) + wingVol(years, true)) - atmVol(years);
    }

    /** Returns near over far at-the-forward volatility minus 1; above 0 is backwardation. */
    public double termSlope(double nearYears, double farYears) {
        return atmVol(nearYears) / atmVol(farYears) - 1;
    }

    /**
     * Returns the theoretical price of a contract by its smile, NaN when its expiry has none.
     *
     * @param chain the chain this surface was made of
     */
    public double theoreticalPrice(ChainArrays chain, int contract) {
        Slice slice = sliceOf(chain.expiryNumbers()[contract]);
        return slice == null
                ? Double.NaN
                : slice.smile()
                        .price(
                                slice.forward(),
                                chain.strikes()[contract],
                                slice.discountFactor(),
                                chain.calls()[contract]);
    }

    /**
     * Returns the greatest fall of total variance from one expiry to the next at equal moneyness;
     * not above 0 when the surface has no calendar arbitrage.
     */
    public double greatestCalendarFall() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < slices.size(); i++) {
            greatest = Math.max(greatest, fall(slices.get(i - 1).smile(), slices.get(i).smile()));
        }
        return greatest;
    }

    private double wingVol(double years, boolean isCall) {
        return interpolate(years, slice -> slice.smile().volOfDelta(QUARTER_DELTA, isCall));
    }

    private interface SliceVol {
        double of(Slice slice);
    }

    private double interpolate(double years, SliceVol vol) {
        Require.positive("years", years);
        for (int i = 0; i < slices.size(); i++) {
            Slice far = slices.get(i);
            if (far.years() == years) {
                return vol.of(far);
            }
            if (far.years() > years) {
                return i == 0 ? Double.NaN : between(slices.get(i - 1), far, years, vol);
            }
        }
        return Double.NaN;
    }

    private static double between(Slice near, Slice far, double years, SliceVol vol) {
        double part = (years - near.years()) / (far.years() - near.years());
        double nearVol = vol.of(near);
        double farVol = vol.of(far);
        double variance =
                (1 - part) * nearVol * nearVol * near.years()
                        + part * farVol * farVol * far.years();
        return Math.sqrt(variance / years);
    }

    private static Slice fitSlice(ChainArrays chain, int expiry, SviFit fit) {
        double years = chain.yearsToExpiry()[expiry];
        double forward = chain.forwards()[expiry];
        int most = chain.contractCount();
        double[] k = new double[most];
        double[] vol = new double[most];
        double[] deviation = new double[most];
        int count = 0;
        double leastVega = LEAST_VEGA_PART * greatestVega(chain, expiry);
        for (int i = 0; i < most; i++) {
            boolean out = chain.calls()[i] == chain.strikes()[i] >= forward;
            boolean used =
                    chain.expiryNumbers()[i] == expiry
                            && out
                            && chain.statusCodes()[i] == ImpliedVolatility.OK_CODE
                            && chain.column(ChainColumn.BID)[i] > 0
                            && chain.column(ChainColumn.VEGA)[i] >= leastVega;
            if (used) {
                double halfSpread =
                        0.5 * (chain.column(ChainColumn.ASK)[i] - chain.column(ChainColumn.BID)[i]);
                k[count] = Math.log(chain.strikes()[i] / forward);
                vol[count] = chain.column(ChainColumn.IMPLIED_VOL)[i];
                deviation[count] =
                        Math.max(
                                halfSpread / chain.column(ChainColumn.VEGA)[i],
                                LEAST_VOL_DEVIATION);
                count++;
            }
        }
        SviFit.Result result = fit.fit(count, k, vol, deviation, years);
        return new Slice(
                expiry,
                years,
                forward,
                chain.discountFactors()[expiry],
                result.outcome(),
                result.rootMeanSquareVol(),
                false,
                result.smile());
    }

    private static double greatestVega(ChainArrays chain, int expiry) {
        double greatest = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            if (chain.expiryNumbers()[i] == expiry
                    && chain.statusCodes()[i] == ImpliedVolatility.OK_CODE) {
                greatest = Math.max(greatest, chain.column(ChainColumn.VEGA)[i]);
            }
        }
        return greatest;
    }

    /** Raises each slice by as much as it falls below the one before. */
    private static List<Slice> withoutCalendarArbitrage(List<Slice> fitted) {
        List<Slice> kept = new ArrayList<>();
        for (Slice slice : fitted) {
            double fall =
                    kept.isEmpty() ? 0 : fall(kept.get(kept.size() - 1).smile(), slice.smile());
            kept.add(fall > 0 ? raised(slice, fall) : slice);
        }
        return kept;
    }

    /** Raising keeps the calendar in order but can, rarely, bring a butterfly with it: checked. */
    private static Slice raised(Slice slice, double by) {
        SviSmile smile = slice.smile().raisedBy(by);
        double reach = reach(smile);
        boolean free = smile.leastButterfly(-reach, reach) >= 0;
        return new Slice(
                slice.expiryNumber(),
                slice.years(),
                slice.forward(),
                slice.discountFactor(),
                free ? slice.outcome() : SviFit.Outcome.ARBITRAGE,
                slice.rootMeanSquareVol(),
                true,
                smile);
    }

    private static double reach(SviSmile smile) {
        return CALENDAR_REACH * Math.sqrt(Math.max(smile.totalVariance(0), 0));
    }

    private static double fall(SviSmile near, SviSmile far) {
        double reach = reach(near);
        double greatest = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < CALENDAR_NODES; node++) {
            double k = reach * (2.0 * node / (CALENDAR_NODES - 1) - 1);
            greatest = Math.max(greatest, near.totalVariance(k) - far.totalVariance(k));
        }
        return greatest;
    }
}
