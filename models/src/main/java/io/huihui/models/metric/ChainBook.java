package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.DealerPrior;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The option chain of one symbol: quotes, open interest, what customers did today, and the greeks
 * of the last analysis. Contracts that have expired leave at the start of the next day.
 */
final class ChainBook implements BinaryState {

    static final int UNKNOWN = ContractTable.UNKNOWN;

    private static final int VERSION = 1;

    private final ContractTable table = new ContractTable();
    private boolean changed;
    private long analysedMillis = Long.MIN_VALUE;

    /** Rebuilt from the arrays, never stored. */
    private ChainAnalytics analytics;

    private StrikeLadder ladder;

    /** Begins a New York date: totals start at 0 and expired contracts leave. */
    void startDay(long nowMillis) {
        if (table.startDay(nowMillis)) {
            ladder = null;
        }
    }

    /** Forgets every contract: they came from a feed that cannot be trusted. */
    void clear() {
        table.clear();
        ladder = null;
        changed = false;
    }

    /**
     * Forgets what day totals have told of today: another provider's begin anew, and would be added
     * to them.
     */
    void restartTotals() {
        table.restartDay();
        changed = true;
    }

    /** Returns the number of a contract, adding it; {@link #UNKNOWN} when the chain is full. */
    int number(OptionContract contract) {
        int number = table.find(contract);
        if (number == UNKNOWN) {
            number = table.add(contract);
            ladder = null;
        }
        return number;
    }

    void onQuote(OptionQuote quote) {
        int number = number(quote.contract());
        if (number != UNKNOWN) {
            arrays().quote(number, quote.bid(), quote.ask());
            changed = true;
        }
    }

    /** Takes the rows of a slice; day totals are left to {@link DayTotals}. */
    void onSlice(ChainSlice slice) {
        for (ContractRow row : slice.rows()) {
            int number = number(row.contract());
            if (number == UNKNOWN) {
                continue;
            }
            if (row.bid() != null && row.ask() != null) {
                arrays().quote(number, row.bid(), row.ask());
            }
            if (row.openInterest() != null) {
                arrays().column(ChainColumn.OPEN_INTEREST)[number] = row.openInterest();
            }
            if (row.theoretical() != null) {
                day(ContractTable.Day.THEORETICAL)[number] = row.theoretical();
            }
        }
        changed = true;
    }

    /** Adds what customers did in one contract. */
    void onFlow(int number, double net, double premium, double volume) {
        day(ContractTable.Day.CUSTOMER_NET)[number] += net;
        day(ContractTable.Day.CUSTOMER_PREMIUM)[number] += premium;
        day(ContractTable.Day.VOLUME)[number] += volume;
        changed = true;
    }

    /**
     * Analyses the chain when it is due and has changed; returns whether it did.
     *
     * @param atOnce true makes it due
     */
    boolean analyse(Moment now, double spot, boolean atOnce, MetricConfig config) {
        boolean due =
                atOnce
                        || analysedMillis == Long.MIN_VALUE
                        || now.endMillis() - analysedMillis
                                >= config.chainIntervalSeconds() * Moment.SECOND_MILLIS;
        if (!due || !changed || !(spot > 0)) {
            return false;
        }
        if (analytics == null) {
            analytics =
                    new ChainAnalytics(
                            config.rateAnnual(),
                            config.dividendYieldAnnual(),
                            new DealerPrior(config.callPrior(), config.putPrior()));
        }
        infer(config);
        analytics.analyse(arrays(), spot, now.endMillis());
        if (ladder == null) {
            ladder = StrikeLadder.of(arrays());
        }
        changed = false;
        analysedMillis = now.endMillis();
        return true;
    }

    /** Dealers hold the prior share of open interest less what customers bought today. */
    private void infer(MetricConfig config) {
        double[] openInterest = arrays().column(ChainColumn.OPEN_INTEREST);
        for (int i = 0; i < size(); i++) {
            double prior = arrays().calls()[i] ? config.callPrior() : config.putPrior();
            double most = openInterest[i] + day(ContractTable.Day.VOLUME)[i];
            double inventory = prior * openInterest[i] - day(ContractTable.Day.CUSTOMER_NET)[i];
            arrays().position(i, openInterest[i], Math.max(-most, Math.min(most, inventory)));
        }
    }

    /** Returns the median of (ask - bid) / mid over the contracts that are quoted. */
    double medianRelativeSpread() {
        double[] bid = arrays().column(ChainColumn.BID);
        double[] ask = arrays().column(ChainColumn.ASK);
        double[] spreads = new double[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (bid[i] > 0 && ask[i] > 0) {
                spreads[count++] = (ask[i] - bid[i]) / (0.5 * (ask[i] + bid[i]));
            }
        }
        Arrays.sort(spreads, 0, count);
        return RobustScore.median(spreads, count);
    }

    ChainArrays arrays() {
        return table.arrays();
    }

    ChainAnalytics analytics() {
        return analytics;
    }

    StrikeLadder ladder() {
        return ladder;
    }

    int size() {
        return table.size();
    }

    OptionContract contract(int number) {
        return table.contract(number);
    }

    double[] day(ContractTable.Day column) {
        return table.day(column);
    }

    long analysedMillis() {
        return analysedMillis;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(changed);
        out.writeLong(analysedMillis);
        table.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "chain-book");
        changed = in.readBoolean();
        analysedMillis = in.readLong();
        table.readFrom(in);
    }
}
