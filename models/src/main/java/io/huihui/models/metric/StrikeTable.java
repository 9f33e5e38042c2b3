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

    /** Customer flow of the day in the greeks, currency. */
    final double[] deltaFlow;

    final double[] gammaFlow;
    final double[] vegaFlow;
    final double[] thetaFlow;
    final double[] vannaFlow;
    final double[] charmFlow;

    /** Contracts traded today. */
    final double[] volume;

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

    /** The same by class of days to expiry, calls and puts apart. */
    final CellTable cells;

    /** -1 for a contract that has expired. */
    private final int[] cellOfContract;

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
        gammaFlow = new double[rows];
        vegaFlow = new double[rows];
        thetaFlow = new double[rows];
        volume = new double[rows];
        vannaFlow = new double[rows];
        charmFlow = new double[rows];
        openInterest = new double[rows];
        vannaOpenToday = new double[rows];
        skew = new double[rows];
        skewCount = new double[rows];
        cells = new CellTable(rows);
        cellOfContract = new int[book.size()];
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
        double[] middle = ConstantMaturity.atForwardByExpiry(chain, book.ladder());
        for (int i = 0; i < book.size(); i++) {
            int row = book.ladder().rowOfContract()[i];
            int expiry = chain.expiryNumbers()[i];
            double premium = book.day(ContractTable.Day.CUSTOMER_PREMIUM)[i];
            netPremium[row] += premium;
            (chain.calls()[i] ? netPremiumCall : netPremiumPut)[row] += premium;
            double net = book.day(ContractTable.Day.CUSTOMER_NET)[i];
            netVolume[row] += net;
            volume[row] += book.day(ContractTable.Day.VOLUME)[i];
            cellOfContract[i] = cellOf(days[expiry], row);
            if (cellOfContract[i] < 0) {
                continue;
            }
            cells.addPremium(cellOfContract[i], chain.calls()[i], premium, net);
            if (!Double.isNaN(chain.column(ChainColumn.IMPLIED_VOL)[i])) {
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

    private int cellOf(int days, int row) {
        return days < 0 ? -1 : cells.cell(DteBucket.of(days), row);
    }

    private void addGreeks(ChainBook book, int i, int row, int days, double spot) {
        ChainArrays chain = book.arrays();
        DollarGreeks greeks = DollarGreeks.of(chain, i, spot);
        addActivity(book.day(ContractTable.Day.VOLUME)[i], greeks, days == 0);
        double net = book.day(ContractTable.Day.CUSTOMER_NET)[i];
        deltaFlow[row] += net * greeks.delta();
        gammaFlow[row] += net * greeks.gamma();
        vegaFlow[row] += net * greeks.vega();
        thetaFlow[row] += net * greeks.theta();
        vannaFlow[row] += net * greeks.vanna();
        charmFlow[row] += net * greeks.charm();
        cells.addFlow(cellOfContract[i], chain.calls()[i], net, greeks);
        solved++;
        double inventory = chain.column(ChainColumn.INVENTORY)[i];
        if (!Double.isNaN(inventory)) {
            held++;
            double open = chain.column(ChainColumn.OPEN_INTEREST)[i];
            addHoldings(row, days, inventory, open, greeks);
            cells.addHoldings(cellOfContract[i], chain.calls()[i], inventory, open, greeks);
        }
    }

    private void addHoldings(
            int row, int days, double inventory, double open, DollarGreeks greeks) {
        double dollarGamma = inventory * greeks.gamma();
        openInterest[row] += open;
        gamma[row] += dollarGamma;
        gammaWeighted[row] += dollarGamma * DTE_WEIGHTS[DteBucket.of(days).ordinal()];
        gammaPin[row] += days <= PIN_DAYS ? dollarGamma : 0;
        delta[row] += inventory * greeks.delta();
        vega[row] += inventory * greeks.vega();
        theta[row] += inventory * greeks.theta();
        vanna[row] += inventory * greeks.vanna();
        vomma[row] += inventory * greeks.vomma();
        charm[row] += inventory * greeks.charm();
        if (days == 0) {
            gammaToday[row] += dollarGamma;
            vannaToday[row] += inventory * greeks.vanna();
            vannaDealersToday += inventory * greeks.vanna();
            vannaOpenToday[row] += Math.abs(open * greeks.vanna());
        }
    }

    private void addActivity(double contracts, DollarGreeks greeks, boolean today) {
        double byVanna = Math.abs(greeks.vanna()) * contracts;
        double byVomma = Math.abs(greeks.vomma()) * contracts;
        vannaVolume += byVanna;
        vommaVolume += byVomma;
        charmVolume += Math.abs(greeks.charm()) * contracts;
        thetaVolume += Math.abs(greeks.theta()) * contracts;
        vannaVolumeToday += today ? byVanna : 0;
        vommaVolumeToday += today ? byVomma : 0;
    }

    /** Adds how far each contract's volatility is from its smile, by cell. */
    void addResiduals(Smiles smiles) {
        for (int i = 0; i < cellOfContract.length; i++) {
            if (cellOfContract[i] >= 0) {
                cells.addResidual(cellOfContract[i], smiles.residual(i));
            }
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
}
