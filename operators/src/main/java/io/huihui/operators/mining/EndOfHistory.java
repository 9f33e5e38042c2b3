package io.huihui.operators.mining;

/** When all of a bounded input has been read: the last watermark there can be. */
final class EndOfHistory {

    static final long MILLIS = Long.MAX_VALUE;

    private EndOfHistory() {}
}
