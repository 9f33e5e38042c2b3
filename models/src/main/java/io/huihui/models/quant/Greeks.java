package io.huihui.models.quant;

/**
 * Price and sensitivities of one option, per share, long holder.
 *
 * @param price currency per share
 * @param delta per 1 of spot
 * @param gamma change of delta per 1 of spot
 * @param thetaPerDay change of price per calendar day
 * @param vega change of price per 1.00 of volatility
 * @param vanna change of delta per 1.00 of volatility
 * @param vomma change of vega per 1.00 of volatility
 * @param charmPerDay change of delta per calendar day
 * @param speed change of gamma per 1 of spot
 * @param zomma change of gamma per 1.00 of volatility
 * @param colorPerDay change of gamma per calendar day
 * @param ultima change of vomma per 1.00 of volatility
 */
public record Greeks(
        double price,
        double delta,
        double gamma,
        double thetaPerDay,
        double vega,
        double vanna,
        double vomma,
        double charmPerDay,
        double speed,
        double zomma,
        double colorPerDay,
        double ultima) {}
