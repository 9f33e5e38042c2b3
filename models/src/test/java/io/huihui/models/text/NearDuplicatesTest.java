package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class NearDuplicatesTest {

    private static final long NOON = 1_700_000_000_000L;
    private static final String STORY = "Regulators clear the merger without conditions";

    private final NearDuplicates memory = new NearDuplicates();

    @Test
    void sameSourceRepeatsAndAnotherEchoes() {
        assertThat(memory.judge(NOON, "wire", STORY)).isEqualTo(Novelty.NEW);
        assertThat(memory.judge(NOON + 1_000, "wire", "UPDATE 1-" + STORY))
                .isEqualTo(Novelty.REPEAT);
        assertThat(memory.judge(NOON + 2_000, "blog", STORY)).isEqualTo(Novelty.ECHO);
        assertThat(memory.judge(NOON + 3_000, "blog", STORY)).isEqualTo(Novelty.REPEAT);
        assertThat(memory.judge(NOON + 4_000, "wire", "Court blocks the acquisition"))
                .isEqualTo(Novelty.NEW);
    }

    @Test
    void afterAnHourItIsNewsAgain() {
        memory.judge(NOON, "wire", STORY);

        assertThat(memory.judge(NOON + NearDuplicates.HOUR_MILLIS - 1, "wire", STORY))
                .isEqualTo(Novelty.REPEAT);
        assertThat(memory.judge(NOON + NearDuplicates.HOUR_MILLIS, "wire", STORY))
                .isEqualTo(Novelty.NEW);
    }

    @Test
    void theWindowIsAsLongAsAskedFor() {
        NearDuplicates brief = new NearDuplicates(60_000);
        brief.judge(NOON, "wire", STORY);

        assertThat(brief.judge(NOON + 59_999, "wire", STORY)).isEqualTo(Novelty.REPEAT);
        assertThat(brief.judge(NOON + 60_000, "wire", STORY)).isEqualTo(Novelty.NEW);
    }

    @Test
    void memoryIsBoundedAndTheOldestGoes() {
        memory.judge(NOON, "wire", STORY);
        for (int i = 0; i < NearDuplicates.CAPACITY; i++) {
            memory.judge(NOON, "source " + i, "story number " + i + " of many " + i * 7919);
        }

        assertThat(memory.judge(NOON, "wire", STORY)).isEqualTo(Novelty.NEW);
    }

    @Test
    void restoredMemoryKnowsWhatItKnew() throws IOException {
        memory.judge(NOON, "wire", STORY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        memory.writeTo(new DataOutputStream(bytes));

        NearDuplicates restored = new NearDuplicates();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(restored.judge(NOON, "wire", STORY)).isEqualTo(Novelty.REPEAT);
    }
}
