package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.DealerPrior;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The option chain of one symbol as columns by contract number: quotes, open interest, what
 * customers did today, and the greeks of the last analysis. Contracts that have expired leave at
 * the start of the next day.
 */
final class ChainBook implements BinaryState {

    static final int UNKNOWN = -1;

    private static final int VERSION = 1;

    /** The largest listed chain has about 20,000 contracts; more is a corrupt feed. */
    static final int MOST_CONTRACTS = 1 << 16;

    private static final ChainColumn[] COLUMNS = ChainColumn.values();

    /** Columns beside those of the arrays, by contract. */
    enum Day {
        /** Customer purchases less sales today, contracts. */
        CUSTOMER_NET,
        /** Contracts traded today. */
        VOLUME,
        /** Customer premium bought less sold today, currency. */
        CUSTOMER_PREMIUM,
        /** Provider's fitted price, currency per share; stays overnight. */
        THEORETICAL,
        /** Provider's day totals as last seen; NaN before the first of the day. */
        FED_BOUGHT,
        FED_SOLD,
        FED_PREMIUM_BOUGHT,
        FED_PREMIUM_SOLD
    }

    private static final Day[] DAYS = Day.values();

    private final ChainArrays arrays = new ChainArrays();
    private final Map<OptionContract, Integer> numbers = new HashMap<>();
    private final List<OptionContract> contracts = new ArrayList<>();
    private double[][] days = new double[DAYS.length][64];
    private boolean changed;
    private long analysedMillis = Long.MIN_VALUE;

    /** Rebuilt from the arrays, never stored. */
    private ChainAnalytics analytics;

    private StrikeLadder ladder;

    /** Begins a New York date: totals start at 0 and expired contracts leave. */
    void startDay(long nowMillis) {
        boolean expired = false;
        for (OptionContract contract : contracts) {
            expired |= contract.expiryTimeMillis() <= nowMillis;
        }
        for (int i = 0; i < contracts.size(); i++) {
            resetDay(i);
        }
        if (expired) {
            dropExpired(nowMillis);
        }
    }

    /** Returns the number of a contract, adding it; {@link #UNKNOWN} when the chain is full. */
    int number(OptionContract contract) {
        Integer number = numbers.get(contract);
        return number == null ? add(contract) : number;
    }

    void onQuote(OptionQuote quote) {
        int number = number(quote.contract());
        if (number != UNKNOWN) {
            arrays.quote(number, quote.bid(), quote.ask());
            changed = true;
        }
    }

    /** Takes the rows of a slice; day totals are left to {@link OptionFlow}. */
    void onSlice(ChainSlice slice) {
        for (ContractRow row : slice.rows()) {
            int number = number(row.contract());
            if (number == UNKNOWN) {
                continue;
            }
            if (row.bid() != null && row.ask() != null) {
                arrays.quote(number, row.bid(), row.ask());
            }
            if (row.openInterest() != null) {
                arrays.column(ChainColumn.OPEN_INTEREST)[number] = row.openInterest();
            }
            if (row.theoretical() != null) {
                day(Day.THEORETICAL)[number] = row.theoretical();
            }
        }
        changed = true;
    }

    /** Adds what customers did in one contract. */
    void onFlow(int number, double net, double premium, double volume) {
        day(Day.CUSTOMER_NET)[number] += net;
        day(Day.CUSTOMER_PREMIUM)[number] += premium;
        day(Day.VOLUME)[number] += volume;
        changed = true;
    }

    /** Analyses the chain when it is due and has changed; returns whether it did. */
    boolean analyse(Moment now, double spot, MetricConfig config) {
        boolean due =
                analysedMillis == Long.MIN_VALUE
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
        analytics.analyse(arrays, spot, now.endMillis());
        if (ladder == null) {
            ladder = StrikeLadder.of(arrays);
        }
        changed = false;
        analysedMillis = now.endMillis();
        return true;
    }

    /** Dealers hold the prior share of open interest less what customers bought today. */
    private void infer(MetricConfig config) {
        double[] openInterest = arrays.column(ChainColumn.OPEN_INTEREST);
        for (int i = 0; i < contracts.size(); i++) {
            double prior = arrays.calls()[i] ? config.callPrior() : config.putPrior();
            double most = openInterest[i] + day(Day.VOLUME)[i];
            double inventory = prior * openInterest[i] - day(Day.CUSTOMER_NET)[i];
            arrays.position(i, openInterest[i], Math.max(-most, Math.min(most, inventory)));
        }
    }

