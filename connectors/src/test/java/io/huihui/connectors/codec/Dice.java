package io.huihui.connectors.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Seeded draws from which sample records are made. */
final class Dice {

    /** 2026-01-05 14:30 UTC, a Monday's open in New York. */
    static final long BEGINNING = 1_767_623_400_000L;

    private static final String[] SYMBOLS = {"SPY", "QQQ", "AAPL", "SPX", "BRK.B", "7203é"};

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    double unit() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double signed() {
        return between(-1e6, 1e6);
    }

    double price() {
        return Math.round(between(0.01, 6000) * 10_000) / 10_000.0;
    }

    double size() {
        return random.nextInt(1, 100_000);
    }

    long time() {
        return BEGINNING + random.nextLong(0, 23_400_000L);
    }

    long sequence() {
        return coin() ? random.nextInt(0, 200) : random.nextLong(0, Long.MAX_VALUE);
    }

    String symbol() {
        return SYMBOLS[random.nextInt(SYMBOLS.length)];
    }

    String source() {
        return coin() ? "simulator" : "tradier";
    }

    String text() {
        return "text " + Integer.toHexString(random.nextInt()) + (coin() ? " żółw 🐢" : "");
    }

    Double maybe(double value) {
        return coin() ? value : null;
    }

    <T> T orNull(Supplier<T> value) {
        return coin() ? value.get() : null;
    }

    <E extends Enum<E>> E any(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    <T> List<T> some(int least, int most, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        int count = random.nextInt(least, most + 1);
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    /** Three probabilities that sum to 1 as exactly as doubles can. */
    double[] simplex() {
        double a = unit() + 0.01;
        double b = unit() + 0.01;
        double c = unit() + 0.01;
        double sum = a + b + c;
        return new double[] {a / sum, b / sum, 1 - a / sum - b / sum};
    }
}
