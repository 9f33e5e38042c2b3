package io.huihui.models.quant;

import io.huihui.models.Require;

import java.util.Arrays;

/**
 * One option chain as columns of primitive arrays, made to be kept and refilled: describe the
 * contracts once, then set quotes and positions at each update. Allocates only when it grows.
 *
 * <p>Contracts and expiries are numbered from 0 in the order they were added. The arrays handed out
 * are the live ones, valid up to {@link #contractCount()} or {@link #expiryCount()} and until the
 * next {@code add}. Not safe for use by several threads.
 */
public final class ChainArrays {

    private static final int FIRST_CAPACITY = 64;
    private static final ChainColumn[] COLUMNS = ChainColumn.values();

    private int contracts;
    private int expiries;
    private long structureVersion;

    private double[] strike = new double[FIRST_CAPACITY];
    private int[] expiry = new int[FIRST_CAPACITY];
    private boolean[] call = new boolean[FIRST_CAPACITY];
    private int[] multiplier = new int[FIRST_CAPACITY];
    private byte[] status = new byte[FIRST_CAPACITY];
    private final double[][] columns = new double[COLUMNS.length][FIRST_CAPACITY];

    private long[] expiryTimeMillis = new long[FIRST_CAPACITY];
    private double[] years = new double[FIRST_CAPACITY];
    private double[] forward = new double[FIRST_CAPACITY];
    private double[] discountFactor = new double[FIRST_CAPACITY];
    private byte[] forwardOutcome = new byte[FIRST_CAPACITY];

    /** Forgets all contracts and expiries, keeps the memory. */
    public void clear() {
        contracts = 0;
        expiries = 0;
        structureVersion++;
    }

    /**
     * Adds an expiry and returns its number. Series that end at different instants of one day
     * (morning and afternoon settlement) are different expiries.
     */
    public int addExpiry(long timeMillis) {
        if (expiries == expiryTimeMillis.length) {
            int wider = 2 * expiries;
            expiryTimeMillis = Arrays.copyOf(expiryTimeMillis, wider);
            years = Arrays.copyOf(years, wider);
            forward = Arrays.copyOf(forward, wider);
            discountFactor = Arrays.copyOf(discountFactor, wider);
            forwardOutcome = Arrays.copyOf(forwardOutcome, wider);
        }
        expiryTimeMillis[expiries] = timeMillis;
        structureVersion++;
        return expiries++;
    }

    /**
     * Adds a contract without quote and position and returns its number.
     *
     * @param expiryNumber what {@link #addExpiry} returned
     * @param sharesPerContract usually 100
     */
    public int addContract(
            int expiryNumber, double strikePrice, boolean isCall, int sharesPerContract) {
        Require.that(
                expiryNumber >= 0 && expiryNumber < expiries,
                "an expiry that was added",
                "expiryNumber=" + expiryNumber + " of " + expiries);
        Require.positive("strikePrice", strikePrice);
        Require.that(
                sharesPerContract > 0,
                "sharesPerContract > 0",
                "sharesPerContract=" + sharesPerContract);
        if (contracts == strike.length) {
            grow();
        }
        strike[contracts] = strikePrice;
        expiry[contracts] = expiryNumber;
        call[contracts] = isCall;
        multiplier[contracts] = sharesPerContract;
        status[contracts] = ImpliedVolatility.Status.INVALID.code();
        for (double[] column : columns) {
            column[contracts] = Double.NaN;
        }
        structureVersion++;
        return contracts++;
    }

    /** Sets the quote; NaN where a side is missing. A bid of 0 is a bid of nobody. */
    public void quote(int contract, double bid, double ask) {
        columns[ChainColumn.BID.ordinal()][contract] = bid;
        columns[ChainColumn.ASK.ordinal()][contract] = ask;
    }

    /**
     * Sets who holds what.
     *
     * @param openInterest contracts at the start of the day, NaN when unknown
     * @param inventory the dealers' position, contracts, above 0 when they are long; NaN unknown
     */
    public void position(int contract, double openInterest, double inventory) {
        columns[ChainColumn.OPEN_INTEREST.ordinal()][contract] = openInterest;
        columns[ChainColumn.INVENTORY.ordinal()][contract] = inventory;
    }

    /** Returns the number of contracts. */
    public int contractCount() {
        return contracts;
    }

    /** Returns the number of expiries. */
    public int expiryCount() {
        return expiries;
    }

    /** Returns the live array of a column, by contract. */
    public double[] column(ChainColumn column) {
        return columns[column.ordinal()];
    }

    /** Returns the strikes by contract, currency per share. */
    public double[] strikes() {
        return strike;
    }

    /** Returns the expiry numbers by contract. */
    public int[] expiryNumbers() {
        return expiry;
    }

    /** Returns true for calls, by contract. */
    public boolean[] calls() {
        return call;
    }

    /** Returns the shares per contract, by contract. */
    public int[] multipliers() {
        return multiplier;
    }

    /** Returns codes of {@link ImpliedVolatility.Status} by contract; greeks are NaN unless OK. */
    public byte[] statusCodes() {
        return status;
    }

    /** Returns why a contract has, or has not, a volatility. */
    public ImpliedVolatility.Status status(int contract) {
        return ImpliedVolatility.Status.ofCode(status[contract]);
    }

    /** Returns the expiry instants, by expiry. */
    public long[] expiryTimesMillis() {
        return expiryTimeMillis;
    }

    /** Returns the years of 365 days left at the last analysis, by expiry; not above 0: expired. */
    public double[] yearsToExpiry() {
        return years;
    }

    /** Returns the forwards of the last analysis, by expiry, currency per share. */
    public double[] forwards() {
        return forward;
    }

    /** Returns the discount factors of the last analysis, by expiry. */
    public double[] discountFactors() {
        return discountFactor;
    }

    /** Returns how the forward of an expiry was found at the last analysis. */
    public ParityForward.Outcome forwardOutcome(int expiryNumber) {
        return ParityForward.Outcome.ofCode(forwardOutcome[expiryNumber]);
    }

    /** Changes whenever contracts or expiries are added or cleared. */
    long structureVersion() {
        return structureVersion;
    }

    void forward(int expiryNumber, double price, double discount, ParityForward.Outcome outcome) {
        forward[expiryNumber] = price;
        discountFactor[expiryNumber] = discount;
        forwardOutcome[expiryNumber] = outcome.code();
    }

    private void grow() {
        int wider = 2 * contracts;
        strike = Arrays.copyOf(strike, wider);
        expiry = Arrays.copyOf(expiry, wider);
        call = Arrays.copyOf(call, wider);
        multiplier = Arrays.copyOf(multiplier, wider);
        status = Arrays.copyOf(status, wider);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOf(columns[column], wider);
        }
    }
}
