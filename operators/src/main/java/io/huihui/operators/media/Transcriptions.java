package io.huihui.operators.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;
import io.huihui.models.media.Transcriber;
import io.huihui.models.media.TranscriberProvider;
import io.huihui.models.media.TranscriptionConfig;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/**
 * media => transcript of each, read by engines on threads of their own.
 *
 * <p>What comes out goes to a topic and nowhere else: the job takes transcripts from there, so that
 * no watermark ever waits for an engine and a replay reads what was recorded.
 */
public final class Transcriptions extends RichAsyncFunction<MediaItem, Transcript> {

    public static final String UID = "transcriptions";

    private static final long serialVersionUID = 1L;

    /** A transcriber keeps the deadline itself; this is for one that does not. */
    private static final int TIMEOUT_IN_DEADLINES = 3;

    private final TranscriptionConfig config;

    private transient Transcriber transcriber;
    private transient Counter texts;
    private transient Counter failures;

    Transcriptions(TranscriptionConfig config) {
        this.config = config;
    }

    /** Returns one transcript per item, in the order in which they are done. */
    public static SingleOutputStreamOperator<Transcript> attach(
            DataStream<MediaItem> media, TranscriptionConfig config) {
        // As many as the engines may have: what is more waits in the topic, not here.
        int capacity = config.atOnce() + config.waiting();
        return AsyncDataStream.unorderedWait(
                        media,
                        new Transcriptions(config),
                        TIMEOUT_IN_DEADLINES * config.deadlineMillis(),
                        TimeUnit.MILLISECONDS,
                        capacity)
                .returns(TypeInformation.of(Transcript.class))
                .uid(UID)
                .name("Transcriptions");
    }

    @Override
    public void open(OpenContext context) {
        texts =
                getRuntimeContext()
                        .getMetricGroup()
                        .counter("texts", new ThreadSafeSimpleCounter());
        failures =
                getRuntimeContext()
                        .getMetricGroup()
                        .counter("failures", new ThreadSafeSimpleCounter());
        ClassLoader loader = getRuntimeContext().getUserCodeClassLoader();
        transcriber =
                ServiceLoader.load(TranscriberProvider.class, loader)
                        .findFirst()
                        .map(provider -> provider.open(config))
                        .orElse(null);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // A transcriber's answer never fails.
    public void asyncInvoke(MediaItem item, ResultFuture<Transcript> result) {
        if (transcriber == null) {
            answer(
                    result,
                    Transcript.of(
                            item,
                            Transcript.NO_ENGINE,
                            Reading.failed(
                                    ReadingFailure.ENGINE_MISSING,
                                    "need the module huihui-text with what it depends on in the"
                                            + " cluster's lib folder, was absent"),
                            config.deadlineMillis()));
            return;
        }
        transcriber.transcribe(item).thenAccept(transcript -> answer(result, transcript));
    }

    @Override
    public void timeout(MediaItem item, ResultFuture<Transcript> result) {
        answer(
                result,
                Transcript.of(
                        item,
                        Transcript.NO_ENGINE,
                        Reading.failed(
                                ReadingFailure.DEADLINE,
                                "need an answer, was none long after the deadline"),
                        config.deadlineMillis()));
    }

    private void answer(ResultFuture<Transcript> result, Transcript transcript) {
        (transcript.failure() == null ? texts : failures).inc();
        result.complete(List.of(transcript));
    }

    @Override
    public void close() {
        if (transcriber != null) {
            transcriber.close();
        }
    }
}
