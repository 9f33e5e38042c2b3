/**
 * Option mathematics: pure static formulas, and whole-chain analytics over reusable arrays. No
 * state that outlives a call, no clock.
 *
 * <p>Conventions, the same in every class: argument order {@code spot or forward, strike,
 * timeToExpiryYears, rate, dividendYield, volAnnual, isCall}; years are 365 days; volatility 0.20
 * is 20 %; rates are continuously compounded; greeks are per share for the long holder; vega, vanna
 * and vomma are per 1.00 of volatility; theta, charm and color are per calendar day and are
 * derivatives in calendar time (the clock moves forward, the time to expiry shrinks).
 */
package io.huihui.models.quant;
