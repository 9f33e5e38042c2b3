package io.huihui.connectors.batch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What a writer counts, in the metric group {@code store} of its operator: rows, rows that were
 * already there (a replay), batches, retries, and the age and duration of the last batch.
 */
final class BatchMetrics {

    private static final String GROUP = "store";

    private final Counter rows;
    private final Counter rowsAlreadyThere;
    private final Counter batches;
    private final Counter retries;
    private volatile long lastFlushAgeMillis;
    private volatile long lastSendMillis;

    BatchMetrics(MetricGroup operator) {
        MetricGroup group = operator.addGroup(GROUP);
        rows = group.counter("rows");
        rowsAlreadyThere = group.counter("rowsAlreadyThere");
        batches = group.counter("batches");
        retries = group.counter("retries");
        group.gauge("lastFlushAgeMillis", () -> lastFlushAgeMillis);
        group.gauge("lastSendMillis", () -> lastSendMillis);
    }

    void sent(long sentRows, long newRows, long flushAgeMillis, long sendMillis) {
        rows.inc(sentRows);
        rowsAlreadyThere.inc(sentRows - newRows);
        batches.inc();
        lastFlushAgeMillis = flushAgeMillis;
        lastSendMillis = sendMillis;
    }

    void retried() {
        retries.inc();
    }
}
