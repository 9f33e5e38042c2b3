package io.huihui.jobs.config;

import io.huihui.connectors.tone.ToneFiles;
import io.huihui.models.Require;
import io.huihui.models.expert.sentiment.ClassifierScorer;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.text.ToneClassifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How news is read.
 *
 * @param toneFile classifier of tone, written by {@code ./huihui train sentiment --fast}; empty to
 *     read by the lexicon. It is read where the job is submitted and travels with it.
 */
public record SentimentSettings(String toneFile) {

    public SentimentSettings {
        Require.present("sentiment.toneFile", toneFile);
    }

    static SentimentSettings defaults() {
        return new SentimentSettings("");
    }

    /**
     * Returns what reads the tone of headlines.
     *
     * @throws InvalidConfigException with one sentence when the file is none, is damaged, or needs
     *     a sentence model, which does not run in the stream
     */
    public HeadlineScorer scorer() {
        if (toneFile.isEmpty()) {
            return new LexiconScorer();
        }
        Path file = Path.of(toneFile);
        if (!Files.isReadable(file)) {
            throw new InvalidConfigException(
                    "need a readable file at sentiment.toneFile, was none at "
                            + toneFile
                            + "; make one by ./huihui train sentiment --fast, or leave the key"
                            + " empty to read by the lexicon");
        }
        return new ClassifierScorer(quick(file));
    }

    private static ToneClassifier quick(Path file) {
        ToneClassifier classifier;
        try {
            classifier = ToneFiles.read(file);
        } catch (IOException damaged) {
            throw new InvalidConfigException(
                    "need a classifier of tone at sentiment.toneFile, was unreadable: "
                            + file
                            + ": "
                            + damaged.getMessage()
                            + "; make it again by ./huihui train sentiment --fast");
        }
        if (classifier.needsModel()) {
            throw new InvalidConfigException(
                    "need a classifier trained with --fast at sentiment.toneFile, was one that needs"
                            + " the sentence model "
                            + classifier.modelVersion()
                            + ": "
                            + file);
        }
        return classifier;
    }
}
