package io.huihui.connectors.batch;

import io.huihui.models.breaker.Breaker;

import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.MetricGroup;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/**
 * Gathers rows and sends them when the batch is full, when its first row has waited long enough,
 * and before every checkpoint. One batch is all that is ever buffered: while a store does not
 * answer, the writer holds the task thread, and Flink holds back the stream. A store that keeps
 * failing is left alone behind a breaker and asked ever less often, so that it is not kept down by
 * us. No row is dropped; when the store stays away, the job fails and goes on from its last
 * checkpoint.
 *
 * <p>No state is kept: what was not sent before a checkpoint does not exist, and what is sent again
 * after a restore is recognised by the store by its key.
 */
public final class BatchingWriter<T> implements SinkWriter<T> {

    private final BatchTarget<T> target;
    private final BatchConfig config;
    private final ProcessingTimeService time;
    private final Pause pause;
    private final BatchMetrics metrics;
    private final Breaker breaker;

    private long firstRowMillis;
    private ScheduledFuture<?> timer;

    public BatchingWriter(
            BatchTarget<T> target,
            BatchConfig config,
            ProcessingTimeService time,
            Pause pause,
            MetricGroup operatorMetrics) {
        this.target = target;
        this.config = config;
        this.time = time;
        this.pause = pause;
        this.metrics = new BatchMetrics(operatorMetrics);
        this.breaker = new Breaker(target.name(), config.breaker(), time::getCurrentProcessingTime);
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        boolean first = target.rows() == 0;
        target.add(row);
        if (first && target.rows() > 0) {
            firstRowMillis = time.getCurrentProcessingTime();
            scheduleFlush();
        }
        if (target.rows() >= config.maxRows() || target.bytes() >= config.maxBytes()) {
            send();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
    }

    /** One timer at a time: it fires when the batch it was set for, or a later one, may be due. */
    private void scheduleFlush() {
        if (timer == null) {
            timer = time.registerTimer(firstRowMillis + config.maxAge().toMillis(), this::onTimer);
        }
    }

    private void onTimer(long nowMillis) throws IOException, InterruptedException {
        timer = null;
        if (target.rows() == 0) {
            return;
        }
        if (time.getCurrentProcessingTime() - firstRowMillis >= config.maxAge().toMillis()) {
            send();
        } else {
            scheduleFlush();
        }
    }

    private void send() throws IOException, InterruptedException {
        if (target.rows() == 0) {
            return;
        }
        long startMillis = time.getCurrentProcessingTime();
        long newRows = sendUntilAnswered(startMillis);
        long endMillis = time.getCurrentProcessingTime();
        metrics.sent(target.rows(), newRows, startMillis - firstRowMillis, endMillis - startMillis);
        target.clear();
    }

    private long sendUntilAnswered(long startMillis) throws IOException, InterruptedException {
        while (true) {
            if (breaker.mayCall()) {
                try {
                    long newRows = target.send();
                    breaker.succeeded();
                    metrics.breaker(breaker.state(), target.name(), null);
                    return newRows;
                } catch (StoreUnavailableException unavailable) {
                    breaker.failed();
                    metrics.breaker(breaker.state(), target.name(), unavailable);
                    giveUpWhenTooLate(startMillis, unavailable);
                    metrics.retried();
                }
            }
            pause.of(config.firstPause());
        }
    }

    private void giveUpWhenTooLate(long startMillis, StoreUnavailableException unavailable)
            throws IOException {
        long waited = time.getCurrentProcessingTime() - startMillis;
        if (waited >= config.retryFor().toMillis()) {
            throw new IOException(
                    "need "
                            + target.name()
                            + " to answer within "
                            + config.retryFor()
                            + ", was away for "
                            + Duration.ofMillis(waited)
                            + " ("
                            + unavailable.getMessage()
                            + "); bring it back: the job goes on from its last checkpoint",
                    unavailable);
        }
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
        target.close();
    }
}
