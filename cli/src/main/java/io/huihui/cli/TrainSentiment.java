package io.huihui.cli;

import io.huihui.benchmarks.evaluate.sentiment.PhraseBank;
import io.huihui.connectors.tone.ToneFiles;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.SentenceModel;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneTrainer;
import io.huihui.text.language.ToneModels;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

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

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(phrases)) {
            throw new UserError("need a file of labelled sentences, was no file: " + phrases);
        }
        List<LabelledSentence> sentences = PhraseBank.read(phrases);
        if (sentences.size() < FEWEST_SENTENCES) {
            throw new UserError(
                    "need at least "
                            + FEWEST_SENTENCES
                            + " labelled sentences, was "
                            + sentences.size()
                            + " in "
                            + phrases);
        }
        SentenceModel model = fast ? null : ToneModels.sentenceModel();
        ToneClassifier classifier = new ToneTrainer(model).train(sentences);
        ToneFiles.write(classifier, out);
        spec.commandLine()
                .getOut()
                .println(
                        "trained on "
                                + sentences.size()
                                + " sentences, sentence model "
                                + classifier.modelVersion()
                                + "; in "
                                + out);
        return ExitCodes.DONE;
    }
}
