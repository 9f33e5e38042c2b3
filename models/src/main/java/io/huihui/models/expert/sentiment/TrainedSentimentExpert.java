package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.SentimentChannels;
import io.huihui.models.decision.SentimentDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.InputGroup;
import io.huihui.models.expert.ScoreMap;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.learner.MirrorSoftmax;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static io.huihui.models.expert.sentiment.FearAndGreed.Part;
import static io.huihui.models.feature.Feature.*;

/**
 * The sentiment expert: reads the tone of fresh stories by trust, age and novelty, and says with
 * fitted probabilities what the price does over 5, 15 and 60 minutes. Price and flow give no
 * direction here: they have experts of their own.
 */
public final class TrainedSentimentExpert implements SentimentExpert {

    public static final String MODEL_VERSION = "sentiment/1";

    private static final int STATE_VERSION = 1;

    private static final SentimentModels MODELS = SentimentModels.shipped();

    private final SentimentMemory memory = new SentimentMemory();

    @Override
    public Expert expert() {
        return Expert.SENTIMENT;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    @Override
    public void hear(NewsMention mention) {
        memory.hear(mention);
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        memory.take(snapshot);
        FeatureVector now = snapshot.features();
        List<InputQuality> quality = quality(now);
        if (!memory.hasTone()) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    Expert.SENTIMENT,
                    MODEL_VERSION,
                    quality,
                    "need a story of the last hour whose tone can be read, was none among "
                            + memory.stories().count()
                            + "; feed news of "
                            + snapshot.id().symbol());
        }
        double[] inputs = memory.inputs(now);
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            double[] chances = MODELS.thesis(horizon).probabilities(inputs);
            double up = chances[MirrorSoftmax.UP];
            double down = chances[MirrorSoftmax.DOWN];
            theses.add(new Thesis(horizon, up, down, chances[MirrorSoftmax.NEITHER]));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                Expert.SENTIMENT,
                theses,
                ScoreMap.volatility(memory.stories().burst()),
                central.probability(central.likeliest()),
                contributions(inputs),
                quality,
                MODEL_VERSION,
                false,
                null,
                null,
                null,
                detail(now));
    }

    private List<InputQuality> quality(FeatureVector features) {
        StoryMemory stories = memory.stories();
        Quality news =
                stories.count() == 0
                        ? Quality.ABSENT
                        : stories.readCount() == stories.count() ? Quality.OK : Quality.PARTIAL;
        return List.of(
                new InputQuality("news", news),
                InputGroup.of("options-fear", features, SKEW_25_DELTA, ATM_IV_30D),
                InputGroup.of("volatility", features, REALIZED_VOL_30M, REALIZED_VOL_60M));
    }

    /** Returns what each odd input adds to ln(up / down) at 15 minutes, largest first. */
    private static List<Contribution> contributions(double[] inputs) {
        MirrorSoftmax model = MODELS.thesis(Horizon.MINUTES_15);
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            if (model.input(i).isOdd()) {
                contributions.add(
                        new Contribution(model.input(i).name(), 2 * model.part(i, inputs)));
            }
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }

    private SentimentDetail detail(FeatureVector now) {
        StoryMemory stories = memory.stories();
        double score = stories.score();
        double spread = stories.spread();
        return new SentimentDetail(
                score,
                Math.abs(score) <= RuleBasedSentimentExpert.NAMED_DIRECTION
                        ? Bias.NEUTRAL
                        : Bias.of(score),
                Double.isNaN(spread) ? null : spread,
                score,
                stories.count(),
                stories.age(),
                memory.fearAndGreed().value(score),
                RiskLevel.of(now.get(ATM_IV_30D)),
                false,
                channels());
    }

    private SentimentChannels channels() {
        FearAndGreed fear = memory.fearAndGreed();
        return new SentimentChannels(
                memory.stories().noveltyShare(),
                memory.stories().burst(),
                memory.stories().shock(),
                fear.rank(Part.NEWS),
                fear.rank(Part.SKEW),
                fear.rank(Part.RISK_PREMIUM),
                fear.rank(Part.REALIZED_VOLATILITY),
                fear.optionsFear());
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        memory.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "sentiment expert");
        memory.readFrom(in);
    }
}
