package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * What dealers hold and still have to hedge.
 *
 * @param gammaPerPercent currency per 1 % move; above 0 dealers are long
 * @param vannaPerPoint currency per vol point
 * @param charmPerDay currency per day
 * @param pendingHedge currency still to buy (+) or to sell (-)
 */
public record DealerPressure(
        String symbol,
        long eventTimeMillis,
        double gammaPerPercent,
        double vannaPerPoint,
        double charmPerDay,
        double pendingHedge)
        implements TruthRecord {

    public DealerPressure {
        Require.text("symbol", symbol);
        Require.finite("gammaPerPercent", gammaPerPercent);
        Require.finite("vannaPerPoint", vannaPerPoint);
        Require.finite("charmPerDay", charmPerDay);
        Require.finite("pendingHedge", pendingHedge);
    }

    static DealerPressure read(TruthLine.Reader line) {
        return new DealerPressure(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.real("gammaPerPercent"),
                line.real("vannaPerPoint"),
                line.real("charmPerDay"),
                line.real("pendingHedge"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.DEALER_PRESSURE;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(gammaPerPercent);
        line.add(vannaPerPoint);
        line.add(charmPerDay);
        line.add(pendingHedge);
    }
}
