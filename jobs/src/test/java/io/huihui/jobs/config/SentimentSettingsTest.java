package io.huihui.jobs.config;

import io.huihui.connectors.tone.ToneFiles;
import io.huihui.models.expert.sentiment.ClassifierScorer;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.SentenceModel;
import io.huihui.models.text.ToneLabel;
import io.huihui.models.text.ToneTrainer;

import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SentimentSettingsTest {

    @TempDir Path folder;

    /** Knows nothing: every text has the same vector but for its length. */
    private static final class Blank implements SentenceModel {

        @Override
        public String version() {
            return "blank/1";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, text.length()};
        }
    }

    private static List<LabelledSentence> sentences() {
        List<LabelledSentence> sentences = new ArrayList<>();
        String[] subjects = {"Profit", "Revenue", "Margin", "Turnover", "Income", "Backlog"};
        for (String subject : subjects) {
            for (int year = 2010; year < 2016; year++) {
                sentences.add(
                        new LabelledSentence(subject + " rose in " + year, ToneLabel.POSITIVE));
                sentences.add(
                        new LabelledSentence(subject + " fell in " + year, ToneLabel.NEGATIVE));
                sentences.add(
                        new LabelledSentence(subject + " is told in " + year, ToneLabel.NEUTRAL));
            }
        }
        return sentences;
    }

    private Path write(SentenceModel model) throws IOException {
        Path file = folder.resolve("tone.gz");
        ToneFiles.write(new ToneTrainer(model).train(sentences()), file);
        return file;
    }

    @Test
    void withoutAFileTheLexiconReads() {
        assertThat(SentimentSettings.defaults().scorer()).isInstanceOf(LexiconScorer.class);
    }

    /** It travels to the tasks by Java's serialization. */
    @Test
    void aQuickClassifierReadsTheSameAfterItsJourney() throws Exception {
        HeadlineScorer scorer = new SentimentSettings(write(null).toString()).scorer();

        HeadlineScorer arrived =
                InstantiationUtil.clone(scorer, SentimentSettingsTest.class.getClassLoader());

        assertThat(scorer).isInstanceOf(ClassifierScorer.class);
        assertThat(arrived.score("Profit rose again")).isEqualTo(scorer.score("Profit rose again"));
        assertThat(arrived.score("Profit rose again").score()).isPositive();
        assertThat(arrived.score("Profit fell again").score()).isNegative();
    }

    @Test
    void whatCannotReadInTheStreamIsRefusedWithASentence() throws IOException {
        assertThatThrownBy(() -> new SentimentSettings("/none/tone.gz").scorer())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageStartingWith(
                        "need a readable file at sentiment.toneFile, was none at /none/tone.gz");
        Path damaged = Files.writeString(folder.resolve("damaged.gz"), "no classifier");
        assertThatThrownBy(() -> new SentimentSettings(damaged.toString()).scorer())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageStartingWith(
                        "need a classifier of tone at sentiment.toneFile, was unreadable");
        String full = write(new Blank()).toString();
        assertThatThrownBy(() -> new SentimentSettings(full).scorer())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("trained with --fast")
                .hasMessageContaining("blank/1");
    }
}
