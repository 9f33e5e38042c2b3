package io.huihui.models.decision;

/** In which price a level is stated. */
public enum PriceSpace {
    UNDERLYING,
    OPTION
}
