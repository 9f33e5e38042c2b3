package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimhashTest {

    private static final String FIRST =
            "Apple beats quarterly profit estimates and lifts its outlook";

    @Test
    void whatAWireSendsAgainIsTheSame() {
        assertThat(Simhash.of("UPDATE 2-" + FIRST)).isEqualTo(Simhash.of(FIRST));
        assertThat(Simhash.of("CORRECTED - " + FIRST)).isEqualTo(Simhash.of(FIRST));
        assertThat(Simhash.of("BREAKING: " + FIRST.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(Simhash.of(FIRST));
    }

    @Test
    void changedEndingIsNearAndAnotherStoryIsFar() {
        String rewritten = FIRST + " again";
        String other = "Jury finds against Tesla, damages in the billions";

        assertThat(Simhash.distance(Simhash.of(FIRST), Simhash.of(rewritten)))
                .isLessThanOrEqualTo(NearDuplicates.ALIKE_BITS);
        assertThat(Simhash.distance(Simhash.of(FIRST), Simhash.of(other)))
                .isGreaterThan(NearDuplicates.ALIKE_BITS + 5);
    }

    @Test
    void textWithoutWordsIsZero() {
        assertThat(Simhash.of("...")).isZero();
        assertThat(Simhash.distance(0, -1)).isEqualTo(64);
    }
}
