package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarrativeConfig;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.expert.sentiment.narrative.NarrativeTracker;
import io.huihui.models.expert.sentiment.narrative.TopicWords;
import io.huihui.models.text.TextHash;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Plants;
import io.huihui.simulator.Rates;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.StoryTruth;
import io.huihui.simulator.truth.TopicLife;
import io.huihui.simulator.truth.TruthRecord;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One session of simulated news through the narrative tracker, and the topics planted in it. */
final class NarrativeSession implements MarketSink {

    /** About a hundred stories an hour for all symbols: a wire on a common day. */
    private static final int SYMBOLS = 8;

    private static final Rates RATES = new Rates(1, 0, 0, 5, 0, 0.5, 0, 12);

    /** A birth is found when its shift comes within this time. */
    static final long IN_TIME_MILLIS = 5 * 60_000L;

    /** Topics are loud for 20 minutes; a shift of one after half an hour is a false one. */
    private static final long LATEST_MILLIS = 30 * 60_000L;

    private NarrativeTracker tracker = new NarrativeTracker();
    private final NewWordShift words = new NewWordShift();
    private final Set<String> names;
    private final long restartMillis;
    private boolean restarted;

    private final Map<String, String> topicOfStory = new HashMap<>();
    private final List<TopicLife> births = new ArrayList<>();
    private final Map<Long, TreeMap<String, Integer>> contents = new TreeMap<>();
    private final Set<Long> born = new TreeSet<>();
    private final List<Shift> shifts = new ArrayList<>();
    private final List<Shift> wordShifts = new ArrayList<>();
    private final List<NarrativeEvent> events = new ArrayList<>();
    private long openMillis = Long.MIN_VALUE;

    /** A shift that was found, with the planted topic most of its stories are about. */
    private record Shift(long timeMillis, String topic) {}

    private NarrativeSession(Set<String> names, long restartMillis) {
        this.names = names;
        this.restartMillis = restartMillis;
    }

    /**
     * Returns the session of a seed.
     *
     * @param restartAfterMillis event time after the open at which the tracker is written, thrown
     *     away and read again; {@link Long#MAX_VALUE} for never
     */
    static NarrativeSession run(long seed, long restartAfterMillis) {
        SimulationConfig config =
                SimulationConfig.of(seed, 1, SYMBOLS).withRates(RATES).withPlants(Plants.none());
        NarrativeSession session =
                new NarrativeSession(Set.copyOf(config.symbolNames()), restartAfterMillis);
        new Simulation(config).run(session, session::plant);
        return session;
    }

    private void plant(TruthRecord record) {
        if (record instanceof StoryTruth story) {
            topicOfStory.put(story.storyId(), story.topic());
        } else if (record instanceof TopicLife life && life.born()) {
            births.add(life);
        }
    }

    /** The births and deaths the tracker told. */
    List<NarrativeEvent> events() {
        return List.copyOf(events);
    }

    /** Planted births after the warm-up. */
    int planted() {
        return plantedLate().size();
    }

    private List<TopicLife> plantedLate() {
        long warm = openMillis + NarrativeConfig.intraday().warmUpMillis();
        return births.stream().filter(life -> life.eventTimeMillis() >= warm).toList();
    }

    int found() {
        return found(shifts);
    }

    int foundByWords() {
        return found(wordShifts);
    }

    private int found(List<Shift> told) {
        int found = 0;
        for (TopicLife life : plantedLate()) {
            found += told.stream().anyMatch(shift -> matches(shift, life, IN_TIME_MILLIS)) ? 1 : 0;
        }
        return found;
    }

    private static boolean matches(Shift shift, TopicLife life, long withinMillis) {
        long after = shift.timeMillis() - life.eventTimeMillis();
        return shift.topic().equals(life.topic()) && after >= 0 && after <= withinMillis;
    }

    int falseShifts() {
        return falseShifts(shifts);
    }

    int falseByWords() {
        return falseShifts(wordShifts);
    }

    private int falseShifts(List<Shift> told) {
        return (int)
                told.stream()
                        .filter(
                                shift ->
                                        births.stream()
                                                .noneMatch(
                                                        life ->
                                                                matches(
                                                                        shift,
                                                                        life,
                                                                        LATEST_MILLIS)))
                        .count();
    }

    /** Share of the stories of topics that were born which are about their topic's main subject. */
    double purity() {
        int main = 0;
        int all = 0;
        for (long topic : born) {
            TreeMap<String, Integer> counts = contents.get(topic);
            main += counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            all += counts.values().stream().mapToInt(Integer::intValue).sum();
        }
        return all == 0 ? 0 : main / (double) all;
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        if (openMillis == Long.MIN_VALUE) {
            openMillis = births.get(0).eventTimeMillis();
        }
        long now = item.receivedTimeMillis();
        if (!restarted && now - openMillis >= restartMillis) {
            restart();
        }
        String subject = topicOfStory.get(item.id());
        List<NarrativeEvent> told = new ArrayList<>();
        long topic = tracker.observe(now, item.headline(), names, told::add);
        if (topic != 0) {
            contents.computeIfAbsent(topic, key -> new TreeMap<>()).merge(subject, 1, Integer::sum);
        }
        for (NarrativeEvent event : told) {
            if (event.kind() == NarrativeEvent.Kind.BORN) {
                born.add(event.topic());
                if (event.shift()) {
                    shifts.add(new Shift(event.eventTimeMillis(), main(event.topic())));
                }
            }
        }
        events.addAll(told);
        boolean warm = now - openMillis >= NarrativeConfig.intraday().warmUpMillis();
        if (words.observe(now, item.headline(), names) && warm) {
            wordShifts.add(new Shift(now, subject));
        }
    }

    private String main(long topic) {
        String main = "";
        int most = 0;
        for (Map.Entry<String, Integer> entry : contents.get(topic).entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                main = entry.getKey();
            }
        }
        return main;
    }

    private void restart() {
        restarted = true;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tracker.writeTo(new DataOutputStream(bytes));
            NarrativeTracker restored = new NarrativeTracker();
            restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            tracker = restored;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        // Topics are found in stories alone.
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        // Not read in this suite.
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        // Not news.
    }

    /** The baseline: a word never seen before comes three times within ten minutes. */
    private static final class NewWordShift {

        private static final int TIMES = 3;
        private static final long WINDOW_MILLIS = 10 * 60_000L;

        private final Map<Long, long[]> firsts = new HashMap<>();

        boolean observe(long now, String headline, Set<String> names) {
            boolean shift = false;
            for (String word : TopicWords.of(headline, names)) {
                long[] seen = firsts.computeIfAbsent(TextHash.of(word), key -> new long[] {now, 0});
                seen[1]++;
                shift |= seen[1] == TIMES && now - seen[0] <= WINDOW_MILLIS;
            }
            return shift;
        }
    }
}
