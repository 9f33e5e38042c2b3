package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.RuleBasedExpertContractTest;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RuleBasedSentimentExpertTest extends RuleBasedExpertContractTest<RuleBasedSentimentExpert> {

    @Override
    protected RuleBasedSentimentExpert fresh() {
        RuleBasedSentimentExpert expert = new RuleBasedSentimentExpert();
        // Known only later: must not change what is said before.
        expert.observe(news(5_000, "Shares surge"));
        return expert;
    }

    @Test
    void saysThatItReusesPriceAndFlow() {
        ExpertOpinion opinion = fresh().observe(Snapshots.at(0, Snapshots.leaning(1).build()));

        assertThat(opinion.sentiment().fromPriceAndFlow()).isTrue();
        assertThat(opinion.sentiment().newsScore()).isNull();
    }

    /** 19: price and flow went by the name of sentiment, and mocks of news had the status live. */
    @Test
    @Tag("defect-19")
    void withoutNewsNothingIsSaidToBeSentimentOfNews() {
        RuleBasedSentimentExpert expert = new RuleBasedSentimentExpert();

        ExpertOpinion opinion = expert.observe(Snapshots.at(0, Snapshots.leaning(1).build()));

        assertThat(opinion.inputQuality())
                .contains(new InputQuality("news", Quality.ABSENT))
                .doesNotContain(new InputQuality("news", Quality.OK));
        assertThat(opinion.sentiment().newsScore()).isNull();
        assertThat(opinion.sentiment().newsCount()).isZero();
        assertThat(opinion.sentiment().fromPriceAndFlow()).isTrue();
        assertThat(opinion.contributions()).noneMatch(each -> each.input().equals("NEWS"));
    }

    /** 19: one input that was made up makes the whole group so, whatever the others are. */
    @Test
    @Tag("defect-19")
    void whatIsMadeUpNeverPassesForLive() {
        FeatureVector features =
                Snapshots.leaning(1)
                        .set(Feature.RETURN_60M, 0.001)
                        .set(Feature.VAPI_FA_5M, 1, Quality.SYNTHETIC)
                        .build();

        ExpertOpinion opinion = new RuleBasedSentimentExpert().observe(Snapshots.at(0, features));

        assertThat(opinion.inputQuality())
                .contains(new InputQuality("price-and-flow", Quality.SYNTHETIC));
    }

    @Test
    void newsIsNotKnownBeforeItWasReceived() {
        RuleBasedSentimentExpert expert = new RuleBasedSentimentExpert();
        expert.observe(news(10, "Company beats estimates"));
        FeatureVector nothing = new FeatureVector.Builder().build();

        assertThat(expert.observe(Snapshots.at(10, nothing)).abstained()).isTrue();
        ExpertOpinion after = expert.observe(Snapshots.at(11, nothing));

        assertThat(after.sentiment().newsScore()).isEqualTo(1);
        assertThat(after.sentiment().newsAgeMillis()).isEqualTo(1000);
        assertThat(after.sentiment().fromPriceAndFlow()).isFalse();
    }

    @Test
    void oldNewsIsForgotten() {
        RuleBasedSentimentExpert expert = new RuleBasedSentimentExpert();
        expert.observe(news(0, "Company beats estimates"));

        ExpertOpinion opinion =
                expert.observe(Snapshots.at(3_601, new FeatureVector.Builder().build()));

        assertThat(opinion.abstained()).isTrue();
    }

    @Test
    void lexiconKnowsNegationAndHedge() {
        assertThat(Lexicon.score("Profits surge to a record")).isEqualTo(1);
        assertThat(Lexicon.score("Company does not beat estimates")).isEqualTo(-1);
        assertThat(Lexicon.score("Regulator may approve; shares could rally")).isEqualTo(0.5);
        assertThat(Lexicon.score("Strong quarter, weak outlook")).isEqualTo(0);
        assertThat(Lexicon.score("Company holds annual meeting")).isNull();
    }

    private static NewsItem news(int second, String headline) {
        long time = Snapshots.TEN_O_CLOCK + second * 1000L;
        return new NewsItem(
                "n" + second, time, time, "test", second, headline, null, List.of("SPY"));
    }
}
