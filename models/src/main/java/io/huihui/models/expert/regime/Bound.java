package io.huihui.models.expert.regime;

import io.huihui.models.Require;

/** The right side of a comparison. */
public sealed interface Bound {

    /** A number that never changes. */
    record Fixed(double value) implements Bound {
        public Fixed {
            Require.finite("bound", value);
        }
    }

    /**
     * A quantile of the metric's own past.
     *
     * @param fallback used until there are enough samples
     */
    record Dynamic(ThresholdLevel level, double fallback) implements Bound {
        public Dynamic {
            Require.present("level", level);
            Require.finite("fallback", fallback);
        }
    }
}
