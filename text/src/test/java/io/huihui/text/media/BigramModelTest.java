package io.huihui.text.media;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BigramModelTest {

    @Test
    void countsAreDiscountedAndTheRestIsBackedOff() {
        // "a b" twice, "a c" once: P(b|a) = (2 - .5) / 3, P(c|a) = (1 - .5) / 3; 1/3 is left.
        BigramModel model = BigramModel.of(language(List.of("a b", "a b", "a c"), "d"));

        assertThat(model.probability("a", "b")).isCloseTo(0.5, within(1e-12));
        assertThat(model.probability("a", "c")).isCloseTo(0.5 / 3, within(1e-12));
        // Alone: a 3.5, b 2.5, c 1.5, d .5, end 3.5, of 11.5; unseen after a: a, d, end = 7.5/11.5.
        assertThat(model.probability("a", "d")).isCloseTo(1.0 / 3 * 0.5 / 7.5, within(1e-12));
        assertThat(model.probability("a", "zebra")).isZero();
    }

    @Test
    void arpaFormatSaysHowManyLinesThereAre() {
        StringBuilder out = new StringBuilder();
        BigramModel.of(language(List.of("a b"), "d")).writeTo(out);

        // Words a, b, d, start and end; pairs start-a, a-b, b-end.
        assertThat(out.toString())
                .startsWith("\\data\\\nngram 1=5\nngram 2=3\n")
                .contains("-99.0000 <s> ")
                .contains("-0.3010 a b\n")
                .endsWith("\\end\\\n");
        assertThat(out.toString().lines().filter(line -> line.startsWith("-"))).hasSize(8);
    }

    @Property(tries = 100)
    void afterEachWordTheProbabilitiesSumToOne(
            @ForAll @Size(min = 1, max = 8)
                    List<
                                    @Size(min = 1, max = 5) List<
                                            @CharRange(from = 'a', to = 'e')
                                            @StringLength(value = 1) String>>
                            sentences) {
        MarketLanguage language =
                new MarketLanguage(sentences, new TreeSet<>(List.of("f", "g")), new TreeMap<>());
        BigramModel model = BigramModel.of(language);

        for (String before : language.words()) {
            double sum = model.probability(before, "</s>");
            for (String word : language.words()) {
                sum += model.probability(before, word);
            }
            assertThat(sum).as("after " + before).isCloseTo(1, within(1e-9));
        }
    }

    private static MarketLanguage language(List<String> sentences, String more) {
        return new MarketLanguage(
                sentences.stream().map(sentence -> List.of(sentence.split(" ", -1))).toList(),
                new TreeSet<>(List.of(more)),
                new TreeMap<>());
    }
}
