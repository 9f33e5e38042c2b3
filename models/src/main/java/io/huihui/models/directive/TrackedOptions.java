package io.huihui.models.directive;

import io.huihui.models.decision.OptionTrack;

/** Keeps the books of a trade's options through one second. */
final class TrackedOptions {

    private final OptionTrack now;
    private final double commissionPerUnit;
    private Long filledMillis;
    private int openUnits;
    private double entryValue;
    private double value;
    private double booked;
    private double worst;
    private double best;
    private boolean modelled;

    /**
     * @param commissionPerUnit currency to go in, or out, with all legs of one unit
     */
    TrackedOptions(OptionTrack now, double commissionPerUnit) {
        this.now = now;
        this.commissionPerUnit = commissionPerUnit;
        this.filledMillis = now.filledMillis();
        this.openUnits = now.openUnits();
        this.entryValue = now.entryValue();
        this.value = now.value();
        this.booked = now.booked();
        this.worst = now.worstProfit();
        this.best = now.bestProfit();
        this.modelled = now.modelled();
    }

    void fill(PositionMarks marks, long millis) {
        filledMillis = millis;
        entryValue = marks.enter();
        booked -= openUnits * commissionPerUnit;
        mark(marks);
    }

    void mark(PositionMarks marks) {
        value = marks.close();
        modelled = marks.modelled();
        worst = Math.min(worst, profit());
        best = Math.max(best, profit());
    }

    /** Closes one of so many parts; returns the share of the open units that was closed. */
    double closePart(int parts) {
        int closed = openUnits / parts;
        double share = (double) closed / openUnits;
        close(closed);
        return share;
    }

    void closeAll() {
        close(openUnits);
    }

    void cancel() {
        openUnits = 0;
    }

    private void close(int units) {
        booked += units * ofUnit();
        openUnits -= units;
    }

    /** What closing one unit brings over its entry, currency. */
    private double ofUnit() {
        return (value - entryValue) * now.multiplier() - commissionPerUnit;
    }

    private double profit() {
        return filledMillis == null ? 0 : booked + openUnits * ofUnit();
    }

    OptionTrack track() {
        return new OptionTrack(
                now.units(),
                openUnits,
                now.multiplier(),
                now.expiryTimeMillis(),
                now.entryLimit(),
                now.entryValidUntilMillis(),
                filledMillis,
                entryValue,
                value,
                now.stopValue(),
                now.targetValue(),
                booked,
                profit(),
                worst,
                best,
                modelled);
    }
}
