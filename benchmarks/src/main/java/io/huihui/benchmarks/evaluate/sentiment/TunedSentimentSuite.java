package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TunedTone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well tone is read when upper layers of a sentence model are trained for it, in the folds of
 * {@link SentimentSuite}: minutes of training a fold. Beside it the classifier on frozen models.
 */
public final class TunedSentimentSuite implements Suite {

    private final List<Confusion> tuned = new ArrayList<>();
    private final List<Confusion> frozen = new ArrayList<>();

    @Override
    public String name() {
        return "sentiment-tuned";
    }

    @Override
    public String question() {
        return "How often is the tone of a sentence read as people read it, by trained layers too?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<LabelledSentence> sentences = PhraseBank.recorded();
        progress.say(sentences.size() + " sentences; reading their meaning once");
        TunedReader reader = new TunedReader(sentences);
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Confusion both = new Confusion();
            Confusion alone = new Confusion();
            List<List<Integer>> folds = PhraseBank.folds(sentences, SentimentSuite.FOLDS, seed);
            for (List<Integer> test : folds) {
                List<Integer> shown = new ArrayList<>();
                folds.stream().filter(fold -> fold != test).forEach(shown::addAll);
                ToneClassifier classifier = reader.classifier(shown);
                ToneEncoder encoder = reader.encoder(shown, ComputeDevice.CPU, progress::say);
                try (TunedTone reads = new TunedTone(classifier, encoder, ComputeDevice.CPU)) {
                    both.add(reader.together(reads, test));
                }
                alone.add(reader.alone(classifier, test));
                progress.say(
                        "seed "
                                + seed
                                + " so far: accuracy "
                                + both.accuracy()
                                + ", frozen "
                                + alone.accuracy());
            }
            tuned.add(both);
            frozen.add(alone);
        }
        Metric accuracy = metric("accuracy", Confusion::accuracy);
        Metric macroF1 = metric("macro_f1", Confusion::macroF1);
        List<Metric> guards = List.of(metric("ece", Confusion::calibrationError));
        boolean pass =
                accuracy.value() >= SentimentSuite.LEAST_ACCURACY
                        && macroF1.value() >= SentimentSuite.LEAST_MACRO_F1;
        return new Bench.Result(List.of(accuracy, macroF1), guards, pass);
    }

    private Metric metric(String name, ToDoubleFunction<Confusion> figure) {
        double beside = frozen.stream().mapToDouble(figure).average().orElseThrow();
        double[] ours = tuned.stream().mapToDouble(figure).toArray();
        return Bootstrap.metric(name, ours, beside, "share");
    }
}
