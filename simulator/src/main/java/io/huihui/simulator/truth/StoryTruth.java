package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * What one story is about and whether it is good (+1), bad (-1) or neither (0).
 *
 * @param shock whether it belongs to a shock
 */
public record StoryTruth(
        String symbol,
        long eventTimeMillis,
        String storyId,
        String topic,
        int polarity,
        boolean shock)
        implements TruthRecord {

    public StoryTruth {
        Require.text("symbol", symbol);
        Require.text("storyId", storyId);
        Require.text("topic", topic);
        Require.within("polarity", polarity, -1, 1);
    }

    static StoryTruth read(TruthLine.Reader line) {
        return new StoryTruth(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.text("storyId"),
                line.text("topic"),
                line.small("polarity"),
                line.flag("shock"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.STORY_TRUTH;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(storyId);
        line.add(topic);
        line.add(polarity);
        line.add(shock);
    }
}
