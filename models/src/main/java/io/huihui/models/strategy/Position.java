package io.huihui.models.strategy;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Structure;
import io.huihui.models.event.OptionKind;
import io.huihui.models.quant.BlackScholes;
import io.huihui.models.quant.NormalDistribution;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of one unit of a structure, of one expiry, priced by Black-Scholes at one volatility
 * for all strikes, without interest: a tape holds no smile. Values are net of all legs, currency
 * per share.
 */
final class Position {

    /**
     * One option.
     *
     * @param sign +1 bought, -1 sold
     */
    record Leg(OptionKind kind, int sign, double strike) {

        double payoff(double spot) {
            double above = spot - strike;
            return sign * Math.max(0, kind == OptionKind.CALL ? above : -above);
        }
    }

    private static final double AT_THE_MONEY = 0.5;
    private static final double PERCENT = 100;

    private final List<Leg> legs;
    private final long expiryMillis;

    Position(List<Leg> legs, long expiryMillis) {
        this.legs = List.copyOf(legs);
        this.expiryMillis = expiryMillis;
    }

    /** Returns the options that a template chooses now. */
    static Position of(StrategyTemplate template, double spot, double vol, long nowMillis) {
        long expiry = nowMillis + template.daysToExpiry() * TradingCalendar.DAY_MILLIS;
        double deviation = vol * Math.sqrt(TradingCalendar.yearsToExpiry(nowMillis, expiry));
        Chooser chooser = new Chooser(spot, deviation);
        double bought = template.longDelta() / PERCENT;
        double sold = template.shortDelta() / PERCENT;
        return new Position(chooser.legs(template.structure(), bought, sold), expiry);
    }

    /** Finds strikes by their delta. */
    private record Chooser(double spot, double deviation) {

        List<Leg> legs(Structure structure, double bought, double sold) {
            return switch (structure) {
                case LONG_CALL -> List.of(call(1, bought));
                case LONG_PUT -> List.of(put(1, bought));
                case CALL_DEBIT_SPREAD, CALL_CREDIT_SPREAD ->
                        List.of(call(1, bought), call(-1, sold));
                case PUT_DEBIT_SPREAD, PUT_CREDIT_SPREAD -> List.of(put(1, bought), put(-1, sold));
                case LONG_STRADDLE -> List.of(call(1, AT_THE_MONEY), putAtCall(1));
                case IRON_CONDOR ->
                        List.of(call(1, bought), call(-1, sold), put(1, bought), put(-1, sold));
                case IRON_FLY ->
                        List.of(
                                call(1, bought),
                                call(-1, AT_THE_MONEY),
                                put(1, bought),
                                putAtCall(-1));
            };
        }

        Leg call(int sign, double delta) {
            return new Leg(OptionKind.CALL, sign, strike(NormalDistribution.quantile(delta)));
        }

        Leg put(int sign, double delta) {
            return new Leg(OptionKind.PUT, sign, strike(-NormalDistribution.quantile(delta)));
        }

        /** A put of the strike at which the call has a delta of one half. */
        Leg putAtCall(int sign) {
            return new Leg(OptionKind.PUT, sign, strike(0));
        }

        private double strike(double d1) {
            return spot * Math.exp(deviation * (deviation / 2 - d1));
        }
    }

    List<Leg> legs() {
        return legs;
    }

    /** Returns what it is worth at the mids. */
    double value(double spot, double vol, long millis) {
        double sum = 0;
        for (Leg leg : legs) {
            sum += leg.sign * price(leg, spot, vol, millis);
        }
        return sum;
    }

    /** Returns what buying and selling its options costs once. */
    double cost(double spot, double vol, long millis, TradingCosts costs) {
        double sum = 0;
        for (Leg leg : legs) {
            sum += costs.of(price(leg, spot, vol, millis));
        }
        return sum;
    }

    private double price(Leg leg, double spot, double vol, long millis) {
        double years = TradingCalendar.yearsToExpiry(millis, expiryMillis);
        return BlackScholes.price(spot, leg.strike, years, 0, 0, vol, leg.kind == OptionKind.CALL);
    }

    /**
     * Returns the least that it can be worth, at expiry or before; minus infinity when there is no
     * such bound. It lies at a strike or where the price is nothing, since between them the worth
     * at expiry is a straight line.
     */
    double least() {
        int callsHeld = 0;
        List<Double> corners = new ArrayList<>(List.of(0.0));
        for (Leg leg : legs) {
            callsHeld += leg.kind == OptionKind.CALL ? leg.sign : 0;
            corners.add(leg.strike);
        }
        if (callsHeld < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (double spot : corners) {
            least = Math.min(least, legs.stream().mapToDouble(leg -> leg.payoff(spot)).sum());
        }
        return least;
    }
}
