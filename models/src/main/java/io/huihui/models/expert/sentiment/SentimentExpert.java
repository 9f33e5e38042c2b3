package io.huihui.models.expert.sentiment;

import io.huihui.models.expert.ExpertModel;

/** An expert that hears the news of its symbol besides the snapshots. */
public interface SentimentExpert extends ExpertModel {

    /**
     * Takes a story; those received before the end of a second are to come before its snapshot, in
     * any order.
     */
    void hear(NewsMention mention);
}
