package io.huihui.models.quant;

import java.util.Arrays;

/**
 * How the contracts of a chain hang together, worked out once per change of its structure: lines
 * (one strike of one expiry with its call and its put) in order of expiry number and strike, and
 * the distinct strikes of the whole chain in ascending order.
 */
final class ChainLayout {

    private static final int NONE = -1;

    private ChainArrays known;
    private long knownVersion = NONE;

    private int lines;
    private int strikes;

    /** By line: contract numbers, -1 where that side is not listed. */
    int[] lineCall = new int[0];

    int[] linePut = new int[0];

    /** By line: natural logarithm and square root of the strike. */
    double[] lineLogStrike = new double[0];

    double[] lineRootStrike = new double[0];
    double[] lineStrike = new double[0];

    /** By expiry, one longer: where its lines begin. */
    int[] expiryBegin = new int[1];

    /** By row of the strike table. */
    double[] strikeOfRow = new double[0];

    /** By contract: its row in the strike table. */
    int[] rowOfContract = new int[0];

    private int[] order = new int[0];
    private int[] scratch = new int[0];

    int lines() {
        return lines;
    }

    int strikes() {
        return strikes;
    }

    /** Works the layout out anew if the chain is another or has changed its structure. */
    void follow(ChainArrays chain) {
        if (chain == known && chain.structureVersion() == knownVersion) {
            return;
        }
        ensure(chain.contractCount(), chain.expiryCount());
        formRows(chain);
        formLines(chain);
        known = chain;
        knownVersion = chain.structureVersion();
    }

    private void ensure(int contracts, int expiries) {
        if (order.length < contracts) {
            int size = Math.max(contracts, 2 * order.length);
            lineCall = new int[size];
            linePut = new int[size];
            lineLogStrike = new double[size];
            lineRootStrike = new double[size];
            lineStrike = new double[size];
            strikeOfRow = new double[size];
            rowOfContract = new int[size];
            order = new int[size];
            scratch = new int[size];
        }
        if (expiryBegin.length < expiries + 1) {
            expiryBegin = new int[Math.max(expiries + 1, 2 * expiryBegin.length)];
        }
    }

    private void formRows(ChainArrays chain) {
        double[] strike = chain.strikes();
        int count = chain.contractCount();
        sort(chain, count, false);
        strikes = 0;
        for (int i = 0; i < count; i++) {
            double value = strike[order[i]];
            if (strikes == 0 || value != strikeOfRow[strikes - 1]) {
                strikeOfRow[strikes++] = value;
            }
            rowOfContract[order[i]] = strikes - 1;
        }
    }

    private void formLines(ChainArrays chain) {
        double[] strike = chain.strikes();
        int[] expiry = chain.expiryNumbers();
        int count = chain.contractCount();
        sort(chain, count, true);
        lines = 0;
        Arrays.fill(expiryBegin, 0, chain.expiryCount() + 1, 0);
        int lastExpiry = NONE;
        for (int i = 0; i < count; i++) {
            int contract = order[i];
            int[] side = chain.calls()[contract] ? lineCall : linePut;
            boolean joins =
                    lines > 0
                            && lastExpiry == expiry[contract]
                            && lineStrike[lines - 1] == strike[contract]
                            && side[lines - 1] == NONE;
            if (!joins) {
                lineCall[lines] = NONE;
                linePut[lines] = NONE;
                lineStrike[lines] = strike[contract];
                lineLogStrike[lines] = Math.log(strike[contract]);
                lineRootStrike[lines] = Math.sqrt(strike[contract]);
                expiryBegin[expiry[contract] + 1]++;
                lines++;
            }
            side[lines - 1] = contract;
            lastExpiry = expiry[contract];
        }
        for (int e = 0; e < chain.expiryCount(); e++) {
            expiryBegin[e + 1] += expiryBegin[e];
        }
    }

    /** Sorts contract numbers by (expiry,) strike, stable, bottom-up merge; allocates nothing. */
    private void sort(ChainArrays chain, int count, boolean expiryFirst) {
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int width = 1; width < count; width *= 2) {
            for (int begin = 0; begin < count; begin += 2 * width) {
                int middle = Math.min(begin + width, count);
                merge(chain, begin, middle, Math.min(begin + 2 * width, count), expiryFirst);
            }
            int[] swap = order;
            order = scratch;
            scratch = swap;
        }
    }

    private void merge(ChainArrays chain, int begin, int middle, int end, boolean expiryFirst) {
        int left = begin;
        int right = middle;
        for (int out = begin; out < end; out++) {
            boolean takeLeft =
                    right >= end
                            || (left < middle
                                    && !before(chain, order[right], order[left], expiryFirst));
            scratch[out] = takeLeft ? order[left++] : order[right++];
        }
    }

    private static boolean before(ChainArrays chain, int a, int b, boolean expiryFirst) {
        int[] expiry = chain.expiryNumbers();
        if (expiryFirst && expiry[a] != expiry[b]) {
            return expiry[a] < expiry[b];
        }
        return chain.strikes()[a] < chain.strikes()[b];
    }
}
