package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;

/**
 * What an analysed chain sums to at each strike, by row of the {@link StrikeLadder}. Dealer
 * quantities in currency with the scales of {@code docs/conventions.md}; contracts without a
 * volatility or an inventory are left out of them.
 */
final class StrikeTable {

    private static final double PERCENT = 0.01;

    /** Weights of {@link DteBucket} in A-DAG: 0-2 days 1.5, then 1.2, 1, 0.8, 0.6. */
    private static final double[] DTE_WEIGHTS = {1.5, 1.5, 1.2, 1, 0.8, 0.6};

    /** Contracts of this many days and fewer pin. */
    private static final int PIN_DAYS = 2;

    final double[] strikes;
    final double[] netPremium;
    final double[] netPremiumCall;
    final double[] netPremiumPut;
    final double[] netVolume;
    final double[] gamma;
    final double[] gammaToday;
    final double[] gammaWeighted;
    final double[] gammaPin;
    final double[] delta;
    final double[] vega;
    final double[] theta;
    final double[] vanna;
    final double[] vannaToday;
    final double[] vomma;
    final double[] charm;

    /** Customer flow of the day in delta, vanna and charm, currency. */
    final double[] deltaFlow;

    final double[] vannaFlow;
    final double[] charmFlow;
    final double[] openInterest;

    /** Sums of |vanna|, |vomma|, |charm|, |theta| x volume: activity, over all and over today's. */
    double vannaVolume;

    double vommaVolume;
    double charmVolume;
    double thetaVolume;
    double vannaVolumeToday;
    double vommaVolumeToday;
    double vannaDealersToday;

    /** How many contracts have greeks, and how many of those a known dealer position. */
    int solved;

    int held;

    /** By strike: |vanna x open interest| of contracts that expire today. */
    final double[] vannaOpenToday;

    /** (IV - IV at the forward) / IV at the forward, mean over the contracts of the strike. */
    final double[] skew;

    private final double[] skewCount;

    StrikeTable(ChainBook book, double spot, Moment now) {
        strikes = book.ladder().strikes();
        int rows = strikes.length;
        netPremium = new double[rows];
        netPremiumCall = new double[rows];
        netPremiumPut = new double[rows];
        netVolume = new double[rows];
        gamma = new double[rows];
        gammaToday = new double[rows];
        gammaWeighted = new double[rows];
        gammaPin = new double[rows];
        delta = new double[rows];
        vega = new double[rows];
        theta = new double[rows];
        vanna = new double[rows];
        vannaToday = new double[rows];
        vomma = new double[rows];
        charm = new double[rows];
        deltaFlow = new double[rows];
        vannaFlow = new double[rows];
        charmFlow = new double[rows];
        openInterest = new double[rows];
        vannaOpenToday = new double[rows];
        skew = new double[rows];
        skewCount = new double[rows];
        fill(book, spot, now);
    }

    private void fill(ChainBook book, double spot, Moment now) {
        ChainArrays chain = book.arrays();
        int[] days = new int[chain.expiryCount()];
        for (int expiry = 0; expiry < days.length; expiry++) {
            days[expiry] =
                    TradingCalendar.newYork()
                            .daysToExpiry(now.endMillis() - 1, chain.expiryTimesMillis()[expiry]);
        }
        double[] middle = VolatilitySurface.atForwardByExpiry(chain, book.ladder());
        for (int i = 0; i < book.size(); i++) {
            int row = book.ladder().rowOfContract()[i];
            int expiry = chain.expiryNumbers()[i];
            double premium = book.day(ChainBook.Day.CUSTOMER_PREMIUM)[i];
            netPremium[row] += premium;
            (chain.calls()[i] ? netPremiumCall : netPremiumPut)[row] += premium;
            netVolume[row] += book.day(ChainBook.Day.CUSTOMER_NET)[i];
            if (days[expiry] >= 0 && !Double.isNaN(chain.column(ChainColumn.IMPLIED_VOL)[i])) {
                addGreeks(book, i, row, days[expiry], spot);
                addSkew(chain.column(ChainColumn.IMPLIED_VOL)[i], middle[expiry], row);
            }
        }
        for (int row = 0; row < strikes.length; row++) {
            skew[row] = skewCount[row] > 0 ? skew[row] / skewCount[row] : 0;
        }
    }

