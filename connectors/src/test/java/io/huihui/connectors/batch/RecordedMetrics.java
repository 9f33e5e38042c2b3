package io.huihui.connectors.batch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

import java.util.Map;
import java.util.TreeMap;

/** Keeps what is counted, so that a test can read it. */
public final class RecordedMetrics extends UnregisteredMetricsGroup {

    private final Map<String, Counter> counters = new TreeMap<>();
    private final Map<String, Gauge<?>> gauges = new TreeMap<>();

    @Override
    public MetricGroup addGroup(String name) {
        return this;
    }

    @Override
    public Counter counter(String name) {
        return counters.computeIfAbsent(name, unused -> new SimpleCounter());
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        gauges.put(name, gauge);
        return gauge;
    }

    public long count(String name) {
        return counters.get(name).getCount();
    }

    public long level(String name) {
        return (Long) gauges.get(name).getValue();
    }
}
