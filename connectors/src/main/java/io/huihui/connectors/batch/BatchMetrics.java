package io.huihui.connectors.batch;

import io.huihui.models.breaker.Breaker;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer counts, in the metric group {@code store} of its operator: rows, rows that were
 * already there (a replay), batches, retries, the age and duration of the last batch, and how often
 * the store was left alone; a breaker that opens or closes is logged too, as a sink has no other
 * way to say so.
 */
final class BatchMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(BatchMetrics.class);

    private static final String GROUP = "store";

    private final Counter rows;
    private final Counter rowsAlreadyThere;
    private final Counter batches;
    private final Counter retries;
    private final Counter breakersOpened;
    private final Counter breakersClosed;
    private volatile Breaker.State breaker = Breaker.State.CLOSED;
    private volatile long lastFlushAgeMillis;
    private volatile long lastSendMillis;

    BatchMetrics(MetricGroup operator) {
        MetricGroup group = operator.addGroup(GROUP);
        rows = group.counter("rows");
        rowsAlreadyThere = group.counter("rowsAlreadyThere");
        batches = group.counter("batches");
        retries = group.counter("retries");
        breakersOpened = group.counter("breakersOpened");
        breakersClosed = group.counter("breakersClosed");
        group.gauge("breakersNotClosed", () -> breaker == Breaker.State.CLOSED ? 0L : 1L);
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

    /**
     * Hears how the breaker is after a try.
     *
     * @param unavailable why it failed; null when it did not
     */
    void breaker(Breaker.State now, String store, StoreUnavailableException unavailable) {
        if (breaker == Breaker.State.CLOSED && now == Breaker.State.OPEN) {
            breakersOpened.inc();
            LOG.warn(
                    "{} keeps failing and is left alone for a while; rows wait; the last: {}",
                    store,
                    unavailable.getMessage());
        } else if (breaker != Breaker.State.CLOSED && now == Breaker.State.CLOSED) {
            breakersClosed.inc();
            LOG.info("{} answers again", store);
        }
        breaker = now;
    }

    void retried() {
        retries.inc();
    }
}