    private void addSkew(double vol, double middle, int row) {
        if (middle > 0) {
            skew[row] += (vol - middle) / middle;
            skewCount[row]++;
        }
    }

    private void addGreeks(ChainBook book, int i, int row, int days, double spot) {
        ChainArrays chain = book.arrays();
        double shares = chain.multipliers()[i];
        double gammaScale = chain.column(ChainColumn.GAMMA)[i] * shares * spot * spot * PERCENT;
        double deltaScale = chain.column(ChainColumn.DELTA)[i] * shares * spot;
        double vannaScale = chain.column(ChainColumn.VANNA)[i] * shares * spot * PERCENT;
        double charmScale = chain.column(ChainColumn.CHARM_PER_DAY)[i] * shares * spot;
        double vommaScale = chain.column(ChainColumn.VOMMA)[i] * shares * PERCENT * PERCENT;
        double thetaScale = chain.column(ChainColumn.THETA_PER_DAY)[i] * shares;
        boolean today = days == 0;
        addActivity(book.day(ChainBook.Day.VOLUME)[i], vannaScale, vommaScale, today);
        charmVolume += Math.abs(charmScale) * book.day(ChainBook.Day.VOLUME)[i];
        thetaVolume += Math.abs(thetaScale) * book.day(ChainBook.Day.VOLUME)[i];
        double net = book.day(ChainBook.Day.CUSTOMER_NET)[i];
        deltaFlow[row] += net * deltaScale;
        vannaFlow[row] += net * vannaScale;
        charmFlow[row] += net * charmScale;
        solved++;
        double inventory = chain.column(ChainColumn.INVENTORY)[i];
        if (Double.isNaN(inventory)) {
            return;
        }
        held++;
        double open = chain.column(ChainColumn.OPEN_INTEREST)[i];
        openInterest[row] += open;
        gamma[row] += inventory * gammaScale;
        gammaWeighted[row] += inventory * gammaScale * DTE_WEIGHTS[DteBucket.of(days).ordinal()];
        gammaPin[row] += days <= PIN_DAYS ? inventory * gammaScale : 0;
        delta[row] += inventory * deltaScale;
        vega[row] += inventory * chain.column(ChainColumn.VEGA)[i] * shares * PERCENT;
        theta[row] += inventory * thetaScale;
        vanna[row] += inventory * vannaScale;
        vomma[row] += inventory * vommaScale;
        charm[row] += inventory * charmScale;
        if (today) {
            gammaToday[row] += inventory * gammaScale;
            vannaToday[row] += inventory * vannaScale;
            vannaDealersToday += inventory * vannaScale;
            vannaOpenToday[row] += Math.abs(open * vannaScale);
        }
    }

    private void addActivity(double volume, double vannaScale, double vommaScale, boolean today) {
        vannaVolume += Math.abs(vannaScale) * volume;
        vommaVolume += Math.abs(vommaScale) * volume;
        if (today) {
            vannaVolumeToday += Math.abs(vannaScale) * volume;
            vommaVolumeToday += Math.abs(vommaScale) * volume;
        }
    }

    /** Returns the row of the strike nearest to spot, the lower of two; -1 without any. */
    int nearestRow(double spot) {
        int nearest = -1;
        for (int row = 0; row < strikes.length; row++) {
            if (nearest < 0 || Math.abs(strikes[row] - spot) < Math.abs(strikes[nearest] - spot)) {
                nearest = row;
            }
        }
        return nearest;
    }

    int rows() {
        return strikes.length;
    }

    /** Returns the sum of squared shares of |value|, NaN when all are 0. */
    static double concentration(double[] values) {
        double total = absoluteSum(values);
        double squares = 0;
        for (double value : values) {
            squares += (value / total) * (value / total);
        }
        return total > 0 ? squares : Double.NaN;
    }

    static double absoluteSum(double[] values) {
        double total = 0;
        for (double value : values) {
            total += Math.abs(value);
        }
        return total;
    }

    static double sum(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }
}
