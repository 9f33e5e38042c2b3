package io.huihui.console.view;

/** An outcome from the store; the meaning of its parts is that of {@code Outcome}. */
public record OutcomeRow(
        long eventTimeMillis,
        String predictor,
        String modelVersion,
        long knownTimeMillis,
        ThesisRow thesis,
        String realized,
        double logReturn,
        double sigma,
        String marketState,
        double brier,
        double logLoss,
        boolean correct,
        boolean abstained) {}
