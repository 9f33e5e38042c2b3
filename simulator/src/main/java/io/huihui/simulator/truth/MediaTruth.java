package io.huihui.simulator.truth;

import io.huihui.models.Require;

/** The text that an image or a recording holds. */
public record MediaTruth(String mediaId, long eventTimeMillis, String text, int polarity)
        implements TruthRecord {

    public MediaTruth {
        Require.text("mediaId", mediaId);
        Require.text("text", text);
        Require.within("polarity", polarity, -1, 1);
    }
}
