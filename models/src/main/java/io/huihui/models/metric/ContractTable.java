package io.huihui.models.metric;

import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contracts of a chain by number, with their columns; those that expired leave. */
final class ContractTable {

    static final int UNKNOWN = -1;

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

    ChainArrays arrays() {
        return arrays;
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

    /** Returns the number of a contract, {@link #UNKNOWN} when it is not listed. */
    int find(OptionContract contract) {
        return numbers.getOrDefault(contract, UNKNOWN);
    }

    /** Adds a contract and returns its number; {@link #UNKNOWN} when the table is full. */
    int add(OptionContract contract) {
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

    /** Begins a New York date: totals start at 0; returns whether expired contracts left. */
    boolean startDay(long nowMillis) {
        boolean expired = false;
        for (OptionContract contract : contracts) {
            expired |= contract.expiryTimeMillis() <= nowMillis;
        }
        restartDay();
        if (expired) {
            dropExpired(nowMillis);
        }
        return expired;
    }

    /** What customers did today starts at 0, and day totals are not known. */
    void restartDay() {
        for (int i = 0; i < contracts.size(); i++) {
            resetDay(i);
        }
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
        clear();
        for (int i = 0; i < kept.size(); i++) {
            restore(add(kept.get(i)), values.get(i));
        }
    }

    /** Forgets every contract. */
    void clear() {
        arrays.clear();
        contracts.clear();
        numbers.clear();
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

    void writeTo(DataOutput out) throws IOException {
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

    void readFrom(DataInput in) throws IOException {
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
            restore(add(contract), StateArrays.readDoubles(in));
        }
    }
}
