package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.MissingInputException;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.OutsideResults;
import io.huihui.models.expert.sentiment.narrative.NarrativeConfig;
import io.huihui.models.expert.sentiment.narrative.NarrativeTracker;
import io.huihui.models.expert.sentiment.narrative.TopicWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many planted turns of the news are found within five minutes, and, where the recording is
 * there, what topics real headlines fall into. The baseline of the first is a word never seen
 * before that comes three times in ten minutes; of the second, k-means over all headlines at once.
 */
public final class NarrativeSuite implements Suite {

    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE_PER_DAY = 1;
    private static final double LEAST_PURITY = 0.8;
    private static final double MOST_SECONDS = 10;

    /** Into the third hour of the session: some topics have been born, some are still to come. */
    private static final long RESTART_MILLIS = 150 * 60_000L;

    private static final int SHOWN_TOPICS = 20;
    private static final int KEYWORDS = 8;

    @Override
    public String name() {
        return "narrative";
    }

    @Override
    public String question() {
        return "How soon is it seen that the news turned to something new?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Double> recall = new ArrayList<>();
        List<Double> recallByWords = new ArrayList<>();
        List<Double> falses = new ArrayList<>();
        List<Double> falsesByWords = new ArrayList<>();
        List<Double> purity = new ArrayList<>();
        int sameAfterRestart = 0;
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            NarrativeSession session = NarrativeSession.run(seed, Long.MAX_VALUE);
            NarrativeSession restarted = NarrativeSession.run(seed, RESTART_MILLIS);
            sameAfterRestart += session.events().equals(restarted.events()) ? 1 : 0;
            if (session.planted() > 0) {
                recall.add(session.found() / (double) session.planted());
                recallByWords.add(session.foundByWords() / (double) session.planted());
            }
            falses.add((double) session.falseShifts());
            falsesByWords.add((double) session.falseByWords());
            purity.add(session.purity());
            progress.say(
                    "seed "
                            + seed
                            + ": "
                            + session.found()
                            + " of "
                            + session.planted()
                            + " births found, "
                            + session.falseShifts()
                            + " false, purity "
                            + session.purity());
        }
        Metric found = Bootstrap.metric("recall", recall, recallByWords, "share");
        Metric wrong = Bootstrap.metric("false_per_day", falses, falsesByWords, "shifts");
        Metric pure = Bootstrap.metric("purity", purity, null, "share");
        List<Metric> metrics = new ArrayList<>(List.of(found, wrong, pure));
        boolean fast = addReal(metrics, progress);
        Metric restart =
                Metric.of("same_after_restart", sameAfterRestart / (double) seeds.count(), "share");
        boolean pass =
                found.value() >= LEAST_RECALL
                        && wrong.value() <= MOST_FALSE_PER_DAY
                        && pure.value() >= LEAST_PURITY
                        && restart.value() == 1
                        && fast;
        return new Bench.Result(metrics, List.of(restart), pass);
    }

    private static boolean addReal(List<Metric> metrics, Bench.Progress progress) {
        List<RealHeadlines.Dated> headlines;
        try {
            headlines = RealHeadlines.read();
        } catch (MissingInputException absent) {
            progress.say("real headlines left out: " + absent.getMessage());
            return true;
        }
        double[] seconds = new double[1];
        NarrativeTracker tracker = new NarrativeTracker(NarrativeConfig.daily());
        List<List<String>> topics = new ArrayList<>();
        timed(() -> onePass(tracker, headlines, topics), seconds);
        List<List<String>> words =
                headlines.stream().map(h -> TopicWords.of(h.headline(), Set.of())).toList();
        double[] meansSeconds = new double[1];
        List<List<String>> means = new ArrayList<>();
        timed(
                () -> means.addAll(KMeansTopics.keywords(words, SHOWN_TOPICS, KEYWORDS)),
                meansSeconds);
        Coherence coherence = new Coherence(words);
        topics.stream().limit(SHOWN_TOPICS).forEach(topic -> progress.say("topic: " + topic));
        List<List<String>> shown = topics.stream().limit(SHOWN_TOPICS).toList();
        metrics.add(
                new Metric(
                        "real_coherence",
                        coherence.of(shown),
                        null,
                        null,
                        coherence.of(means),
                        "NPMI, -1..1"));
        metrics.add(
                new Metric(
                        "real_seconds",
                        seconds[0],
                        null,
                        null,
                        meansSeconds[0],
                        "s by the clock, " + headlines.size() + " headlines"));
        return seconds[0] <= MOST_SECONDS;
    }

    /**
     * Notes the keywords of each topic when it has just been born or died, largest topics first.
     */
    private static void onePass(
            NarrativeTracker tracker,
            List<RealHeadlines.Dated> headlines,
            List<List<String>> topics) {
        LargestTopics largest = new LargestTopics();
        for (RealHeadlines.Dated dated : headlines) {
            long topic =
                    tracker.observe(dated.timeMillis(), dated.headline(), Set.of(), event -> {});
            if (topic != 0) {
                largest.add(topic, tracker.keywords(topic, KEYWORDS));
            }
        }
        topics.addAll(largest.keywords());
    }

    @OutsideResults("measures the time of one pass")
    private static void timed(Runnable work, double[] seconds) {
        long start = System.nanoTime();
        work.run();
        seconds[0] = (System.nanoTime() - start) / 1e9;
    }
}
