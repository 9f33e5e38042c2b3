package io.huihui.simulator.truth;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Horizon;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.MicroState;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.dirt.Flaw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TruthLogTest {

    private static final long T = 1_767_623_400_000L;

    private static final List<TruthRecord> ALL =
            List.of(
                    new StateSwitch(
                            "SPY",
                            T,
                            MarketState.PIN,
                            MarketState.STRESS,
                            -1,
                            SwitchCause.MACRO,
                            Precursor.NONE,
                            T),
                    new MicroSwitch("SPY", T, MicroState.CHURN),
                    new InformedEpisode("SPY", T, T + 1, 1, 0.1 + 0.2),
                    new Accumulation("SPY", T, T + 1, -1, -1e-17),
                    new SpoofEpisode("SPY", T, T + 1, 1, 300),
                    new ToxicBurst("SPY", T, T + 1, -1, 5_000, -0.001),
                    new CorrelationBreak("SPY", T, T + 1, 0.9, -0.2),
                    new TopicLife("CHIPS", T, true),
                    new NewsShock("SPY", T, "CHIPS", 1, 0.01, 7),
                    new StoryTruth("SPY", T, "SPY-1", "CHIPS", 0, false),
                    new MediaTruth("m|1", T, "a bar | a backslash \\ a\nline", 1),
                    new MacroSurprise("CPI", T, -2.5),
                    new DealerPressure("SPY", T, 1e9, -2, 3, 4),
                    new ThesisTruth("SPY", T, Horizon.MINUTES_15, 0.5, 0.2, 0.3, 1e-4, 2e-3),
                    new RawFlaw("SPY", T, 7, Flaw.CROSSED));

    @TempDir Path folder;

    @Test
    void everyKindReadsBackToTheSameRecord() throws IOException {
        assertThat(ALL.stream().map(TruthRecord::kind)).containsExactly(TruthKind.values());

        try (TruthWriter writer = new TruthWriter(folder)) {
            ALL.forEach(writer::truth);
        }

        assertThat(TruthReader.readAll(folder)).isEqualTo(ALL);
    }

    @Test
    void wrongLinesAreRefusedByNumber() throws IOException {
        for (String bad :
                Arrays.asList(
                        "NO_SUCH_KIND|SPY",
                        "MICRO_SWITCH|SPY|" + T,
                        "MICRO_SWITCH|SPY|" + T + "|CHURN|more",
                        "MICRO_SWITCH|SPY|noon|CHURN",
                        "MACRO_SURPRISE|CPI|" + T + "|NaN",
                        "TOPIC_LIFE|CHIPS|" + T + "|yes",
                        "SPOOF_EPISODE|SPY|" + T + "|" + T + "|2|300.0")) {
            Files.writeString(
                    folder.resolve(TruthWriter.FILE), TruthWriter.HEADER + "\n" + bad + "\n");

            assertThatThrownBy(() -> TruthReader.readAll(folder))
                    .as(bad)
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("line 2 of the truth log");
        }
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(TruthWriter.FILE), "something else\n");

        assertThatThrownBy(() -> TruthReader.readAll(folder))
                .hasMessageContaining("starts with " + TruthWriter.HEADER);
    }
}
