package io.huihui.models.expert.sentiment.narrative;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class NarrativeTrackerTest {

    private static final long START = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final Set<String> NAMES = Set.of("SPY", "AAPL", "MSFT");

    private final List<NarrativeEvent> events = new ArrayList<>();
    private final NarrativeTracker tracker = new NarrativeTracker();

    @Test
    void newSubjectAfterTheWarmUpIsAShift() {
        background(tracker, 0, 90);
        events.clear();

        long first = tell(tracker, 91, "Port strike delays shipments of AAPL");
        long second = tell(tracker, 92, "Port strike delays shipments of MSFT");
        assertThat(events).isEmpty();
        long third = tell(tracker, 93, "Port strike: shipments of SPY delayed");

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(events).hasSize(1);
        NarrativeEvent born = events.get(0);
        assertThat(born.kind()).isEqualTo(NarrativeEvent.Kind.BORN);
        assertThat(born.shift()).isTrue();
        assertThat(born.keywords()).contains("port", "strike", "shipment");
        assertThat(tracker.living()).contains(first);
    }

    @Test
    void whatIsThereFromTheStartOrComesSeldomIsNoShift() {
        background(tracker, 0, 90);
        assertThat(events).isNotEmpty().noneMatch(NarrativeEvent::shift);
        events.clear();

        tell(tracker, 91, "Jury finds against AAPL");
        tell(tracker, 131, "Jury finds against MSFT");
        tell(tracker, 171, "Jury finds against SPY");

        assertThat(events).hasSize(1);
        assertThat(events.get(0).shift()).isFalse();
    }

    @Test
    void silentTopicDiesAndItsNumberIsNotUsedAgain() {
        for (int minute = 0; minute < 3; minute++) {
            tell(tracker, minute, "Port strike delays shipments");
        }
        long dead = tracker.living().get(0);

        tell(tracker, 400, "Broker upgrades AAPL to buy");

        assertThat(events)
                .extracting(NarrativeEvent::kind)
                .containsExactly(NarrativeEvent.Kind.BORN, NarrativeEvent.Kind.DIED);
        assertThat(tracker.keywords(dead, 5)).isEmpty();
        assertThat(tell(tracker, 401, "Port strike delays shipments")).isGreaterThan(dead);
    }

    @Test
    void numbersAreTheSameAfterARestart() throws IOException {
        background(tracker, 0, 90);
        tell(tracker, 91, "Port strike delays shipments of AAPL");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tracker.writeTo(new DataOutputStream(bytes));
        NarrativeTracker restored = new NarrativeTracker();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        for (int minute = 92; minute < 96; minute++) {
            String headline = "Port strike delays shipments of MSFT";
            assertThat(tell(restored, minute, headline)).isEqualTo(tell(tracker, minute, headline));
        }
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        tracker.writeTo(new DataOutputStream(one));
        restored.writeTo(new DataOutputStream(other));
        assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 2 * NarrativeTracker.MOST_TOPICS; i++) {
            // Words of letters only, all different.
            String word = Integer.toString(100_000 + i, 26).replaceAll("[0-9]", "z");
            tell(tracker, i / 100, "subject" + word + i + " object" + word + i);
        }
        for (int i = 0; i < 300; i++) {
            tell(tracker, 20 + i / 100, "common theme with word" + i);
        }

        assertThat(tracker.living().size()).isLessThanOrEqualTo(NarrativeTracker.MOST_TOPICS);
        assertThat(tracker.keywords(tracker.living().get(0), 1_000)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void wordsOfATopicAreStemmedAndWithoutNames() {
        assertThat(TopicWords.of("AAPL's rates rise: policies, losses and the 3 banks", NAMES))
                .containsExactly("rate", "rise", "policy", "losse", "bank");
    }

    private void background(NarrativeTracker to, int from, int until) {
        for (int minute = from; minute < until; minute += 3) {
            tell(to, minute, "Central bank signals higher rates");
            tell(to, minute + 1, "Oil spikes, costs climb");
        }
    }

    private long tell(NarrativeTracker to, int minute, String headline) {
        return to.observe(START + minute * MINUTE, headline, NAMES, events::add);
    }
}
