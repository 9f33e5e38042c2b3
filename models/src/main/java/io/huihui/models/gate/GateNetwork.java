package io.huihui.models.gate;

/**
 * A gating network that is ready to answer: from inputs, as {@link InputScale#standardise} gives
 * them, to what the evidence of each expert is worth.
 *
 * <p>Not safe for use by several threads.
 */
public interface GateNetwork extends AutoCloseable {

    /**
     * Returns the logarithm of what the evidence of each expert is worth; 0 takes its probabilities
     * as they are.
     *
     * @param rows standardised inputs, [row * inputs + input]
     * @param count how many rows, at least 1
     * @return [row * experts + expert]
     */
    float[] logWeights(float[] rows, int count);

    /** Name of the engine, for metrics and logs, e.g. {@code java}. */
    String engine();

    @Override
    default void close() {}
}
