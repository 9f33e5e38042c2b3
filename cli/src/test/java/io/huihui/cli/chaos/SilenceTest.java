package io.huihui.cli.chaos;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTest {

    private final Silence silence = new Silence();

    @Test
    void aVerdictOnItsWayDoesNotHideTheSilenceBehindIt() {
        silence.begin(100);
        silence.heard(110);
        silence.heard(500);
        silence.heard(520);

        assertThat(silence.longest(530)).isEqualTo(390);
    }

    @Test
    void aSilenceThatGoesOnCounts() {
        silence.begin(100);
        silence.heard(150);

        assertThat(silence.longest(900)).isEqualTo(750);
    }

    @Test
    void whatWasBeforeTheFaultIsNotItsDoing() {
        silence.begin(0);
        silence.heard(5_000);
        silence.begin(6_000);
        silence.heard(6_200);

        assertThat(silence.longest(6_300)).isEqualTo(200);
    }
}
