package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.SentimentDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.InputGroup;
import io.huihui.models.expert.ScoreMap;
import io.huihui.models.expert.ScoreSum;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.feature.Feature.*;

/**
 * The predecessor's sentiment, kept as the baseline which later models must beat: the mean of a
 * price score and a flow score, to which fresh news is added where it is fed. Price and flow are
 * not sentiment; {@link SentimentDetail#fromPriceAndFlow} says so in every opinion that uses them.
 */
public final class RuleBasedSentimentExpert implements SentimentExpert {

    public static final String MODEL_VERSION = "baseline-sentiment/1";

    private static final int STATE_VERSION = 1;

    /** Beyond this score the predecessor named a direction. */
    static final double NAMED_DIRECTION = 0.2;

    /** The predecessor's fear and greed: 50 + 40 x score. */
    private static final double NEUTRAL_GREED = 50;

    private static final double GREED_PER_SCORE = 40;

    private final NewsMemory news = new NewsMemory();

    @Override
    public Expert expert() {
        return Expert.SENTIMENT;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    /** Remembers an item; one without a word of the lexicon says nothing and is left out. */
    public void observe(NewsItem item) {
        String text = item.body() == null ? item.headline() : item.headline() + " " + item.body();
        Double score = Lexicon.score(text);
        if (score != null) {
            news.add(item.receivedTimeMillis(), score);
        }
    }

    /** Reads the item itself, by its own lexicon. */
    @Override
    public void hear(NewsMention mention) {
        observe(mention.item());
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        long now = snapshot.id().secondEndMillis();
        news.forgetBefore(now);
        ScoreSum sum = score(features, now);
        List<InputQuality> quality = quality(features, now);
        if (sum.count() == 0) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    Expert.SENTIMENT,
                    MODEL_VERSION,
                    quality,
                    "need fresh news, a 60-minute return or VAPI-FA, was none of them; wait for the"
                            + " warm-up or feed news");
        }
        double score = sum.mean();
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(ScoreMap.thesis(horizon, score));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                Expert.SENTIMENT,
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                sum.contributions(),
                quality,
                MODEL_VERSION,
                false,
                null,
                null,
                null,
                detail(features, now, sum));
    }

    private ScoreSum score(FeatureVector features, long now) {
        // The predecessor's price term is tanh(change in percent / 2).
        double priceScore = Math.tanh(features.orNaN(RETURN_60M) * 100 / 2);
        return new ScoreSum()
                .add(RETURN_60M.name(), 1, priceScore)
                .add(VAPI_FA_5M.name(), 1, ScoreMap.ofZ(features.orNaN(VAPI_FA_5M)))
                .add("NEWS", 1, news.score(now));
    }

    private List<InputQuality> quality(FeatureVector features, long now) {
        return List.of(
                InputGroup.of("price-and-flow", features, RETURN_60M, VAPI_FA_5M),
                new InputQuality("news", news.count(now) > 0 ? Quality.OK : Quality.ABSENT));
    }

    private SentimentDetail detail(FeatureVector features, long now, ScoreSum sum) {
        double score = sum.mean();
        int newsCount = news.count(now);
        return new SentimentDetail(
                score,
                Math.abs(score) <= NAMED_DIRECTION ? Bias.NEUTRAL : Bias.of(score),
                sum.spread(),
                newsCount == 0 ? null : news.score(now),
                newsCount,
                news.age(now),
                NEUTRAL_GREED + GREED_PER_SCORE * score,
                RiskLevel.of(features.get(ATM_IV_30D)),
                features.has(RETURN_60M) || features.has(VAPI_FA_5M),
                null);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        news.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "baseline sentiment expert");
        news.readFrom(in);
    }
}
