package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * Calendar days to expiry; 0 = expires today.
 *
 * @param most not below {@code least}
 */
public record DayRange(int least, int most) {

    public DayRange {
        Require.that(
                least >= 0 && least <= most,
                "0 <= least <= most days",
                () -> "least=" + least + " most=" + most);
    }
}
