package io.huihui.models.expert.sentiment;

import io.huihui.models.expert.ExpertContractTest;

class CalibratedSentimentExpertContractTest extends ExpertContractTest<CalibratedSentimentExpert> {

    private static final String[] HEADLINES = {
        "SPY beats estimates", "Strike halts work at SPY", "SPY names a chairman", "SPY gains"
    };

    private static final int MINUTE = 60;

    @Override
    protected CalibratedSentimentExpert fresh() {
        return new CalibratedSentimentExpert();
    }

    @Override
    protected CalibratedSentimentExpert ready() {
        CalibratedSentimentExpert expert = fresh();
        expert.hear(story(9_990, "SPY beats estimates"));
        return expert;
    }

    @Override
    protected void feedBefore(CalibratedSentimentExpert model, int second) {
        // Four in ten minutes, each with a number that keeps it from being a repeat.
        if (second % (2 * MINUTE) == 0 && second % (10 * MINUTE) != 0) {
            model.hear(
                    story(
                            second - 1,
                            HEADLINES[second / MINUTE % HEADLINES.length] + " " + second));
        }
    }

    private static NewsMention story(int second, String headline) {
        return Stories.of(
                second,
                second % 3 == 0 ? "reuters" : "cnbc",
                headline,
                new LexiconScorer().score(headline));
    }
}
