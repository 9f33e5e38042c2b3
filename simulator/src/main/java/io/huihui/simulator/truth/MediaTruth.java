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

    static MediaTruth read(TruthLine.Reader line) {
        return new MediaTruth(
                line.text("mediaId"),
                line.whole("eventTimeMillis"),
                line.text("text"),
                line.small("polarity"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.MEDIA_TRUTH;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(mediaId);
        line.add(eventTimeMillis);
        line.add(text);
        line.add(polarity);
    }
}
