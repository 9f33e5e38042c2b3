package io.huihui.simulator.option;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.simulator.OptionGrid;

import java.util.Arrays;

/**
 * The listed contracts of one symbol and session with their day totals, as arrays. Contract {@code
 * index} is call when even and put when odd; {@code index ^ 1} is the other right of the same
 * strike and expiry. Expiries come in order, strikes rise within each.
 */
final class OptionBoard {

    /** Shares per contract. */
    static final int MULTIPLIER = 100;

    /** Days to expiry in order of importance; the first n are listed. */
    private static final int[] EXPIRY_DAYS = {0, 7, 30, 1, 14, 45, 3, 21, 38, 2};

    /** Strikes reach this far from the spot: 20 % (domain.md section 9). */
    private static final double STRIKE_RANGE = 0.20;

    /** Spacing at the money as if the grid were this wide; the rest of the range is coarser. */
    private static final double DENSE_RANGE = 0.06;

    private final OptionContract[] contracts;
    private final long[] expiryMillis;
    private final double[] strikes;
    private final double[] logStrikes;
    final double[] openInterest;
    final double[] last;
    final double[] buyVolume;
    final double[] sellVolume;
    final double[] buyPremium;
    final double[] sellPremium;

    OptionBoard(String symbol, double spot, long day, OptionGrid grid) {
        expiryMillis = expiries(day, grid.expiries());
        strikes = strikes(spot, grid.strikesPerExpiry());
        logStrikes = Arrays.stream(strikes).map(Math::log).toArray();
        int count = 2 * expiryMillis.length * strikes.length;
        contracts = new OptionContract[count];
        for (int index = 0; index < count; index++) {
            contracts[index] =
                    new OptionContract(
                            symbol,
                            symbol,
                            expiryMillis[expiry(index)],
                            strike(index),
                            isCall(index) ? OptionKind.CALL : OptionKind.PUT,
                            MULTIPLIER);
        }
        openInterest = new double[count];
        last = new double[count];
        buyVolume = new double[count];
        sellVolume = new double[count];
        buyPremium = new double[count];
        sellPremium = new double[count];
    }

    private static long[] expiries(long day, int wanted) {
        TradingCalendar calendar = TradingCalendar.newYork();
        return Arrays.stream(EXPIRY_DAYS)
                .limit(wanted)
                .mapToLong(days -> day + days)
                .map(date -> calendar.isTradingDay(date) ? date : calendar.nextTradingDate(date))
                .sorted()
                .distinct()
                .map(calendar::closeMillis)
                .toArray();
    }

    private static double[] strikes(double spot, int wanted) {
        double unit = spot >= 100 ? 1 : spot >= 25 ? 0.5 : 0.25;
        double[] drawn = new double[wanted];
        int half = wanted / 2;
        for (int i = 0; i < wanted; i++) {
            double x = (i - half) / (double) half;
            double offset = x * (DENSE_RANGE + (STRIKE_RANGE - DENSE_RANGE) * x * x);
            drawn[i] = Math.max(unit, unit * Math.rint(spot * (1 + offset) / unit));
        }
        return Arrays.stream(drawn).distinct().toArray();
    }

    int size() {
        return contracts.length;
    }

    int expiries() {
        return expiryMillis.length;
    }

    int contractsPerExpiry() {
        return 2 * strikes.length;
    }

    OptionContract contract(int index) {
        return contracts[index];
    }

    long expiryMillis(int expiry) {
        return expiryMillis[expiry];
    }

    int expiry(int index) {
        return index / contractsPerExpiry();
    }

    double strike(int index) {
        return strikes[index % contractsPerExpiry() / 2];
    }

    double logStrike(int index) {
        return logStrikes[index % contractsPerExpiry() / 2];
    }

    /** Returns the index of the call or the put of the same strike and expiry. */
    int ofKind(int index, boolean call) {
        return call ? index & ~1 : index | 1;
    }

    static boolean isCall(int index) {
        return (index & 1) == 0;
    }

    /** Books a customer trade; {@code sign} +1 for a purchase, -1 for a sale. */
    void traded(int index, int sign, double size, double price) {
        last[index] = price;
        double premium = size * price * MULTIPLIER;
        if (sign > 0) {
            buyVolume[index] += size;
            buyPremium[index] += premium;
        } else {
            sellVolume[index] += size;
            sellPremium[index] += premium;
        }
    }

    double dayVolume(int index) {
        return buyVolume[index] + sellVolume[index];
    }

    /** Customers' purchases less sales today, contracts. */
    double customerNet(int index) {
        return buyVolume[index] - sellVolume[index];
    }

    /** Returns the strike nearest to a price. */
    double nearestStrike(double price) {
        double nearest = strikes[0];
        for (double strike : strikes) {
            if (Math.abs(strike - price) < Math.abs(nearest - price)) {
                nearest = strike;
            }
        }
        return nearest;
    }
}
