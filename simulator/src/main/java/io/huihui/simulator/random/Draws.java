package io.huihui.simulator.random;

/**
 * Random numbers of one stream: SplitMix64. The same seed gives the same numbers on every machine;
 * normal variates use {@link StrictMath} for the same reason.
 *
 * <p>Reference: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
 * Marsaglia, Bray, "A convenient method for generating normal variables", SIAM Review, 1964;
 * Marsaglia, Tsang, "A simple method for generating gamma variables", ACM TOMS, 2000.
 */
public final class Draws {

    /** Odd integer closest to 2^64 over the golden ratio: the increment of SplitMix64. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Start of the 64-bit FNV-1a hash, by which the name of a stream enters its seed. */
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;

    private static final long FNV_PRIME = 0x100000001B3L;

    private static final double UNIT = 0x1.0p-53;

    /** Above this mean a Poisson count is drawn as a sum of two halves: exp(-mean) stays normal. */
    private static final double LARGEST_DIRECT_POISSON = 20;

    private long state;
    private double spareGaussian = Double.NaN;

    private Draws(long state) {
        this.state = state;
    }

    /** Returns the stream of one purpose, symbol and session under a seed. */
    public static Draws of(long seed, Stream stream, String symbol, long sessionEpochDay) {
        long hash = mix(seed + GOLDEN);
        hash = mix(hash ^ hash(stream.label()));
        hash = mix(hash ^ hash(symbol));
        return new Draws(mix(hash ^ (sessionEpochDay * GOLDEN)));
    }

    /** Returns a stream that shares nothing with this one, made from its next number. */
    public Draws split() {
        return new Draws(mix(nextLong() ^ GOLDEN));
    }

    public long nextLong() {
        return mix(state += GOLDEN);
    }

    /** Returns a number in [0, 1). */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Returns an integer in [0, bound). */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Returns +1 or -1, equally likely. */
    public int sign() {
        return nextLong() < 0 ? -1 : 1;
    }

    /** Returns a standard normal variate, by the polar method. */
    public double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        return x * scale;
    }

    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Returns a Poisson count. */
    public int poisson(double mean) {
        if (!(mean > 0)) {
            return 0;
        }
        if (mean > LARGEST_DIRECT_POISSON) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** Returns a negative binomial count: Poisson whose mean is gamma distributed. */
    public int negativeBinomial(double shape, double mean) {
        return poisson(gamma(shape) * mean / shape);
    }

    /** Returns a gamma variate of scale 1; {@code shape} at least 1. */
    public double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                if (StrictMath.log(1 - uniform()) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /** Returns the index at which {@code point} falls into rising cumulative weights. */
    public int pick(double[] cumulativeWeights) {
        double point = uniform() * cumulativeWeights[cumulativeWeights.length - 1];
        int low = 0;
        int high = cumulativeWeights.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulativeWeights[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
