package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.Tone;

import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NewsMentionsTest {

    /** Says that every text is good, and how often it was asked. */
    private static final class Counting implements HeadlineScorer {

        private static final long serialVersionUID = 1L;

        private int asked;

        @Override
        public String version() {
            return "counting/1";
        }

        @Override
        public Tone score(String text) {
            asked++;
            return new Tone(0, 0, 1);
        }
    }

    @Test
    void aStoryIsReadOnceHoweverManySymbolsItNames() throws Exception {
        Counting scorer = new Counting();
        try (OneInputStreamOperatorTestHarness<NewsItem, NewsMention> harness = harness(scorer)) {
            harness.open();
            harness.processElement(story("Shares rally", "SPY", "QQQ"), 0);

            assertThat(harness.extractOutputValues())
                    .extracting(NewsMention::symbol)
                    .containsExactly("SPY", "QQQ");
            assertThat(harness.extractOutputValues())
                    .extracting(mention -> mention.tone().score())
                    .containsOnly(1.0);
            assertThat(scorer.asked).isEqualTo(1);
        }
    }

    @Test
    void aStoryOfNobodyIsCountedAndNotRead() throws Exception {
        Counting scorer = new Counting();
        try (OneInputStreamOperatorTestHarness<NewsItem, NewsMention> harness = harness(scorer)) {
            harness.open();
            harness.processElement(story("Rain is expected"), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(scorer.asked).isZero();
        }
    }

    private static NewsItem story(String headline, String... symbols) {
        long time = 1_700_000_000_000L;
        return new NewsItem("1", time, time, "wire", 1, headline, null, List.of(symbols));
    }

    private static OneInputStreamOperatorTestHarness<NewsItem, NewsMention> harness(
            HeadlineScorer scorer) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new StreamFlatMap<>(new NewsMentions(scorer)));
    }
}
