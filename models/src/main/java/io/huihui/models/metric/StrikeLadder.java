package io.huihui.models.metric;

import io.huihui.models.quant.ChainArrays;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The contracts of a chain by strike: rows of distinct strikes, and per expiry its contracts in
 * order of strike. Made anew when the chain gets or loses contracts. The arrays are not to be
 * changed.
 */
final class StrikeLadder {

    private final double[] strikes;
    private final int[] rowOfContract;
    private final int[][] contractsOfExpiry;

    private StrikeLadder(double[] strikes, int[] rowOfContract, int[][] contractsOfExpiry) {
        this.strikes = strikes;
        this.rowOfContract = rowOfContract;
        this.contractsOfExpiry = contractsOfExpiry;
    }

    /** Returns the distinct strikes, rising. */
    double[] strikes() {
        return strikes;
    }

    /** Returns the row of each contract. */
    int[] rowOfContract() {
        return rowOfContract;
    }

    /** Returns contract numbers by expiry, in order of strike, calls before puts. */
    int[][] contractsOfExpiry() {
        return contractsOfExpiry;
    }

    static StrikeLadder of(ChainArrays chain) {
        int count = chain.contractCount();
        double[] strikes = Arrays.stream(chain.strikes(), 0, count).distinct().sorted().toArray();
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.binarySearch(strikes, chain.strikes()[i]);
        }
        int[][] byExpiry = new int[chain.expiryCount()][];
        for (int expiry = 0; expiry < byExpiry.length; expiry++) {
            int wanted = expiry;
            byExpiry[expiry] =
                    IntStream.range(0, count)
                            .filter(i -> chain.expiryNumbers()[i] == wanted)
                            .boxed()
                            .sorted(
                                    Comparator.<Integer>comparingInt(i -> rows[i])
                                            .thenComparingInt(i -> chain.calls()[i] ? 0 : 1))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        return new StrikeLadder(strikes, rows, byExpiry);
    }
}
