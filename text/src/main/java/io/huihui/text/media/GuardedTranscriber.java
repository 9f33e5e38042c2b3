package io.huihui.text.media;

import io.huihui.models.OutsideResults;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;
import io.huihui.models.media.Transcriber;
import io.huihui.models.media.TranscriptionConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads media on a few threads of its own. What waits is bounded, what takes too long is given up,
 * an engine that keeps failing is left alone, a text that is too unsure is refused; each is a
 * transcript that says so.
 */
public final class GuardedTranscriber implements Transcriber {

    /** How long an engine that keeps failing is left alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TranscriptionConfig config;
    private final MediaContent content;
    private final Map<MediaKind, EnginePool> pools = new EnumMap<>(MediaKind.class);
    private final ThreadPoolExecutor threads;

    GuardedTranscriber(TranscriptionConfig config, Engines engines, Duration rest) {
        this.config = config;
        this.content = new MediaContent(Path.of(config.contentFolder()));
        for (MediaKind kind : MediaKind.values()) {
            pools.put(kind, new EnginePool(engines, kind, rest));
        }
        BlockingQueue<Runnable> queue =
                config.waiting() == 0
                        ? new SynchronousQueue<>()
                        : new LinkedBlockingQueue<>(config.waiting());
        threads =
                new ThreadPoolExecutor(
                        config.atOnce(),
                        config.atOnce(),
                        0,
                        TimeUnit.MILLISECONDS,
                        queue,
                        GuardedTranscriber::daemon);
    }

    /** Returns a transcriber with the engines that the configuration names. */
    public static GuardedTranscriber open(TranscriptionConfig config) {
        return new GuardedTranscriber(config, Engines.of(config, SpeechPrograms.cache()), REST);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "media-reader");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    @OutsideResults("a deadline is by the clock; what came of it is recorded in the transcript")
    public CompletableFuture<Transcript> transcribe(MediaItem item) {
        CompletableFuture<Transcript> answer = new CompletableFuture<>();
        long start = System.nanoTime();
        try {
            threads.execute(() -> read(item, start, answer));
        } catch (RejectedExecutionException full) {
            answer.complete(
                    transcript(
                            item,
                            Reading.failed(
                                    ReadingFailure.BUSY,
                                    "need at most "
                                            + config.waiting()
                                            + " media waiting, was more; raise"
                                            + " transcriptions.atOnce or .waiting")));
        }
        return answer.completeOnTimeout(
                transcript(item, late()), config.deadlineMillis(), TimeUnit.MILLISECONDS);
    }

    private Reading late() {
        return Reading.failed(
                ReadingFailure.DEADLINE,
                "need a text within " + config.deadlineMillis() + " ms, was still being read");
    }

    @OutsideResults("a deadline is by the clock; what came of it is recorded in the transcript")
    private void read(MediaItem item, long start, CompletableFuture<Transcript> answer) {
        long passed = (System.nanoTime() - start) / NANOS_PER_MILLI;
        if (answer.isDone() || passed >= config.deadlineMillis()) {
            return; // Given up while it waited.
        }
        Reading reading;
        try {
            byte[] bytes = content.read(item.contentReference());
            reading = pools.get(item.kind()).read(bytes, config.deadlineMillis() - passed);
        } catch (IOException absent) {
            reading = Reading.failed(ReadingFailure.CONTENT_MISSING, absent.getMessage());
        }
        answer.complete(transcript(item, sureEnough(item.kind(), reading)));
    }

    private Reading sureEnough(MediaKind kind, Reading reading) {
        double least =
                switch (kind) {
                    case IMAGE -> config.leastImageConfidence();
                    case AUDIO -> config.leastSpeechConfidence();
                };
        if (!reading.isText() || reading.confidence() >= least) {
            return reading;
        }
        return Reading.failed(
                ReadingFailure.LOW_CONFIDENCE,
                "need a confidence of at least " + least + ", was " + reading.confidence());
    }

    private Transcript transcript(MediaItem item, Reading reading) {
        String engine = pools.get(item.kind()).engine();
        return Transcript.of(item, engine, reading, config.deadlineMillis());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean ended =
                    threads.awaitTermination(config.deadlineMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                pools.values().forEach(EnginePool::close);
            }
        } catch (InterruptedException stopped) {
            // The readers die with the process; closing one in use would crash it.
            Thread.currentThread().interrupt();
        }
    }
}
