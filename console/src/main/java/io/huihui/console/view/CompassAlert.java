package io.huihui.console.view;

import io.huihui.models.OrNull;

/**
 * A sign on the compass of a symbol, from when to when.
 *
 * @param sign its place in {@link CompassAxes#signs}
 * @param beganMillis event time
 * @param endedMillis event time; null while it stands
 */
public record CompassAlert(int sign, long beganMillis, @OrNull Long endedMillis) {}
