package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

class TrainedSentimentExpertTest {

    private static ExpertOpinion judge(FeatureVector features, NewsMention... mentions) {
        TrainedSentimentExpert expert = new TrainedSentimentExpert();
        for (NewsMention mention : mentions) {
            expert.hear(mention);
        }
        return expert.observe(Snapshots.at(100, features));
    }

    private static NewsMention[] burst(int tone) {
        NewsMention[] stories = new NewsMention[8];
        Arrays.setAll(stories, i -> Stories.told(90, "source " + i, "Profit of SPY", tone));
        return stories;
    }

    @Test
    void burstsOfGoodAndBadNewsMirrorEachOther() {
        FeatureVector features = Snapshots.leaning(0).build();
        ExpertOpinion good = judge(features, burst(1));
        ExpertOpinion bad = judge(features, burst(-1));

        for (Horizon horizon : Horizon.values()) {
            assertThat(good.thesis(horizon).up()).isGreaterThan(good.thesis(horizon).down());
            assertThat(bad.thesis(horizon).down())
                    .isCloseTo(good.thesis(horizon).up(), offset(1e-12));
        }
    }

    @Test
    void oneStoryLeansToNoSide() {
        ExpertOpinion opinion =
                judge(Snapshots.leaning(0).build(), Stories.told(90, "reuters", "Profit beats", 1));

        assertThat(opinion.abstained()).isFalse();
        for (Horizon horizon : Horizon.values()) {
            assertThat(opinion.thesis(horizon).up()).isEqualTo(opinion.thesis(horizon).down());
        }
    }

    /** Price and flow have experts of their own. */
    @Test
    void priceAndFlowGiveNoDirection() {
        ExpertOpinion bull = judge(Snapshots.leaning(2).build(), burst(1));
        ExpertOpinion bear = judge(Snapshots.leaning(-2).build(), burst(1));

        for (Horizon horizon : Horizon.values()) {
            double up = bull.thesis(horizon).up() / bull.thesis(horizon).down();
            assertThat(bear.thesis(horizon).up() / bear.thesis(horizon).down())
                    .isCloseTo(up, offset(1e-9));
        }
        assertThat(bull.sentiment().fromPriceAndFlow()).isFalse();
    }

    @Test
    void newsThatCannotBeReadIsNoOpinion() {
        ExpertOpinion opinion =
                judge(
                        Snapshots.leaning(0).build(),
                        Stories.of(90, "reuters", "SPY names a chairman", null));

        assertThat(opinion.abstained()).isTrue();
        assertThat(opinion.abstainReason())
                .isEqualTo(
                        "need a story of the last hour whose tone can be read, was none among 1;"
                                + " feed news of SPY");
        assertThat(opinion.inputQuality().get(0).quality()).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void detailSaysWhatItWasReadFrom() {
        ExpertOpinion opinion =
                judge(
                        Snapshots.leaning(0).build(),
                        Stories.told(80, "reuters", "Profit beats all estimates", 1),
                        Stories.told(90, "bloomberg", "Profit beats all estimates", 1));

        assertThat(opinion.sentiment().newsCount()).isEqualTo(2);
        assertThat(opinion.sentiment().score()).isEqualTo(1);
        assertThat(opinion.sentiment().componentSpread()).isEqualTo(0);
        assertThat(opinion.sentiment().fearGreed()).isEqualTo(100);
        assertThat(opinion.sentiment().channels().noveltyShare()).isEqualTo(0.5);
        assertThat(opinion.sentiment().channels().optionsFear()).isNull();
    }
}
