package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * A story moves the price.
 *
 * @param jumpLogReturn signed
 * @param stories number of stories of the burst
 */
public record NewsShock(
        String symbol,
        long eventTimeMillis,
        String topic,
        int direction,
        double jumpLogReturn,
        int stories)
        implements TruthRecord {

    public NewsShock {
        Require.text("symbol", symbol);
        Require.text("topic", topic);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("jumpLogReturn", jumpLogReturn);
    }

    static NewsShock read(TruthLine.Reader line) {
        return new NewsShock(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.text("topic"),
                line.small("direction"),
                line.real("jumpLogReturn"),
                line.small("stories"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.NEWS_SHOCK;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(topic);
        line.add(direction);
        line.add(jumpLogReturn);
        line.add(stories);
    }
}
