package io.huihui.models.strategy;

import io.huihui.models.serialization.BinaryState;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class StrategyComposerTest {

    private static List<StrategyProposal> all(StrategyComposer by, List<StrategySample> samples) {
        List<StrategyProposal> answers = new ArrayList<>();
        samples.forEach(sample -> answers.addAll(by.observe(sample)));
        return answers;
    }

    @Test
    void thereIsABatchAnHourOnceTwoSessionsCanBeTradedIn() {
        List<StrategySample> samples = PlantedMinutes.sessions(1, 4, 0);

        List<StrategyProposal> answers = all(new StrategyComposer(), samples);

        // Two sessions for thresholds and trades, then one hour begins at the open and six more.
        assertThat(answers.get(0).snapshot().secondEndMillis())
                .isEqualTo(PlantedMinutes.minute(2, 0));
        assertThat(answers).hasSize(2 * 8 * StrategyComposer.BATCH);
    }

    @Test
    void everyTemplateIsNewAndItsLossIsBounded() {
        List<StrategyProposal> answers =
                all(new StrategyComposer(), PlantedMinutes.sessions(1, 5, 0));

        assertThat(answers).extracting(StrategyProposal::hash).doesNotHaveDuplicates();
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            StrategyTemplate template = TemplateText.parse(answer.template());
                            assertThat(template.hash()).isEqualTo(answer.hash());
                            assertThat(answer.worstProfit()).isGreaterThanOrEqualTo(-1);
                        });
    }

    @Test
    void anEdgeThatIsPlantedIsFound() {
        for (int seed : new int[] {1, 2, 5}) {
            StrategyComposer composer = new StrategyComposer(TradingCosts.NONE);
            List<StrategyProposal> proposed =
                    all(composer, PlantedMinutes.sessions(seed, 12, 0.95)).stream()
                            .filter(StrategyProposal::isProposed)
                            .toList();

            assertThat(proposed)
                    .anySatisfy(
                            answer ->
                                    assertThat(TemplateText.parse(answer.template()).gates())
                                            .extracting(EntryGate::input)
                                            .contains(EntryInput.LEAN));
            assertThat(proposed)
                    .allSatisfy(
                            answer -> {
                                assertThat(answer.deflatedSharpe()).isGreaterThanOrEqualTo(0.95);
                                assertThat(answer.meanProfit()).isPositive();
                            });
        }
    }

    @Test
    void nothingIsProposedWhereNothingIsToBeEarned() {
        // On all but the first, some thirty sales of options meet no bad minute.
        for (int seed : new int[] {1, 7, 15, 22}) {
            List<StrategySample> samples = PlantedMinutes.sessions(seed, 8, 0);

            assertThat(all(new StrategyComposer(TradingCosts.NONE), samples))
                    .noneMatch(StrategyProposal::isProposed);
        }
    }

    @Test
    void itGoesOnWhereItsStateWasWritten() throws IOException {
        List<StrategySample> samples = PlantedMinutes.sessions(3, 7, 0.9);
        List<StrategyProposal> expected = all(new StrategyComposer(), samples);
        StrategyComposer before = new StrategyComposer();
        int half = samples.size() / 2 + 17;

        List<StrategyProposal> answers = all(before, samples.subList(0, half));
        StrategyComposer after = restored(before);
        // A job that was restored sends some again.
        answers.addAll(all(after, samples.subList(half - 200, samples.size())));

        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void theTapeKeepsTenSessions() throws IOException {
        SampleTape tape = new SampleTape();
        PlantedMinutes.sessions(1, 12, 0).forEach(tape::add);

        assertThat(tape.size()).isEqualTo(SampleTape.MOST);
        assertThat(tape.millis(0)).isEqualTo(PlantedMinutes.minute(2, 0));
        assertThat(tape.sessionStarts()).hasSize(11);
        assertThat(bytes(tape)).hasSizeLessThan(300_000);
    }

    private static StrategyComposer restored(StrategyComposer composer) throws IOException {
        StrategyComposer restored = new StrategyComposer();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(composer))));
        return restored;
    }

    private static byte[] bytes(BinaryState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
