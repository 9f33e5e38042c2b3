package io.huihui.models.quant;

import io.huihui.models.Require;

/**
 * What dealers are taken to hold of open interest before any flow is seen: +1 long all of it, -1
 * short all of it.
 */
public record DealerPrior(double callSign, double putSign) {

    /** Index and ETF options: customers overwrite calls and buy puts. */
    public static final DealerPrior INDEX = new DealerPrior(1, -1);

    public DealerPrior {
        Require.within("callSign", callSign, -1, 1);
        Require.within("putSign", putSign, -1, 1);
    }
}
