package io.huihui.operators.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.ReadingFailure;
import io.huihui.models.media.TranscriptionConfig;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptionsTest {

    private static final long TIME = 1_700_000_000_000L;
    private static final long DEADLINE_MILLIS = 10_000;
    private static final int CAPACITY = 17;

    @Test
    void eachItemGivesOneTranscript() throws Exception {
        try (var harness = harness("answers")) {
            harness.open();
            harness.processElement(item("chart.png"), TIME);
            harness.processElement(item("call.wav"), TIME + 1);
            harness.endInput();

            assertThat(harness.extractOutputValues())
                    .extracting(Transcript::text)
                    .containsExactlyInAnyOrder("read: chart.png", "read: call.wav");
        }
    }

    @Test
    void whatWasBeingReadIsReadAgainAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness("stuck")) {
            harness.open();
            harness.processElement(item("chart.png"), TIME);
            state = harness.snapshot(1, 1);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
        try (var harness = harness("answers")) {
            harness.setup();
            harness.initializeState(state);
            harness.open();
            harness.endInput();

            assertThat(harness.extractOutputValues())
                    .extracting(Transcript::text)
                    .containsExactly("read: chart.png");
        }
    }

    @Test
    void aTranscriberThatBreaksItsWordIsGivenUp() throws Exception {
        try (var harness = harness("stuck")) {
            harness.open();
            harness.processElement(item("chart.png"), TIME);
            harness.setProcessingTime(harness.getProcessingTime() + 3 * DEADLINE_MILLIS);
            harness.endInput();

            Transcript transcript = harness.extractOutputValues().get(0);
            assertThat(transcript.failure()).isEqualTo(ReadingFailure.DEADLINE);
            assertThat(transcript.eventTimeMillis()).isEqualTo(TIME + DEADLINE_MILLIS);
        }
    }

    private static OneInputStreamOperatorTestHarness<MediaItem, Transcript> harness(String engine)
            throws Exception {
        TranscriptionConfig config = TranscriptionConfig.off().reading(engine);
        return new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        new Transcriptions(config),
                        3 * DEADLINE_MILLIS,
                        CAPACITY,
                        OutputMode.UNORDERED),
                TypeInformation.of(MediaItem.class)
                        .createSerializer(new ExecutionConfig().getSerializerConfig()));
    }

    private static MediaItem item(String content) {
        return new MediaItem(
                content, TIME, "wire", 7, MediaKind.IMAGE, content, null, null, List.of("SPY"));
    }
}
