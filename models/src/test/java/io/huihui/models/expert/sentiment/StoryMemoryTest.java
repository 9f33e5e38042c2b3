package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StoryMemoryTest {

    private static final double HALF_HOUR = 30 * 60_000.0;

    private static StoryMemory after(int second, NewsMention... mentions) {
        StoryMemory memory = new StoryMemory();
        for (NewsMention mention : mentions) {
            memory.hear(mention);
        }
        memory.advance(at(second));
        return memory;
    }

    private static long at(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1000L;
    }

    /** Half an hour old, trust 1: half a story; now, trust .8, bad: (.5 - .8) / (.5 + .8). */
    @Test
    void scoreIsTheMeanByTrustAndAge() {
        StoryMemory memory =
                after(
                        1800,
                        Stories.told(0, "reuters", "Profit beats all estimates", 1),
                        Stories.told(1799, "cnbc", "A strike closes the port", -1));

        double now = 0.8 * Math.pow(0.5, 1_000 / HALF_HOUR);
        assertThat(memory.score()).isCloseTo((0.5 - now) / (0.5 + now), within(1e-12));
        assertThat(memory.tone()).isCloseTo(0.5 - now, within(1e-12));
        assertThat(memory.age()).isEqualTo(1_000);
    }

    @Test
    void aRepeatIsNotCountedAndAnEchoHalf() {
        NewsMention first = Stories.told(0, "reuters", "Profit beats all estimates", 1);
        NewsMention repeat = Stories.told(1, "reuters", "Profit beats all estimates", 1);
        NewsMention echo = Stories.told(2, "bloomberg", "Profit beats all estimates", 1);

        assertThat(after(3, first, repeat).count()).isEqualTo(1);
        StoryMemory echoed = after(3, first, echo);
        assertThat(echoed.count()).isEqualTo(2);
        assertThat(echoed.noveltyShare()).isEqualTo(0.5);
        assertThat(echoed.tone()).as("fresh within seconds").isCloseTo(1.5, within(0.01));
    }

    @Test
    void whatIsReceivedLaterIsNotKnownYet() {
        StoryMemory memory = after(10, Stories.told(10, "reuters", "Profit beats estimates", 1));
        assertThat(memory.count()).isZero();

        memory.advance(at(11));
        assertThat(memory.count()).isEqualTo(1);
    }

    @Test
    void forgetsAfterAnHour() {
        StoryMemory memory = after(3600, Stories.told(0, "reuters", "Profit beats estimates", 1));
        assertThat(memory.count()).isEqualTo(1);

        memory.advance(at(3601));
        assertThat(memory.count()).isZero();
        assertThat(memory.score()).isNaN();
        assertThat(memory.age()).isNull();
    }

    @Test
    void oldNewsIsNoNews() {
        long received = at(1);
        NewsItem old =
                new NewsItem(
                        "1",
                        received - 2 * 3_600_000,
                        received,
                        "cnbc",
                        1,
                        "Gains",
                        null,
                        List.of());
        assertThat(after(2, new NewsMention("SPY", old, new Tone(0, 0, 1))).count()).isZero();
    }

    @Test
    void aStoryWithoutToneCountsButSaysNothing() {
        StoryMemory memory = after(2, Stories.of(1, "cnbc", "SPY names a chairman", null));

        assertThat(memory.count()).isEqualTo(1);
        assertThat(memory.readCount()).isZero();
        assertThat(memory.score()).isNaN();
    }

    /** Two subtasks before keyBy may swap stories; which is the repeat must not depend on it. */
    @Test
    void theOrderOfArrivalChangesNoBit() throws IOException {
        NewsMention one = Stories.told(5, "reuters", "Profit beats all estimates", 1);
        NewsMention two = Stories.told(5, "bloomberg", "Profit beats all estimates", 1);
        NewsMention three = Stories.told(6, "cnbc", "A strike closes the port", -1);

        assertThat(bytes(after(7, three, two, one))).isEqualTo(bytes(after(7, one, two, three)));
    }

    @Test
    void aBurstOfBadStoriesIsAShockThatFades() {
        String[] headlines = {
            "A strike closes the port", "Court bars the takeover", "Chief resigns at once",
            "Plant burns down", "Regulator opens inquiry", "Orders collapse in Asia"
        };
        StoryMemory memory = new StoryMemory();
        for (int i = 0; i < headlines.length; i++) {
            memory.hear(Stories.told(10 + i, "reuters", headlines[i], -1));
        }
        memory.advance(at(20));
        double fresh = memory.shock();
        assertThat(fresh).isLessThan(-0.5);

        for (int second = 21; second <= 20 + 1800; second++) {
            memory.advance(at(second));
        }
        assertThat(memory.shock()).isCloseTo(fresh / 4, within(0.06));
    }

    /** Two stories an hour after silence: P(2 or more of .3) = .0369, less than a quarter of 20. */
    @Test
    void onlyABurstHasALoudTone() {
        NewsMention one = Stories.told(10, "reuters", "A strike closes the port", -1);
        NewsMention two = Stories.told(11, "reuters", "Court bars the takeover", -1);
        assertThat(after(20, one, two).loudTone()).isZero();

        StoryMemory told = new StoryMemory();
        for (int source = 0; source < 8; source++) {
            told.hear(Stories.told(10, "source " + source, "A strike closes the port", -1));
        }
        told.advance(at(20));
        assertThat(told.loudTone()).isEqualTo(-1);
        told.advance(at(200));
        assertThat(told.loudTone()).as("over").isZero();
    }

    private static byte[] bytes(StoryMemory memory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        memory.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
