package io.huihui.simulator.truth;

import io.huihui.models.Require;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.chain.SwitchCause;

/**
 * The latent market state changed.
 *
 * @param from equals {@code to} at the open
 * @param direction +1 or -1: drift of a trending state, without meaning in the others
 * @param precursor what announced it
 * @param precursorMillis when the announcement began; the event time when there was none
 */
public record StateSwitch(
        String symbol,
        long eventTimeMillis,
        MarketState from,
        MarketState to,
        int direction,
        SwitchCause cause,
        Precursor precursor,
        long precursorMillis)
        implements TruthRecord {

    public StateSwitch {
        Require.text("symbol", symbol);
        Require.present("from", from);
        Require.present("to", to);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.present("cause", cause);
        Require.present("precursor", precursor);
    }

    static StateSwitch read(TruthLine.Reader line) {
        return new StateSwitch(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.choice("from", MarketState.class),
                line.choice("to", MarketState.class),
                line.small("direction"),
                line.choice("cause", SwitchCause.class),
                line.choice("precursor", Precursor.class),
                line.whole("precursorMillis"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.STATE_SWITCH;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(from.name());
        line.add(to.name());
        line.add(direction);
        line.add(cause.name());
        line.add(precursor.name());
        line.add(precursorMillis);
    }
}
