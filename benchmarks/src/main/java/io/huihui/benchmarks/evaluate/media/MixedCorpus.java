package io.huihui.benchmarks.evaluate.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.Tone;
import io.huihui.models.expert.sentiment.TranscriptNews;
import io.huihui.models.media.Transcriber;
import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.media.ChartPainter;
import io.huihui.simulator.news.Headlines;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stories, charts and calls of some symbols and hours, with the tone each was written in. */
final class MixedCorpus {

    private static final int SYMBOLS = 6;
    private static final int HOURS = 4;

    /** Per symbol and hour. */
    private static final double STORIES = 0.45;

    private static final double CHARTS = 0.35;
    private static final double CALLS = 0.35;

    private static final long FIRST_HOUR_MILLIS = 1_700_000_000_000L;
    private static final long HOUR_MILLIS = 3_600_000;

    /** Scores nearer to nothing than this are neither good nor bad. */
    private static final double NEUTRAL = 0.05;

    private record Story(int cell, String headline, int polarity) {}

    private record Media(int cell, MediaItem item, int polarity) {}

    private final List<Story> stories = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();

    private MixedCorpus() {}

    /** Returns the corpus of a seed; its charts and calls are files in a folder. */
    static MixedCorpus of(long seed, Path folder, Speaker speaker) {
        MixedCorpus corpus = new MixedCorpus();
        Draws draws = Draws.of(seed, Stream.RECORDINGS, "mixed", 0);
        for (int cell = 0; cell < SYMBOLS * HOURS; cell++) {
            String symbol = SymbolProfile.of(cell % SYMBOLS).symbol();
            for (int i = draws.poisson(STORIES); i > 0; i--) {
                int polarity = draws.sign();
                corpus.stories.add(
                        new Story(cell, Headlines.draw(symbol, polarity, draws), polarity));
            }
            for (int i = draws.poisson(CHARTS); i > 0; i--) {
                int polarity = draws.sign();
                String title = Headlines.draw(symbol, polarity, draws);
                byte[] image = ChartPainter.paint(title, draws.split()).image();
                corpus.add(cell, polarity, MediaKind.IMAGE, image, symbol, seed, folder);
            }
            for (int i = draws.poisson(CALLS); i > 0; i--) {
                int polarity = draws.sign();
                List<String> words = SpokenHeadlines.words(Headlines.draw(symbol, polarity, draws));
                byte[] sound = speaker.speak(String.join(" ", words), draws.split()).wav();
                corpus.add(cell, polarity, MediaKind.AUDIO, sound, symbol, seed, folder);
            }
        }
        return corpus;
    }

    private void add(
            int cell,
            int polarity,
            MediaKind kind,
            byte[] content,
            String symbol,
            long seed,
            Path folder) {
        String file = seed + "-" + media.size();
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException full) {
            throw new UncheckedIOException("could not write to " + folder, full);
        }
        long time = FIRST_HOUR_MILLIS + cell / SYMBOLS * HOUR_MILLIS;
        MediaItem item =
                new MediaItem(
                        file,
                        time,
                        "simulated-wire",
                        media.size(),
                        kind,
                        file,
                        null,
                        null,
                        List.of(symbol));
        media.add(new Media(cell, item, polarity));
    }

    /** Reads everything. */
    Evidence read(Transcriber transcriber) {
        LexiconScorer scorer = new LexiconScorer();
        Evidence evidence = new Evidence();
        for (Story story : stories) {
            evidence.withText[story.cell()] = true;
            evidence.texts++;
            evidence.textsRight += sign(scorer.score(story.headline())) == story.polarity() ? 1 : 0;
        }
        for (Media one : media) {
            evidence.media++;
            NewsItem story = TranscriptNews.of(transcriber.transcribe(one.item()).join());
            if (story == null) {
                evidence.flagged++;
                continue;
            }
            evidence.withMedia[one.cell()] = true;
            if (!evidence.withText[one.cell()]) {
                evidence.added++;
                evidence.addedRight +=
                        sign(scorer.score(story.headline())) == one.polarity() ? 1 : 0;
            }
        }
        return evidence;
    }

    /** Nothing that is understood is neither good nor bad. */
    private static int sign(Tone tone) {
        double score = tone == null ? 0 : tone.score();
        return Math.abs(score) < NEUTRAL ? 0 : (int) Math.signum(score);
    }

    /** What there was to go by. */
    static final class Evidence {
        private final boolean[] withText = new boolean[SYMBOLS * HOURS];
        private final boolean[] withMedia = new boolean[SYMBOLS * HOURS];
        private int texts;
        private int textsRight;
        private int media;
        private int flagged;
        private int added;
        private int addedRight;

        double coverageGain() {
            int text = 0;
            int all = 0;
            for (int cell = 0; cell < withText.length; cell++) {
                text += withText[cell] ? 1 : 0;
                all += withText[cell] || withMedia[cell] ? 1 : 0;
            }
            return all / (double) Math.max(1, text);
        }

        double textAccuracy() {
            return textsRight / (double) Math.max(1, texts);
        }

        double addedAccuracy() {
            return addedRight / (double) Math.max(1, added);
        }

        double flaggedShare() {
            return flagged / (double) Math.max(1, media);
        }
    }
}
