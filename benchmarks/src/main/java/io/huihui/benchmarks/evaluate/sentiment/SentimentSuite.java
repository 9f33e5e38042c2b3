package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.OutsideResults;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.Tone;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneTrainer;
import io.huihui.text.language.ToneModels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How well tone is read on the Financial PhraseBank, by cross validation in five folds; a seed is
 * one way to deal the sentences into folds. Everything that is chosen, is chosen inside the four
 * folds that are trained on. Beside it, in the same folds: the usual TF-IDF with logistic
 * regression, ours without the sentence model, and the lexicon.
 */
public final class SentimentSuite implements Suite {

    static final int FOLDS = 5;

    static final double LEAST_ACCURACY = 0.85;
    static final double LEAST_MACRO_F1 = 0.80;

    private final List<Confusion> full = new ArrayList<>();
    private final List<Confusion> fast = new ArrayList<>();
    private final List<Confusion> baseline = new ArrayList<>();
    private final List<Confusion> lexicon = new ArrayList<>();

    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public String question() {
        return "How often is the tone of a sentence of financial news read as people read it?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<LabelledSentence> sentences = PhraseBank.recorded();
        ToneTrainer trainer = new ToneTrainer(ToneModels.sentenceModel());
        progress.say(sentences.size() + " sentences; reading their meaning once");
        double[] embedMicros = new double[1];
        float[][] embeddings = timed(() -> trainer.embed(sentences), embedMicros);
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            crossValidate(sentences, embeddings, trainer, seed);
            progress.say(
                    "seed "
                            + seed
                            + ": accuracy "
                            + full.get(full.size() - 1).accuracy()
                            + ", macro F1 "
                            + full.get(full.size() - 1).macroF1());
        }
        double[] fastMicros = new double[1];
        ToneClassifier quick = new ToneTrainer(null).train(sentences);
        timed(
                () -> sentences.stream().map(s -> quick.probabilities(s.text(), null)).toList(),
                fastMicros);
        Metric accuracy = metric("accuracy", full, baseline, Confusion::accuracy);
        Metric macroF1 = metric("macro_f1", full, baseline, Confusion::macroF1);
        List<Metric> metrics =
                List.of(
                        accuracy,
                        macroF1,
                        metric("ece", full, null, Confusion::calibrationError),
                        metric("fast_accuracy", fast, baseline, Confusion::accuracy),
                        metric("fast_macro_f1", fast, baseline, Confusion::macroF1),
                        metric("lexicon_accuracy", lexicon, baseline, Confusion::accuracy),
                        metric("lexicon_macro_f1", lexicon, baseline, Confusion::macroF1),
                        Metric.of(
                                "micros_per_headline",
                                embedMicros[0] / sentences.size(),
                                "us by the clock, sentence model"),
                        Metric.of(
                                "fast_micros_per_headline",
                                fastMicros[0] / sentences.size(),
                                "us by the clock, without it"));
        List<Metric> guards = List.of(metric("fast_ece", fast, null, Confusion::calibrationError));
        boolean pass = accuracy.value() >= LEAST_ACCURACY && macroF1.value() >= LEAST_MACRO_F1;
        return new Bench.Result(metrics, guards, pass);
    }

    private void crossValidate(
            List<LabelledSentence> sentences,
            float[][] embeddings,
            ToneTrainer trainer,
            long seed) {
        Confusion ours = new Confusion();
        Confusion oursFast = new Confusion();
        Confusion usual = new Confusion();
        Confusion words = new Confusion();
        List<List<Integer>> folds = PhraseBank.folds(sentences, FOLDS, seed);
        for (List<Integer> test : folds) {
            List<Integer> training = new ArrayList<>();
            folds.stream().filter(fold -> fold != test).forEach(training::addAll);
            List<LabelledSentence> shown = training.stream().map(sentences::get).toList();
            float[][] vectors = training.stream().map(i -> embeddings[i]).toArray(float[][]::new);
            ToneClassifier classifier = trainer.train(shown, vectors);
            ToneClassifier quick = new ToneTrainer(null).train(shown);
            LogisticBaseline logistic = new LogisticBaseline(shown, seed);
            Function<String, double[]> lexical = SentimentSuite::byLexicon;
            for (int i : test) {
                LabelledSentence sentence = sentences.get(i);
                ours.add(
                        sentence.label(),
                        classifier.probabilitiesOf(sentence.text(), embeddings[i]));
                oursFast.add(sentence.label(), quick.probabilities(sentence.text(), null));
                usual.add(sentence.label(), logistic.probabilities(sentence.text()));
                words.add(sentence.label(), lexical.apply(sentence.text()));
            }
        }
        full.add(ours);
        fast.add(oursFast);
        baseline.add(usual);
        lexicon.add(words);
    }

    private static double[] byLexicon(String text) {
        Tone tone = new LexiconScorer().score(text);
        return tone == null
                ? new double[] {0, 1, 0}
                : new double[] {tone.negative(), tone.neutral(), tone.positive()};
    }

    private interface Work<T> {
        T run();
    }

    @OutsideResults("measures the cost of reading")
    private static <T> T timed(Work<T> work, double[] micros) {
        long start = System.nanoTime();
        T result = work.run();
        micros[0] = (System.nanoTime() - start) / 1e3;
        return result;
    }

    private static Metric metric(
            String name,
            List<Confusion> ours,
            List<Confusion> reference,
            ToDoubleFunction<Confusion> figure) {
        Bootstrap.Interval interval = Bootstrap.of(ours.stream().mapToDouble(figure).toArray());
        Double beside =
                reference == null
                        ? null
                        : Arrays.stream(reference.stream().mapToDouble(figure).toArray())
                                .average()
                                .orElseThrow();
        return new Metric(name, interval.mean(), interval.low(), interval.high(), beside, "share");
    }
}
