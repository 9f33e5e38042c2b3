package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NarrativesTest {

    private static final long TEN_O_CLOCK = 1_699_974_000_000L;
    private static final long MINUTE = 60_000;

    private static final String[] STRIKE = {
        "Port strike delays shipments of SPY",
        "Port strike spreads, shipments halted",
        "Shipments wait as port strike goes on"
    };

    @Test
    void aTopicIsBornWithItsThirdStoryAndDiesOfSilence() throws Exception {
        List<NarrativeEvent> events = run(stories());

        assertThat(events).extracting(NarrativeEvent::kind).contains(NarrativeEvent.Kind.BORN);
        NarrativeEvent born = events.get(0);
        assertThat(born.eventTimeMillis()).isEqualTo(TEN_O_CLOCK + 92 * MINUTE);
        assertThat(born.shift()).isTrue();
        assertThat(born.keywords()).contains("strike", "port", "shipment");
        assertThat(events)
                .anySatisfy(
                        event -> {
                            assertThat(event.kind()).isEqualTo(NarrativeEvent.Kind.DIED);
                            assertThat(event.topic()).isEqualTo(born.topic());
                        });
    }

    @Test
    void saysOfEveryStoryWhichTopicItBelongsTo() throws Exception {
        try (OneInputStreamOperatorTestHarness<NewsItem, NarrativeEvent> harness = harness()) {
            harness.open();
            for (NewsItem story : stories()) {
                harness.processElement(story, 0);
            }
            harness.processWatermark(Long.MAX_VALUE);

            List<NarratedStory> told =
                    harness.getSideOutput(Narratives.STORIES).stream()
                            .map(StreamRecord::getValue)
                            .toList();
            long topic = harness.extractOutputValues().get(0).topic();
            assertThat(told).extracting(NarratedStory::item).containsExactlyElementsOf(stories());
            assertThat(told)
                    .filteredOn(story -> story.topic() == topic)
                    .extracting(story -> story.item().headline())
                    .containsExactly(STRIKE);
        }
    }

    @Test
    void theOrderOfArrivalChangesNothing() throws Exception {
        List<NewsItem> turned = new ArrayList<>(stories());
        Collections.reverse(turned);

        assertThat(run(turned)).isEqualTo(run(stories()));
    }

    @Test
    void numbersSurviveARestart() throws Exception {
        List<NarrativeEvent> events = new ArrayList<>();
        OperatorSubtaskState state;
        List<NewsItem> stories = stories();
        try (OneInputStreamOperatorTestHarness<NewsItem, NarrativeEvent> harness = harness()) {
            harness.open();
            // All have come; the watermark lies between the second and the third of the strike.
            for (NewsItem story : stories) {
                harness.processElement(story, 0);
            }
            harness.processWatermark(TEN_O_CLOCK + 91 * MINUTE);
            state = harness.snapshot(1, 1);
            events.addAll(harness.extractOutputValues());
        }
        try (OneInputStreamOperatorTestHarness<NewsItem, NarrativeEvent> harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            events.addAll(harness.extractOutputValues());
        }

        assertThat(events).isEqualTo(run(stories));
    }

    /** One story to warm up, three of a strike an hour and a half later, one five hours later. */
    private static List<NewsItem> stories() {
        List<NewsItem> stories = new ArrayList<>();
        stories.add(story(0, "Chairman speaks of the weather"));
        for (int i = 0; i < STRIKE.length; i++) {
            stories.add(story(90 + i, STRIKE[i]));
        }
        stories.add(story(400, "Elections are called"));
        return stories;
    }

    private static NewsItem story(int minute, String headline) {
        long time = TEN_O_CLOCK + minute * MINUTE;
        return new NewsItem(
                "n" + minute, time, time, "wire", minute, headline, null, List.of("SPY"));
    }

    private static List<NarrativeEvent> run(List<NewsItem> stories) throws Exception {
        try (OneInputStreamOperatorTestHarness<NewsItem, NarrativeEvent> harness = harness()) {
            harness.open();
            for (NewsItem story : stories) {
                harness.processElement(story, 0);
            }
            harness.processWatermark(Long.MAX_VALUE);
            return harness.extractOutputValues();
        }
    }

    private static OneInputStreamOperatorTestHarness<NewsItem, NarrativeEvent> harness()
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new Narratives(), 1, 1, 0);
    }
}