    ChainArrays arrays() {
        return arrays;
    }

    ChainAnalytics analytics() {
        return analytics;
    }

    StrikeLadder ladder() {
        return ladder;
    }

    int size() {
        return contracts.size();
    }

    OptionContract contract(int number) {
        return contracts.get(number);
    }

    double[] day(Day column) {
        return days[column.ordinal()];
    }

    long analysedMillis() {
        return analysedMillis;
    }

    private int add(OptionContract contract) {
        if (contracts.size() == MOST_CONTRACTS) {
            return UNKNOWN;
        }
        int number =
                arrays.addContract(
                        expiryNumber(contract.expiryTimeMillis()),
                        contract.strike(),
                        contract.kind() == OptionKind.CALL,
                        contract.multiplier());
        if (number == days[0].length) {
            for (int column = 0; column < days.length; column++) {
                days[column] = Arrays.copyOf(days[column], 2 * number);
            }
        }
        contracts.add(contract);
        numbers.put(contract, number);
        day(Day.THEORETICAL)[number] = Double.NaN;
        resetDay(number);
        ladder = null;
        return number;
    }

    private int expiryNumber(long timeMillis) {
        for (int expiry = 0; expiry < arrays.expiryCount(); expiry++) {
            if (arrays.expiryTimesMillis()[expiry] == timeMillis) {
                return expiry;
            }
        }
        return arrays.addExpiry(timeMillis);
    }

    private void resetDay(int number) {
        day(Day.CUSTOMER_NET)[number] = 0;
        day(Day.VOLUME)[number] = 0;
        day(Day.CUSTOMER_PREMIUM)[number] = 0;
        day(Day.FED_BOUGHT)[number] = Double.NaN;
        day(Day.FED_SOLD)[number] = Double.NaN;
        day(Day.FED_PREMIUM_BOUGHT)[number] = Double.NaN;
        day(Day.FED_PREMIUM_SOLD)[number] = Double.NaN;
    }

    private void dropExpired(long nowMillis) {
        List<OptionContract> kept = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            if (contracts.get(i).expiryTimeMillis() > nowMillis) {
                kept.add(contracts.get(i));
                values.add(valuesOf(i));
            }
        }
        arrays.clear();
        contracts.clear();
        numbers.clear();
        ladder = null;
        for (int i = 0; i < kept.size(); i++) {
            restore(add(kept.get(i)), values.get(i));
        }
    }

    /** Returns all columns of one contract: those of the arrays, then those of the day. */
    private double[] valuesOf(int number) {
        double[] values = new double[COLUMNS.length + DAYS.length];
        for (ChainColumn column : COLUMNS) {
            values[column.ordinal()] = arrays.column(column)[number];
        }
        for (Day column : DAYS) {
            values[COLUMNS.length + column.ordinal()] = day(column)[number];
        }
        return values;
    }

    private void restore(int number, double[] values) {
        for (ChainColumn column : COLUMNS) {
            arrays.column(column)[number] = values[column.ordinal()];
        }
        for (Day column : DAYS) {
            day(column)[number] = values[COLUMNS.length + column.ordinal()];
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(changed);
        out.writeLong(analysedMillis);
        out.writeInt(arrays.expiryCount());
        for (int expiry = 0; expiry < arrays.expiryCount(); expiry++) {
            out.writeLong(arrays.expiryTimesMillis()[expiry]);
        }
        out.writeInt(contracts.size());
        for (int i = 0; i < contracts.size(); i++) {
            OptionContract contract = contracts.get(i);
            out.writeUTF(contract.underlying());
            out.writeUTF(contract.root());
            out.writeLong(contract.expiryTimeMillis());
            out.writeDouble(contract.strike());
            out.writeBoolean(contract.kind() == OptionKind.CALL);
            out.writeInt(contract.multiplier());
            StateArrays.write(out, valuesOf(i), COLUMNS.length + DAYS.length);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "chain-book");
        changed = in.readBoolean();
        analysedMillis = in.readLong();
        int expiries = in.readInt();
        for (int expiry = 0; expiry < expiries; expiry++) {
            arrays.addExpiry(in.readLong());
        }
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            OptionContract contract =
                    new OptionContract(
                            in.readUTF(),
                            in.readUTF(),
                            in.readLong(),
                            in.readDouble(),
                            in.readBoolean() ? OptionKind.CALL : OptionKind.PUT,
                            in.readInt());
            int number = add(contract);
            restore(number, StateArrays.readDoubles(in));
        }
    }
}
