package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.PieceStates;
import io.huihui.models.text.SentenceModel;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;
import io.huihui.models.text.ToneTrainer;
import io.huihui.network.ComputeDevice;
import io.huihui.network.ToneTuner;
import io.huihui.network.ToneTuning;
import io.huihui.network.TunedTone;
import io.huihui.text.language.LowerLayers;
import io.huihui.text.language.ToneModels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Labelled sentences as both readers of tone want them, each read once by the models that stay as
 * they are; classifiers and trained layers of any part of them.
 */
public final class TunedReader {

    private final List<LabelledSentence> sentences;
    private final ToneTrainer trainer;
    private final String lowerVersion;
    private final List<EncoderLayer> layers;
    private final List<PieceStates> states = new ArrayList<>();
    private final float[][] vectors;

    /** Reads the sentences: milliseconds each. */
    public TunedReader(List<LabelledSentence> sentences) {
        this.sentences = List.copyOf(sentences);
        SentenceModel model = ToneModels.sentenceModel();
        LowerLayers lower = ToneModels.lowerLayers();
        this.trainer = new ToneTrainer(model);
        this.lowerVersion = lower.version();
        this.layers = lower.above();
        this.vectors = trainer.embed(sentences);
        sentences.forEach(sentence -> states.add(lower.states(sentence.text())));
    }

    /** Returns the classifier on frozen models of the sentences of these numbers. */
    public ToneClassifier classifier(List<Integer> chosen) {
        return trainer.train(
                chosen.stream().map(sentences::get).toList(),
                chosen.stream().map(i -> vectors[i]).toArray(float[][]::new));
    }

    /** Returns layers trained on the sentences of these numbers: minutes. */
    public ToneEncoder encoder(
            List<Integer> chosen, ComputeDevice device, Consumer<String> progress) {
        return new ToneTuner(ToneTuning.defaults(device))
                .tune(
                        lowerVersion,
                        layers,
                        chosen.stream().map(states::get).toList(),
                        chosen.stream().map(i -> sentences.get(i).label()).toList(),
                        progress);
    }

    /** Returns how both together read the sentences of these numbers. */
    public Confusion together(TunedTone both, List<Integer> chosen) {
        Confusion confusion = new Confusion();
        for (int i : chosen) {
            LabelledSentence sentence = sentences.get(i);
            confusion.add(
                    sentence.label(),
                    both.probabilities(sentence.text(), vectors[i], states.get(i)));
        }
        return confusion;
    }

    /** Returns how the classifier alone reads the sentences of these numbers. */
    public Confusion alone(ToneClassifier classifier, List<Integer> chosen) {
        Confusion confusion = new Confusion();
        for (int i : chosen) {
            LabelledSentence sentence = sentences.get(i);
            confusion.add(
                    sentence.label(), classifier.probabilitiesOf(sentence.text(), vectors[i]));
        }
        return confusion;
    }
}
