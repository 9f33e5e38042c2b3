package io.huihui.benchmarks.evaluate.media;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EditsTest {

    @Test
    void wordsLeftOutPutInAndMistaken() {
        List<String> truth = List.of("fed", "holds", "rates", "steady");

        assertThat(Edits.words(truth, truth)).isEqualTo(new Edits.Count(0, 4));
        assertThat(Edits.words(truth, List.of("fed", "rates", "steady")).wrong()).isEqualTo(1);
        assertThat(Edits.words(truth, List.of("the", "fed", "holds", "rates", "steady")).wrong())
                .isEqualTo(1);
        assertThat(Edits.words(truth, List.of("fed", "old", "rates", "study")).wrong())
                .isEqualTo(2);
        assertThat(Edits.words(truth, List.of()).rate()).isEqualTo(1);
    }

    @Test
    void turnOfTheLinesDoesNotCount() {
        assertThat(Edits.anywhere(List.of("Price", "10:30 11:30"), "10:30 11:30\nPrice"))
                .isEqualTo(new Edits.Count(0, 16));
    }

    @Test
    void aMistakenCharacterAndAMissingTextCount() {
        assertThat(Edits.anywhere(List.of("Low 412.35"), "Low 412,35").wrong()).isEqualTo(1);
        assertThat(Edits.anywhere(List.of("Low 412.35", "High"), "Low 412.35").wrong())
                .isEqualTo(4);
    }

    @Test
    void whatNobodyWroteCounts() {
        assertThat(Edits.anywhere(List.of("Low 412.35"), "Low 412.35 ~~ |").wrong()).isEqualTo(3);
        assertThat(Edits.anywhere(List.of("Low", "Low"), "Low Low Low").wrong()).isEqualTo(3);
    }

    @Test
    void oneTextIsFoundAmongOthers() {
        assertThat(Edits.found("Fed holds", "10:30 Fed  hold 11:30"))
                .isEqualTo(new Edits.Count(1, 9));
    }

    @Property(tries = 200)
    void textsReadRightAreRightInAnyTurn(
            @ForAll @Size(min = 1, max = 6)
                    List<@AlphaChars @StringLength(min = 1, max = 8) String> texts) {
        List<String> turned = new ArrayList<>(texts);
        Collections.reverse(turned);

        assertThat(Edits.anywhere(texts, String.join("\n", texts)).wrong())
                .isEqualTo(Edits.anywhere(turned, String.join("\n", texts)).wrong());
        assertThat(Edits.found(texts.get(0), String.join(" ", turned)).wrong()).isZero();
    }
}
