package io.huihui.models.quant;

import io.huihui.models.Require;

/**
 * Price and greeks of a European option by Black-Scholes-Merton (continuous dividend yield).
 *
 * <p>Every method takes {@code (spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual,
 * isCall)}; those that are the same for calls and puts leave out {@code isCall}. Units and signs
 * are those of the package. Arguments must be finite, spot and strike above 0, time and volatility
 * not below 0; an {@link io.huihui.models.InvalidRecordException} says which was not.
 *
 * <p>With no time or no volatility left the option is its discounted intrinsic value: delta is the
 * step (one half at the forward), theta and charm keep their carry terms, every other greek is 0.
 *
 * <p>Reference: R. C. Merton, "Theory of rational option pricing", Bell Journal of Economics 4,
 * 1973; E. G. Haug, "The complete guide to option pricing formulas", 2nd ed., 2007, chapter 2.
 */
public final class BlackScholes {

    /** Days of a year, so that a rate of change per year divided by it is per calendar day. */
    public static final double DAYS_PER_YEAR = 365.0;

    private BlackScholes() {}

    /** Returns the price, currency per share. */
    public static double price(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual,
            boolean isCall) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return t.discount * NormalisedBlack.undiscounted(t.forward, strike, t.totalVol, isCall);
    }

    /** Returns the change of price per 1 of spot: 0..1 for a call, -1..0 for a put. */
    public static double delta(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual,
            boolean isCall) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return t.delta(isCall);
    }

    /** Returns the change of delta per 1 of spot, not below 0. */
    public static double gamma(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).gamma();
    }

    /** Returns the change of price per calendar day with everything else unchanged. */
    public static double thetaPerDay(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual,
            boolean isCall) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return t.thetaPerDay(isCall);
    }

    /** Returns the change of price per 1.00 of volatility. */
    public static double vega(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).vega();
    }

    /** Returns the change of delta per 1.00 of volatility. */
    public static double vanna(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).vanna();
    }

    /** Returns the change of vega per 1.00 of volatility. */
    public static double vomma(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).vomma();
    }

    /** Returns the change of delta per calendar day. */
    public static double charmPerDay(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual,
            boolean isCall) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return t.charmPerDay(isCall);
    }

    /** Returns the change of gamma per 1 of spot. */
    public static double speed(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).speed();
    }

    /** Returns the change of gamma per 1.00 of volatility. */
    public static double zomma(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).zomma();
    }

    /** Returns the change of gamma per calendar day. */
    public static double colorPerDay(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return t.colorPerDay();
    }

    /** Returns the change of vomma per 1.00 of volatility. */
    public static double ultima(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual) {
        return Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual).ultima();
    }

    /** Returns the price and all greeks at once. */
    public static Greeks greeks(
            double spot,
            double strike,
            double timeToExpiryYears,
            double rate,
            double dividendYield,
            double volAnnual,
            boolean isCall) {
        Terms t = Terms.of(spot, strike, timeToExpiryYears, rate, dividendYield, volAnnual);
        return new Greeks(
                t.discount * NormalisedBlack.undiscounted(t.forward, strike, t.totalVol, isCall),
                t.delta(isCall),
                t.gamma(),
                t.thetaPerDay(isCall),
                t.vega(),
                t.vanna(),
                t.vomma(),
                t.charmPerDay(isCall),
                t.speed(),
                t.zomma(),
                t.colorPerDay(),
                t.ultima());
    }

    /** What all formulas share. */
    private record Terms(
            double spot,
            double strike,
            double years,
            double rate,
            double dividendYield,
            double vol,
            double totalVol,
            double forward,
            double discount,
            double dividendDiscount,
            double d1,
            double d2,
            double density) {

        static Terms of(
                double spot,
                double strike,
                double years,
                double rate,
                double dividendYield,
                double vol) {
            Require.positive("spot", spot);
            Require.positive("strike", strike);
            Require.notNegative("timeToExpiryYears", years);
            Require.finite("rate", rate);
            Require.finite("dividendYield", dividendYield);
            Require.notNegative("volAnnual", vol);
            double totalVol = vol * Math.sqrt(years);
            double forward = spot * Math.exp((rate - dividendYield) * years);
            double logMoneyness = Math.log(spot / strike) + (rate - dividendYield) * years;
            boolean certain = totalVol == 0;
            double d1 =
                    certain
                            ? (logMoneyness == 0
                                    ? 0
                                    : Math.copySign(Double.POSITIVE_INFINITY, logMoneyness))
                            : logMoneyness / totalVol + 0.5 * totalVol;
            return new Terms(
                    spot,
                    strike,
                    years,
                    rate,
                    dividendYield,
                    vol,
                    totalVol,
                    forward,
                    Math.exp(-rate * years),
                    Math.exp(-dividendYield * years),
                    d1,
                    d1 - totalVol,
                    certain ? 0 : NormalDistribution.pdf(d1));
        }

        double delta(boolean isCall) {
            return isCall
                    ? dividendDiscount * NormalDistribution.cdf(d1)
                    : -dividendDiscount * NormalDistribution.cdf(-d1);
        }

        double gamma() {
            return density == 0 ? 0 : dividendDiscount * density / (spot * totalVol);
        }

        double vega() {
            return spot * dividendDiscount * density * Math.sqrt(years);
        }

        double thetaPerDay(boolean isCall) {
            double decay = years == 0 ? 0 : -0.5 * vega() * vol / years;
            double sign = isCall ? 1 : -1;
            double carry =
                    dividendYield * spot * delta(isCall)
                            - sign * rate * strike * discount * NormalDistribution.cdf(sign * d2);
            return (decay + carry) / DAYS_PER_YEAR;
        }

        double vanna() {
            return density == 0 ? 0 : -dividendDiscount * density * d2 / vol;
        }

        double vomma() {
            return density == 0 ? 0 : vega() * d1 * d2 / vol;
        }

        /** How fast d1 moves per year of time to expiry. */
        double d1PerYear() {
            return (rate - dividendYield) / totalVol - 0.5 * d2 / years;
        }

        double charmPerDay(boolean isCall) {
            double drift = density == 0 ? 0 : dividendDiscount * density * d1PerYear();
            return (dividendYield * delta(isCall) - drift) / DAYS_PER_YEAR;
        }

        double speed() {
            return density == 0 ? 0 : -gamma() / spot * (d1 / totalVol + 1);
        }

        double zomma() {
            return density == 0 ? 0 : gamma() * (d1 * d2 - 1) / vol;
        }

        double colorPerDay() {
            return density == 0
                    ? 0
                    : gamma() * (dividendYield + 0.5 / years + d1 * d1PerYear()) / DAYS_PER_YEAR;
        }

        double ultima() {
            double product = d1 * d2;
            return density == 0
                    ? 0
                    : -vega() / (vol * vol) * (product * (1 - product) + d1 * d1 + d2 * d2);
        }
    }
}
