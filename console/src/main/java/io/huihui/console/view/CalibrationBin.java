package io.huihui.console.view;

/**
 * Predictions whose likeliest direction had about the same probability.
 *
 * @param from least probability, inclusive
 * @param to most, exclusive but for the last bin
 * @param meanProbability what was said
 * @param shareCorrect how often it came true
 */
public record CalibrationBin(
        double from, double to, long count, double meanProbability, double shareCorrect) {}
