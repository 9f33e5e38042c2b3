package io.huihui.benchmarks;

import io.huihui.benchmarks.quant.ChainBench;
import io.huihui.benchmarks.quant.ImpliedVolatilityBench;

import java.util.List;

/** The benches of {@code ./huihui bench}, by name. */
public final class Benches {

    private static final List<Bench> ALL = List.of(new ChainBench(), new ImpliedVolatilityBench());

    private Benches() {}

    public static List<Bench> all() {
        return ALL;
    }
}
