package io.huihui.console.view;

/** Probabilities of up, down and flat at a horizon; they sum to 1. */
public record ThesisRow(int horizonMinutes, double up, double down, double flat) {}
