package io.huihui.models.expert.sentiment;

import io.huihui.models.expert.CalibratedExpert;

/** The fitted sentiment expert, calibrated by what came true. */
public final class CalibratedSentimentExpert extends CalibratedExpert<TrainedSentimentExpert>
        implements SentimentExpert {

    public CalibratedSentimentExpert() {
        super(new TrainedSentimentExpert());
    }

    @Override
    public void hear(NewsMention mention) {
        model().hear(mention);
    }
}
