package io.huihui.models.expert.sentiment;

import io.huihui.models.event.NewsItem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShockDetectorTest {

    private static final long OPEN = 1_700_000_000_000L;
    private static final int SHOCK_SECOND = 600;
    private static final Tone BAD = new Tone(0.9, 0.1, 0);

    private static final List<String> STORIES =
            List.of(
                    "Chief resigns without notice",
                    "Finance chief leaves amid an audit",
                    "Shareholders sue over concealed losses",
                    "Jury awards damages in the billions");

    private final ShockDetector detector = new ShockDetector();

    @Test
    void burstThatThePriceConfirmsIsAShock() {
        calm(detector, 0, SHOCK_SECOND);
        assertThat(story(detector, SHOCK_SECOND, 0, "wire")).isNull();
        assertThat(price(detector, SHOCK_SECOND + 1, 99)).as("one story is no burst").isNull();

        Shock shock = story(detector, SHOCK_SECOND + 20, 1, "wire");

        assertThat(shock.direction()).isEqualTo(-1);
        assertThat(shock.stories()).isEqualTo(2);
        assertThat(shock.firstStoryMillis()).isEqualTo(at(SHOCK_SECOND));
        assertThat(shock.latencyMillis()).isEqualTo(20_000);
        assertThat(shock.lastStoryId()).isEqualTo("n" + (SHOCK_SECOND + 20));
        assertThat(shock.tone()).isCloseTo(-0.9, within(1e-12));
        assertThat(shock.priceZ()).isLessThan(-5);
    }

    @Test
    void storiesWithoutAMoveAndAMoveWithoutStoriesAreNone() {
        calm(detector, 0, SHOCK_SECOND);
        for (int i = 0; i < STORIES.size(); i++) {
            assertThat(story(detector, SHOCK_SECOND + i, i, "wire")).isNull();
        }
        calm(detector, SHOCK_SECOND + 10, SHOCK_SECOND + 300);

        assertThat(price(detector, SHOCK_SECOND + 301, 95)).isNull();
    }

    @Test
    void oneBurstAlertsOnce() {
        calm(detector, 0, SHOCK_SECOND);
        story(detector, SHOCK_SECOND, 0, "wire");
        price(detector, SHOCK_SECOND + 1, 99);
        assertThat(story(detector, SHOCK_SECOND + 20, 1, "wire")).isNotNull();

        assertThat(story(detector, SHOCK_SECOND + 30, 2, "wire")).isNull();
        assertThat(story(detector, SHOCK_SECOND + 40, 3, "wire")).isNull();
    }

    @Test
    void repeatsAreSuppressedAndEchoesOfOtherSourcesCount() {
        calm(detector, 0, SHOCK_SECOND);
        story(detector, SHOCK_SECOND, 0, "wire");
        price(detector, SHOCK_SECOND + 1, 99);

        assertThat(story(detector, SHOCK_SECOND + 2, 0, "wire")).isNull();
        assertThat(detector.suppressed()).isEqualTo(1);
        assertThat(story(detector, SHOCK_SECOND + 3, 0, "press")).isNotNull();
    }

    /** The same source has few phrases for a subject: they count again in the next burst. */
    @Test
    void whatWasToldBeforeTheBurstCountsAgain() {
        calm(detector, 0, SHOCK_SECOND);
        story(detector, SHOCK_SECOND - 200, 0, "wire");
        story(detector, SHOCK_SECOND - 190, 1, "wire");
        calm(detector, SHOCK_SECOND - 180, SHOCK_SECOND);

        story(detector, SHOCK_SECOND, 0, "wire");
        price(detector, SHOCK_SECOND + 1, 99);

        assertThat(story(detector, SHOCK_SECOND + 2, 1, "wire")).isNotNull();
        assertThat(detector.suppressed()).isZero();
    }

    @Test
    void aSecondShockIsFoundOnceTheFirstIsOver() {
        calm(detector, 0, SHOCK_SECOND);
        story(detector, SHOCK_SECOND, 0, "wire");
        price(detector, SHOCK_SECOND + 1, 99);
        assertThat(story(detector, SHOCK_SECOND + 2, 1, "wire")).isNotNull();
        calm(detector, SHOCK_SECOND + 3, SHOCK_SECOND + 400);

        story(detector, SHOCK_SECOND + 400, 2, "wire");
        price(detector, SHOCK_SECOND + 401, 95);

        assertThat(story(detector, SHOCK_SECOND + 402, 3, "wire")).isNotNull();
    }

    @Test
    void wrongClocksChangeNothingButOldStoriesAreLeftOut() {
        calm(detector, 0, SHOCK_SECOND);
        detector.observe("SPY", item(SHOCK_SECOND, STORIES.get(0), "wire", 120_000), BAD);
        price(detector, SHOCK_SECOND + 1, 99);
        detector.observe("SPY", item(SHOCK_SECOND + 2, STORIES.get(1), "wire", -3_600_000), BAD);
        assertThat(detector.suppressed()).as("an hour old").isEqualTo(1);

        assertThat(
                        detector.observe(
                                "SPY",
                                item(SHOCK_SECOND + 3, STORIES.get(2), "wire", -120_000),
                                BAD))
                .isNotNull();
    }

    @Test
    void restoredDetectorGoesOnBitByBit() throws IOException {
        calm(detector, 0, SHOCK_SECOND);
        story(detector, SHOCK_SECOND, 0, "wire");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.writeTo(new DataOutputStream(bytes));
        ShockDetector restored = new ShockDetector();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        price(detector, SHOCK_SECOND + 1, 99);
        price(restored, SHOCK_SECOND + 1, 99);

        assertThat(story(restored, SHOCK_SECOND + 20, 1, "wire"))
                .isNotNull()
                .isEqualTo(story(detector, SHOCK_SECOND + 20, 1, "wire"));
    }

    @Test
    void surpriseIsThePoissonTail() {
        StoryBurst burst = new StoryBurst();
        burst.add(OPEN, 1, 0, "a", 1, Double.NaN);
        burst.add(OPEN, 2, 0, "b", 1, Double.NaN);

        // Six an hour are .3 in three minutes: P(2 or more) = 1 - e^-.3 (1 + .3) = .036936.
        assertThat(burst.surprise()).isCloseTo(-Math.log(0.036936), within(1e-4));
        assertThat(burst.tone()).isNull();
    }

    @Test
    void deviationIsThatOfTheSecondsBefore() {
        RecentPrices prices = new RecentPrices();
        for (int i = 0; i <= 200; i++) {
            prices.add(at(i), i % 2 == 0 ? 100 : 100 * Math.exp(1e-4));
        }

        // Every second moved by 1e-4: two seconds deviate by 1e-4 x sqrt(2).
        prices.add(at(202), 100 * Math.exp(1e-3));
        assertThat(prices.largestMove(at(200), 60_000, 0)).isBetween(6.0, 7.2);
        prices.add(at(203), 100);
        assertThat(prices.largestMove(at(200), 60_000, 0))
                .as("what came back again was a move all the same")
                .isBetween(5.0, 7.2);
        assertThat(prices.largestMove(at(-1), 60_000, 0)).as("no price so old").isNaN();
        assertThat(prices.largestMove(at(203), 60_000, 0)).as("none after").isNaN();
    }

    private static void calm(ShockDetector detector, int from, int to) {
        for (int second = from; second < to; second++) {
            price(detector, second, second % 2 == 0 ? 100 : 100.01);
        }
    }

    private static Shock price(ShockDetector detector, int second, double price) {
        return detector.observe("SPY", at(second), price);
    }

    private static Shock story(ShockDetector detector, int second, int which, String source) {
        return detector.observe("SPY", item(second, STORIES.get(which), source, -1_000), BAD);
    }

    private static NewsItem item(int second, String headline, String source, long publishedAfter) {
        long received = at(second);
        return new NewsItem(
                "n" + second,
                received + publishedAfter,
                received,
                source,
                second,
                headline,
                null,
                List.of("SPY"));
    }

    private static long at(int second) {
        return OPEN + second * 1_000L;
    }
}
