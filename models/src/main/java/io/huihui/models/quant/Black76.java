package io.huihui.models.quant;

/**
 * Price and greeks of a European option on a forward by Black-76; prices and greeks are discounted,
 * and greeks are with respect to the forward.
 *
 * <p>Every method takes {@code (forward, strike, timeToExpiryYears, rate, volAnnual, isCall)};
 * those that are the same for calls and puts leave out {@code isCall}. It is Black-Scholes-Merton
 * with the forward as spot and the rate as dividend yield, so limits and errors are those of {@link
 * BlackScholes}.
 *
 * <p>Reference: F. Black, "The pricing of commodity contracts", Journal of Financial Economics 3,
 * 1976.
 */
public final class Black76 {

    private Black76() {}

    /** Returns the price, currency per share. */
    public static double price(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual,
            boolean isCall) {
        return BlackScholes.price(
                forward, strike, timeToExpiryYears, rate, rate, volAnnual, isCall);
    }

    /** Returns the change of price per 1 of forward. */
    public static double delta(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual,
            boolean isCall) {
        return BlackScholes.delta(
                forward, strike, timeToExpiryYears, rate, rate, volAnnual, isCall);
    }

    /** Returns the change of delta per 1 of forward. */
    public static double gamma(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.gamma(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of price per calendar day with the forward unchanged. */
    public static double thetaPerDay(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual,
            boolean isCall) {
        return BlackScholes.thetaPerDay(
                forward, strike, timeToExpiryYears, rate, rate, volAnnual, isCall);
    }

    /** Returns the change of price per 1.00 of volatility. */
    public static double vega(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.vega(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of delta per 1.00 of volatility. */
    public static double vanna(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.vanna(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of vega per 1.00 of volatility. */
    public static double vomma(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.vomma(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of delta per calendar day. */
    public static double charmPerDay(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual,
            boolean isCall) {
        return BlackScholes.charmPerDay(
                forward, strike, timeToExpiryYears, rate, rate, volAnnual, isCall);
    }

    /** Returns the change of gamma per 1 of forward. */
    public static double speed(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.speed(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of gamma per 1.00 of volatility. */
    public static double zomma(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.zomma(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of gamma per calendar day. */
    public static double colorPerDay(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.colorPerDay(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the change of vomma per 1.00 of volatility. */
    public static double ultima(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual) {
        return BlackScholes.ultima(forward, strike, timeToExpiryYears, rate, rate, volAnnual);
    }

    /** Returns the price and all greeks at once. */
    public static Greeks greeks(
            double forward,
            double strike,
            double timeToExpiryYears,
            double rate,
            double volAnnual,
            boolean isCall) {
        return BlackScholes.greeks(
                forward, strike, timeToExpiryYears, rate, rate, volAnnual, isCall);
    }
}
