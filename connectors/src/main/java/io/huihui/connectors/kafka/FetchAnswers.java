package io.huihui.connectors.kafka;

import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

import java.util.List;
import java.util.Map;

/**
 * How often Kafka has answered the consumer of a source task. A partition without records is empty
 * only if Kafka was asked for them and had none; a consumer that is still connecting, or whose
 * thread this machine has no turn for, has not asked (docs/decisions/0095).
 *
 * <p>Flink gives no access to its consumers, so this is one of Kafka's own plug-ins, which a
 * consumer makes in its constructor. Flink calls that on the thread of the source task, as it does
 * all of the watermarks; so the two meet by their thread, and by nothing that has to be unique.
 */
public final class FetchAnswers implements MetricsReporter {

    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String ANSWERS = "fetch-total";

    private static final ThreadLocal<FetchAnswers> OF_TASK = new ThreadLocal<>();

    private volatile KafkaMetric answers;

    /**
     * Returns how many requests of the consumer of this thread's task Kafka has answered, with
     * records or without; -1 if the task has no consumer, because it has no partition.
     */
    static long ofThisTask() {
        FetchAnswers made = OF_TASK.get();
        return made == null || made.answers == null ? -1 : made.count();
    }

    private long count() {
        return ((Number) answers.metricValue()).longValue();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        OF_TASK.set(this);
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        metrics.forEach(this::metricChange);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        if (metric.metricName().name().equals(ANSWERS)
                && metric.metricName().group().equals(GROUP)) {
            answers = metric;
        }
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {
        // The last count stays: a consumer that was closed answers no more.
    }

    @Override
    public void close() {
        // Holds nothing but the metric.
    }
}
