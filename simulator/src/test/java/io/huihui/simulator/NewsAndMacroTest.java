package io.huihui.simulator;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.truth.MacroSurprise;
import io.huihui.simulator.truth.MediaTruth;
import io.huihui.simulator.truth.NewsShock;
import io.huihui.simulator.truth.StateSwitch;
import io.huihui.simulator.truth.StoryTruth;
import io.huihui.simulator.truth.TopicLife;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Stories carry their truth, shocks and surprises switch states. */
class NewsAndMacroTest {

    private static Tape tape;

    @BeforeAll
    static void simulate() {
        tape =
                Tape.of(
                        SimulationConfig.of(21, 5, 2)
                                .withRates(new Rates(0.2, 0.2, 0, 5, 0, 0.1, 0, 12))
                                .withOptions(new OptionGrid(1, 5)));
    }

    @Test
    void everyStoryHasItsTruth() {
        Map<String, StoryTruth> truths =
                tape.truth(StoryTruth.class).stream()
                        .collect(Collectors.toMap(StoryTruth::storyId, s -> s));

        assertThat(tape.news.size()).isGreaterThan(500);
        assertThat(tape.news).allMatch(n -> truths.containsKey(n.id()));
        Set<Integer> polarities =
                truths.values().stream().map(StoryTruth::polarity).collect(Collectors.toSet());
        assertThat(polarities).containsExactlyInAnyOrder(-1, 0, 1);
    }

    @Test
    void someStoriesAreSentTwiceAndSomeClocksRunFast() {
        long distinct = tape.news.stream().map(NewsItem::id).distinct().count();

        assertThat(distinct).isLessThan(tape.news.size());
        assertThat(tape.news).anyMatch(n -> n.publishedTimeMillis() > n.receivedTimeMillis());
    }

    @Test
    void topicsAreBornDuringTheSessionAndDie() {
        assertThat(tape.truth(TopicLife.class)).anyMatch(TopicLife::born).anyMatch(t -> !t.born());
    }

    @Test
    void aShockBringsABurstOfStoriesAndANewState() {
        assertThat(tape.truth(NewsShock.class)).isNotEmpty();
        for (NewsShock shock : tape.truth(NewsShock.class)) {
            long stories =
                    tape.truth(StoryTruth.class).stream()
                            .filter(s -> s.shock() && s.symbol().equals(shock.symbol()))
                            .filter(s -> s.polarity() == shock.direction())
                            .filter(
                                    s ->
                                            Math.abs(s.eventTimeMillis() - shock.eventTimeMillis())
                                                    < 180_000)
                            .count();

            assertThat(stories).isGreaterThanOrEqualTo(2);
            assertThat(tape.truth(StateSwitch.class))
                    .anyMatch(
                            s ->
                                    s.cause() == SwitchCause.NEWS
                                            && s.symbol().equals(shock.symbol())
                                            && s.eventTimeMillis() == shock.eventTimeMillis());
        }
    }

    @Test
    void mediaHoldTextThatOnlyTheTruthKnows() {
        assertThat(tape.media).isNotEmpty().allMatch(m -> m.extractedText() == null);
        assertThat(tape.truth(MediaTruth.class)).hasSameSizeAs(tape.media);
    }

    @Test
    void threeFiguresAWeekAreAnnouncedBeforeTheyComeOut() {
        long released = tape.macro.stream().filter(m -> m.actual() != null).count();

        assertThat(released).isEqualTo(3);
        for (MacroRelease release : tape.macro) {
            assertThat(tape.macro)
                    .anyMatch(
                            m ->
                                    m.actual() == null
                                            && m.releaseTimeMillis() == release.releaseTimeMillis()
                                            && m.eventTimeMillis() < m.releaseTimeMillis());
        }
    }

    @Test
    void largeSurprisesSwitchEverySymbolWithinTwoMinutes() {
        for (MacroSurprise surprise : tape.truth(MacroSurprise.class)) {
            long switched =
                    tape.truth(StateSwitch.class).stream()
                            .filter(s -> s.cause() == SwitchCause.MACRO)
                            .filter(s -> s.eventTimeMillis() >= surprise.eventTimeMillis())
                            .filter(s -> s.eventTimeMillis() < surprise.eventTimeMillis() + 120_000)
                            .count();

            assertThat(switched).isEqualTo(Math.abs(surprise.surpriseZ()) >= 1 ? 2 : 0);
        }
    }
}
