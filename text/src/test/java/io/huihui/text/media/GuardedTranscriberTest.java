package io.huihui.text.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;
import io.huihui.models.media.TranscriptionConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Engines here are fakes: a file's text says what they do. */
class GuardedTranscriberTest {

    private static final long TIME = 1_700_000_000_000L;
    private static final Duration LONG_REST = Duration.ofHours(1);
    private static final int FAILURES_THAT_OPEN = 5;

    @TempDir Path folder;

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void media() throws Exception {
        for (String name : List.of("text", "unsure", "empty", "broken", "throws", "stuck")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void aTextComesWithItsItemAndItsTime() {
        try (GuardedTranscriber transcriber = open(config(20_000, 1, 4))) {
            Transcript transcript = transcriber.transcribe(item("text")).join();

            assertThat(transcript.text()).isEqualTo("Fed holds rates");
            assertThat(transcript.confidence()).isEqualTo(0.9);
            assertThat(transcript.failure()).isNull();
            assertThat(transcript.engine()).isEqualTo("fake/1");
            assertThat(transcript.mediaId()).isEqualTo("text");
            assertThat(transcript.symbols()).containsExactly("SPY");
            assertThat(transcript.mediaTimeMillis()).isEqualTo(TIME);
            assertThat(transcript.eventTimeMillis()).isEqualTo(TIME + 20_000);
        }
    }

    @Test
    void whatIsNotThereUnsureOrEmptyIsSaidToBe() {
        try (GuardedTranscriber transcriber = open(config(20_000, 1, 4))) {
            assertThat(failure(transcriber, "no-such-file"))
                    .isEqualTo(ReadingFailure.CONTENT_MISSING);
            assertThat(failure(transcriber, "../outside"))
                    .isEqualTo(ReadingFailure.CONTENT_MISSING);
            assertThat(failure(transcriber, "unsure")).isEqualTo(ReadingFailure.LOW_CONFIDENCE);
            assertThat(failure(transcriber, "empty")).isEqualTo(ReadingFailure.NO_TEXT);
            assertThat(failure(transcriber, "throws")).isEqualTo(ReadingFailure.ENGINE_FAILED);
        }
    }

    @Test
    void anEngineThatIsMissingIsSaidToBeEachTimeAndLookedForOnce() {
        AtomicInteger opened = new AtomicInteger();
        Engines none =
                kind -> {
                    opened.incrementAndGet();
                    throw new EngineMissingException("need an engine, was none; install one");
                };
        try (GuardedTranscriber transcriber =
                new GuardedTranscriber(config(20_000, 1, 4), none, LONG_REST)) {
            for (int i = 0; i < 3; i++) {
                Transcript transcript = transcriber.transcribe(item("text")).join();

                assertThat(transcript.failure()).isEqualTo(ReadingFailure.ENGINE_MISSING);
                assertThat(transcript.reason()).isEqualTo("need an engine, was none; install one");
                assertThat(transcript.engine()).isEqualTo(Transcript.NO_ENGINE);
                assertThat(transcript.text()).isNull();
            }
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void anEngineThatNeverAnswersIsGivenUpAtTheDeadline() {
        try (GuardedTranscriber transcriber = open(config(50, 1, 4))) {
            Transcript stuck = transcriber.transcribe(item("stuck")).join();
            Transcript behind = transcriber.transcribe(item("text")).join();
            release.countDown();

            assertThat(stuck.failure()).isEqualTo(ReadingFailure.DEADLINE);
            assertThat(stuck.eventTimeMillis()).isEqualTo(TIME + 50);
            assertThat(behind.failure()).as("waited behind it").isEqualTo(ReadingFailure.DEADLINE);
        }
    }

    @Test
    void whatCannotWaitIsRefusedAtOnce() {
        try (GuardedTranscriber transcriber = open(config(60_000, 1, 1))) {
            List<CompletableFuture<Transcript>> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                answers.add(transcriber.transcribe(item("stuck")));
            }
            long refused =
                    answers.stream()
                            .filter(CompletableFuture::isDone)
                            .filter(answer -> answer.join().failure() == ReadingFailure.BUSY)
                            .count();
            release.countDown();

            // One is read and one waits; with luck the first was not taken up yet.
            assertThat(refused).isBetween(3L, 4L);
        }
    }

    @Test
    void anEngineThatKeepsFailingIsLeftAloneAndTheOtherIsNot() {
        try (GuardedTranscriber transcriber = open(config(20_000, 1, 4))) {
            for (int i = 0; i < FAILURES_THAT_OPEN; i++) {
                assertThat(failure(transcriber, "broken")).isEqualTo(ReadingFailure.ENGINE_FAILED);
            }
            int before = reads.get();

            assertThat(failure(transcriber, "text")).isEqualTo(ReadingFailure.BREAKER_OPEN);
            assertThat(reads).as("the engine was not asked").hasValue(before);
            MediaItem audio = item("text", MediaKind.AUDIO);
            assertThat(transcriber.transcribe(audio).join().text()).isEqualTo("Fed holds rates");
        }
    }

    @Test
    void anEngineIsTriedAgainAfterItsRest() throws Exception {
        try (GuardedTranscriber transcriber =
                new GuardedTranscriber(config(20_000, 1, 4), fakes(), Duration.ofMillis(1))) {
            for (int i = 0; i < FAILURES_THAT_OPEN; i++) {
                transcriber.transcribe(item("broken")).join();
            }
            Thread.sleep(20);

            assertThat(transcriber.transcribe(item("text")).join().text())
                    .isEqualTo("Fed holds rates");
        }
    }

    @Test
    void mediaThatCannotBeReadDoNotOpenTheBreaker() {
        try (GuardedTranscriber transcriber = open(config(20_000, 1, 4))) {
            for (int i = 0; i < 3 * FAILURES_THAT_OPEN; i++) {
                assertThat(failure(transcriber, "empty")).isEqualTo(ReadingFailure.NO_TEXT);
            }
            assertThat(transcriber.transcribe(item("text")).join().text()).isNotNull();
        }
    }

    private GuardedTranscriber open(TranscriptionConfig config) {
        return new GuardedTranscriber(config, fakes(), LONG_REST);
    }

    private Engines fakes() {
        return kind -> new Fake();
    }

    private static ReadingFailure failure(GuardedTranscriber transcriber, String content) {
        return transcriber.transcribe(item(content)).join().failure();
    }

    private TranscriptionConfig config(long deadlineMillis, int atOnce, int waiting) {
        return new TranscriptionConfig(
                true,
                folder.toString(),
                deadlineMillis,
                atOnce,
                waiting,
                0.7,
                0.7,
                List.of(),
                List.of());
    }

    private static MediaItem item(String content) {
        return item(content, MediaKind.IMAGE);
    }

    private static MediaItem item(String content, MediaKind kind) {
        return new MediaItem(content, TIME, "wire", 7, kind, content, null, null, List.of("SPY"));
    }

    private final class Fake implements MediaReader {
        @Override
        public String engine() {
            return "fake/1";
        }

        @Override
        public Reading read(byte[] content, long deadlineMillis) {
            reads.incrementAndGet();
            return switch (new String(content, StandardCharsets.UTF_8)) {
                case "text" -> Reading.of("Fed holds rates", 0.9);
                case "unsure" -> Reading.of("Fed folds oats", 0.4);
                case "empty" -> Reading.failed(ReadingFailure.NO_TEXT, "nothing there");
                case "broken" -> Reading.failed(ReadingFailure.ENGINE_FAILED, "status 1");
                case "stuck" -> stuck();
                default -> throw new IllegalStateException("out of order");
            };
        }

        private Reading stuck() {
            boolean interrupted = false;
            while (true) {
                try {
                    release.await();
                    break;
                } catch (InterruptedException ignored) {
                    // As native code does.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return Reading.of("too late", 1);
        }

        @Override
        public void close() {}
    }
}
