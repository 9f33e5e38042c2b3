package io.huihui.cli;

import io.huihui.benchmarks.evaluate.sentiment.Confusion;
import io.huihui.benchmarks.evaluate.sentiment.PhraseBank;
import io.huihui.benchmarks.evaluate.sentiment.TunedReader;
import io.huihui.connectors.tone.ToneFiles;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.SentenceModel;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;
import io.huihui.models.text.ToneTrainer;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TunedTone;
import io.huihui.text.language.ToneModels;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Trains the tone classifier. */
@Command(
        name = "sentiment",
        description =
                "Trains the classifier of tone from lines `sentence@label` (the form of the"
                        + " Financial PhraseBank) and writes it to a file. The file falls under the"
                        + " licence of the sentences.",
        mixinStandardHelpOptions = true)
final class TrainSentiment implements Callable<Integer> {

    /** Inner cross validation needs some of each label in every fold. */
    private static final int FEWEST_SENTENCES = 50;

    @Spec private CommandSpec spec;

    @Option(
            names = "--phrasebank",
            required = true,
            paramLabel = "FILE",
            description = "Labelled sentences, UTF-8.")
    private Path phrases;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out;

    @Option(
            names = "--fast",
            description =
                    "Without the sentence models: microseconds a headline instead of milliseconds,"
                            + " less accurate.")
    private boolean fast;

    @Option(
            names = "--fine-tune",
            description =
                    "Trains the upper layers of a sentence model, too, for minutes on a few"
                            + " processors; they go to FILE.layers, and both are believed alike.")
    private boolean fineTune;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Other labelled sentences: how many of them are read as people did.")
    private Path unseen;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "CPU",
            description =
                    "Where layers are trained: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ComputeDevice device;

    @Override
    public Integer call() throws IOException {
        if (fast && fineTune) {
            throw new UserError(
                    "need either --fast or --fine-tune, were both: trained layers need a sentence"
                            + " model");
        }
        if (device == ComputeDevice.GPU && !fineTune) {
            throw new UserError(
                    "need --fine-tune with --device GPU, was without: only layers are trained on a"
                            + " GPU, the rest is fitted on the processor");
        }
        List<LabelledSentence> sentences = read(phrases);
        if (sentences.size() < FEWEST_SENTENCES) {
            throw new UserError(
                    "need at least "
                            + FEWEST_SENTENCES
                            + " labelled sentences, was "
                            + sentences.size()
                            + " in "
                            + phrases);
        }
        List<LabelledSentence> tested = unseen == null ? List.of() : read(unseen);
        return fineTune ? tuned(sentences, tested) : frozen(sentences, tested);
    }

    private static List<LabelledSentence> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("need a file of labelled sentences, was no file: " + file);
        }
        return PhraseBank.read(file);
    }

    private int frozen(List<LabelledSentence> sentences, List<LabelledSentence> tested)
            throws IOException {
        SentenceModel model = fast ? null : ToneModels.sentenceModel();
        ToneClassifier classifier = new ToneTrainer(model).train(sentences);
        ToneFiles.write(classifier, out);
        say(
                "trained on "
                        + sentences.size()
                        + " sentences, sentence model "
                        + classifier.modelVersion()
                        + "; in "
                        + out);
        if (!tested.isEmpty()) {
            Confusion confusion = new Confusion();
            for (LabelledSentence each : tested) {
                confusion.add(each.label(), classifier.probabilities(each.text(), model));
            }
            say(confusion, tested);
        }
        return ExitCodes.DONE;
    }

    private int tuned(List<LabelledSentence> sentences, List<LabelledSentence> tested)
            throws IOException {
        List<LabelledSentence> all = new ArrayList<>(sentences);
        all.addAll(tested);
        List<Integer> shown = IntStream.range(0, sentences.size()).boxed().toList();
        List<Integer> others = IntStream.range(sentences.size(), all.size()).boxed().toList();
        TunedReader reader = new TunedReader(all);
        ToneClassifier classifier = reader.classifier(shown);
        ToneEncoder encoder = reader.encoder(shown, device, this::say);
        Path layers = out.resolveSibling(out.getFileName() + ".layers");
        ToneFiles.write(classifier, out);
        ToneFiles.write(encoder, layers);
        say(
                "trained on "
                        + sentences.size()
                        + " sentences, sentence model "
                        + classifier.modelVersion()
                        + ", layers above "
                        + encoder.lowerVersion()
                        + "; in "
                        + out
                        + " and "
                        + layers);
        if (!others.isEmpty()) {
            try (TunedTone both = new TunedTone(classifier, encoder, device)) {
                say(reader.together(both, others), tested);
            }
        }
        return ExitCodes.DONE;
    }

    private void say(Confusion confusion, List<LabelledSentence> tested) {
        say(
                String.format(
                        Locale.ROOT,
                        "accuracy %.4f, macro F1 %.4f on %d other sentences",
                        confusion.accuracy(),
                        confusion.macroF1(),
                        tested.size()));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
