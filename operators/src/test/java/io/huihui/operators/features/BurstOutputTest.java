package io.huihui.operators.features;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BurstOutputTest {

    private static final OutputTag<String> SIDE = new OutputTag<>("side", Types.STRING);

    private final List<String> passedOn = new ArrayList<>();
    private final BurstOutput<String> burst = new BurstOutput<>(new Listed(passedOn), 2);
    private final TimestampedCollector<String> collector = new TimestampedCollector<>(burst);

    @Test
    void holdsRecordsUntilThereAreMoreThanItMayHold() {
        collector.collect("a");
        collector.collect("b");
        assertThat(passedOn).isEmpty();
        collector.collect("c");
        assertThat(passedOn).containsExactly("a", "b");
    }

    @Test
    void keepsTheOrderOfRecordsAndSideOutputs() {
        collector.collect("a");
        burst.collect(SIDE, new StreamRecord<>("with a"));
        collector.collect("b");
        burst.collect(SIDE, new StreamRecord<>("with b"));
        burst.send();
        assertThat(passedOn).containsExactly("a", "side: with a", "b", "side: with b");
    }

    @Test
    void keepsTheTimeOfEachThoughTheCollectorUsesOneRecord() {
        collector.setAbsoluteTimestamp(7);
        collector.collect("a");
        collector.setAbsoluteTimestamp(8);
        collector.collect("b");
        burst.send();
        assertThat(passedOn).containsExactly("a at 7", "b at 8");
    }

    @Test
    void nothingOvertakesWhatIsHeld() {
        collector.collect("a");
        burst.emitWatermark(new Watermark(1));
        collector.collect("b");
        burst.emitWatermarkStatus(WatermarkStatus.IDLE);
        assertThat(passedOn).containsExactly("a", "watermark 1", "b", "idle");
    }

    @Test
    void sendsNothingTwice() {
        collector.collect("a");
        burst.send();
        burst.send();
        assertThat(passedOn).containsExactly("a");
    }

    @Test
    void whatAFailedTaskHeldIsNotSent() {
        collector.collect("a");
        burst.close();
        assertThat(passedOn).containsExactly("closed");
    }

    /** Says what it gets. */
    private record Listed(List<String> said) implements Output<StreamRecord<String>> {

        @Override
        public void collect(StreamRecord<String> record) {
            said.add(
                    record.hasTimestamp()
                            ? record.getValue() + " at " + record.getTimestamp()
                            : record.getValue());
        }

        @Override
        public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
            said.add(tag.getId() + ": " + record.getValue());
        }

        @Override
        public void emitWatermark(Watermark mark) {
            said.add("watermark " + mark.getTimestamp());
        }

        @Override
        public void emitWatermark(WatermarkEvent event) {
            said.add("watermark event");
        }

        @Override
        public void emitWatermarkStatus(WatermarkStatus status) {
            said.add(status.isIdle() ? "idle" : "active");
        }

        @Override
        public void emitLatencyMarker(LatencyMarker marker) {
            said.add("marker");
        }

        @Override
        public void emitRecordAttributes(RecordAttributes attributes) {
            said.add("attributes");
        }

        @Override
        public void close() {
            said.add("closed");
        }
    }
}
