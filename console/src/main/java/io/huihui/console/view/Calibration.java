package io.huihui.console.view;

import java.util.List;

/**
 * Whether what was said came true as often as was said.
 *
 * @param count outcomes that were not abstained from
 * @param brier their mean, 0..2, smaller is better; null without any
 * @param bins of a tenth each; those without predictions are left out
 */
public record Calibration(
        String symbol,
        String predictor,
        int horizonMinutes,
        long count,
        Double brier,
        List<CalibrationBin> bins) {}
