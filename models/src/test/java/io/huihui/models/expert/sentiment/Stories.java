package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;

import java.util.List;

/** Stories about SPY for tests. */
final class Stories {

    private Stories() {}

    /**
     * A story so many seconds after ten o'clock whose tone is certain: 1 good, -1 bad, 0 neither.
     */
    static NewsMention told(int second, String source, String headline, int tone) {
        return of(
                second,
                source,
                headline,
                new Tone(tone < 0 ? 1 : 0, tone == 0 ? 1 : 0, tone > 0 ? 1 : 0));
    }

    /** A story that the scorer could not read where {@code tone} is null. */
    static NewsMention of(int second, String source, String headline, Tone tone) {
        long received = Snapshots.TEN_O_CLOCK + second * 1000L;
        return new NewsMention(
                "SPY",
                new NewsItem(
                        source + second,
                        received - 1,
                        received,
                        source,
                        second,
                        headline,
                        null,
                        List.of("SPY")),
                tone);
    }
}
