package io.huihui.models.explanation;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** FLOW says UP with .8 and confidence .8, SENTIMENT DOWN with .7 and .4: UP has .6 in the pool. */
class WordingCheckTest {

    private static final SnapshotId SNAPSHOT = new SnapshotId("SPY", 1_699_974_000_000L);

    private final Resolution resolution =
            ConflictResolver.resolve(
                    new ConflictRecord(
                            SNAPSHOT.text() + "/conflict",
                            SNAPSHOT,
                            List.of(
                                    view(Expert.FLOW, 0.8, 0.1, 0.8, "VAPI_FA_5M", 1.52),
                                    view(Expert.SENTIMENT, 0.2, 0.7, 0.4, "NEWS", -0.94)),
                            0.5,
                            true,
                            "test/1"));

    @Test
    void theTemplatesOwnWordsPass() {
        assertThat(WordingCheck.complaint(resolution, resolution.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Decision UP: flow is at 80% and outweighs sentiment.",
                "Flow's VAPI_FA_5M of 1.5 outweighs NEWS at -0.9 over 15 minutes. Decision: UP.",
                "Two views of SPY, 0.8 against 0.4 in confidence; decision up, dissent of 1."
            })
    void wordsThatSayWhatIsKnownPass(String text) {
        assertThat(WordingCheck.complaint(resolution, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flow outweighs sentiment. | need the words \"decision UP\", were missing",
                "Decision DOWN, since news are bad. | need \"decision UP\", was \"Decision DOWN\"",
                "Decision UP, later decision FLAT. | need \"decision UP\", was \"decision FLAT\"",
                "Decision UP: GIB_OI is high. | need only names that stand in the evidence, was \"GIB_OI\"",
                "Decision UP: the hp eod is high. | need only names that stand in the evidence, was \"HP_EOD\"",
                "Decision UP with 93%. | need only numbers that stand in the evidence, was \"93%\"",
                "Decision UP, target 412.5. | need only numbers that stand in the evidence, was \"412.5\"",
                "Decision UP, probability 3. | need only numbers that stand in the evidence, was \"3\""
            })
    void wordsThatClaimMoreDoNot(String text, String complaint) {
        assertThat(WordingCheck.complaint(resolution, text.strip()).orElse("accepted"))
                .isEqualTo(complaint);
    }

    @Test
    void wordsWithoutEndDoNot() {
        assertThat(WordingCheck.complaint(resolution, "decision UP ".repeat(60)))
                .hasValueSatisfying(
                        complaint ->
                                assertThat(complaint)
                                        .isEqualTo("need a text of 1 to 600 characters, was 720"));
    }

    private static ConflictView view(
            Expert expert, double up, double down, double confidence, String input, double value) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                confidence,
                List.of(new Contribution(input, value)),
                "opinion of " + expert);
    }
}
