package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceFeaturesTest {

    @Test
    void numbersTellWhichWayAFigureWent() {
        assertThat(comparisons("Profit was EUR 13.1 mn, compared to EUR 8.7 mn a year earlier"))
                .containsExactly("up GOOD_FIGURE");
        assertThat(comparisons("The loss narrowed to 2 million from 900 thousand"))
                .as("two million is more than nine hundred thousand")
                .containsExactly("up BAD_FIGURE");
        assertThat(comparisons("Sales went from 8 mn to 7 mn")).containsExactly("down GOOD_FIGURE");
        assertThat(comparisons("Rooms 12 and 14 are open")).isEmpty();
        assertThat(comparisons("Founded in 1998, listed in 2005")).as("years").isEmpty();
    }

    @Test
    void otherNumbersGiveTheSameWords() {
        assertThat(SentenceFeatures.of("sales of 12.5 mn").hashes(FeatureGroup.WORDS))
                .isEqualTo(SentenceFeatures.of("sales of 7 mn").hashes(FeatureGroup.WORDS));
    }

    @Test
    void everyGroupIsCounted() {
        SentenceFeatures features = SentenceFeatures.of("profit rose");

        // Two words and two edges: 4 + 3 + 2 runs of up to three.
        assertThat(features.hashes(FeatureGroup.WORDS)).hasSize(9);
        // " profit " has 6 + 5 + 4 runs of three to five letters, " rose " 4 + 3 + 2.
        assertThat(features.hashes(FeatureGroup.LETTERS)).hasSize(24);
        // GOOD_FIGURE, UP and both in a row; beside the direction its figure, by class and word.
        assertThat(features.hashes(FeatureGroup.PATTERNS)).hasSize(5);
        assertThat(features.hashes(FeatureGroup.GAPS)).isEmpty();
    }

    private static List<String> comparisons(String text) {
        List<String> words = Words.of(text);
        WordClass[] classes = words.stream().map(WordClasses::of).toArray(WordClass[]::new);
        List<String> found = new ArrayList<>();
        NumberComparison.read(
                words, classes, (up, figure) -> found.add((up ? "up " : "down ") + figure));
        return found;
    }
}
