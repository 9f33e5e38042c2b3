package io.huihui.operators.expert;

/** When an operator that reads a second stream acts on a record. */
public enum Judging {
    /** As it arrives: for live streams, where waiting for a watermark costs a second. */
    ON_ARRIVAL,
    /** When the watermark of the other stream has passed it: for replay, where runs must agree. */
    BY_EVENT_TIME
}
