package io.huihui.console.view;

/** A number by its name, e.g. the weight of an expert. */
public record NamedValue(String name, double value) {}
