package io.huihui.models.expert.sentiment.narrative;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Sorts headlines into topics as they come: a headline joins the topic whose words it shares,
 * weighed by how rare they are, or begins one. A topic is born with its third story, and that is a
 * shift when the three came soon after one another; it dies when it has been silent. One pass,
 * bounded memory, numbers that survive a restart.
 *
 * <p>Reference: Allan, Papka, Lavrenko, "On-line new event detection and tracking", SIGIR 1998;
 * keywords by class-based TF-IDF: Grootendorst, "BERTopic", 2022.
 */
public final class NarrativeTracker implements BinaryState {

    /** Beyond this the topic silent for longest goes. */
    static final int MOST_TOPICS = 512;

    /** Beyond this the rarest half of the counted words goes. */
    private static final int MOST_WORDS = 30_000;

    private static final int KEYWORDS = 8;

    private static final int STATE_VERSION = 1;

    private NarrativeConfig config;
    private final TreeMap<Long, Topic> topics = new TreeMap<>();

    /** Numbers of the topics that have a word; rebuilt on restore. */
    private final Map<String, List<Long>> holders = new HashMap<>();

    /** In how many headlines a word was. */
    private final TreeMap<String, Integer> headlinesWith = new TreeMap<>();

    private long headlines;
    private long nextTopic = 1;
    private long firstMillis = Long.MIN_VALUE;
    private long latestMillis = Long.MIN_VALUE;

    public NarrativeTracker() {
        this(NarrativeConfig.intraday());
    }

    public NarrativeTracker(NarrativeConfig config) {
        this.config = Require.present("config", config);
    }

    /**
     * Takes a headline, in about the order of event time, and returns the number of its topic; 0
     * for a headline without a telling word.
     *
     * @param names symbols, which are left out: a topic is not a company
     * @param events takes births and deaths
     */
    public long observe(
            long timeMillis, String headline, Set<String> names, Consumer<NarrativeEvent> events) {
        if (firstMillis == Long.MIN_VALUE) {
            firstMillis = timeMillis;
        }
        latestMillis = Math.max(latestMillis, timeMillis);
        bury(events);
        List<String> story = TopicWords.of(headline, names);
        if (story.isEmpty()) {
            return 0;
        }
        count(story);
        Topic near = nearest(story);
        Topic topic = near == null ? new Topic(nextTopic++, timeMillis) : near;
        topics.put(topic.id, topic);
        for (String word : story) {
            if (topic.weight(word) == 0) {
                holders.computeIfAbsent(word, key -> new ArrayList<>()).add(topic.id);
            }
        }
        topic.add(timeMillis, story, (double) config.halfLifeMillis())
                .forEach(word -> release(word, topic));
        bear(topic, timeMillis, events);
        if (topics.size() > MOST_TOPICS) {
            forget(
                    topics.values().stream()
                            .min(Comparator.comparingLong(old -> old.lastMillis))
                            .orElseThrow(),
                    events);
        }
        return topic.id;
    }

    private void bear(Topic topic, long timeMillis, Consumer<NarrativeEvent> events) {
        if (topic.born || topic.stories < config.birthStories()) {
            return;
        }
        topic.born = true;
        // What has been there all along, if seldom, is nothing new.
        boolean sudden = timeMillis - topic.firstMillis <= config.birthWindowMillis();
        boolean warm = topic.firstMillis - firstMillis >= config.warmUpMillis();
        events.accept(event(NarrativeEvent.Kind.BORN, topic, timeMillis, sudden && warm));
    }

    private NarrativeEvent event(
            NarrativeEvent.Kind kind, Topic topic, long timeMillis, boolean shift) {
        return new NarrativeEvent(
                kind, topic.id, timeMillis, shift, topic.keywords(KEYWORDS, this::rarity));
    }

    /** Returns what marks a living topic; empty for a number that lives no more. */
    public List<String> keywords(long topic, int count) {
        Topic living = topics.get(topic);
        return living == null ? List.of() : living.keywords(count, this::rarity);
    }

    /** Returns the numbers of the topics that were born and live, most stories first. */
    public List<Long> living() {
        return topics.values().stream()
                .filter(topic -> topic.born)
                .sorted(
                        Comparator.comparingDouble((Topic topic) -> -topic.mass)
                                .thenComparingLong(topic -> topic.id))
                .map(topic -> topic.id)
                .toList();
    }

    private void count(List<String> story) {
        headlines++;
        story.forEach(word -> headlinesWith.merge(word, 1, Integer::sum));
        if (headlinesWith.size() > MOST_WORDS) {
            headlinesWith.values().removeIf(count -> count <= 1);
        }
    }

    private double rarity(String word) {
        return Math.log((1.0 + headlines) / (1 + headlinesWith.getOrDefault(word, 0))) + 1;
    }

    private Topic nearest(List<String> story) {
        // Sums by topic in the order of the story's words: the same on every run.
        TreeMap<Long, Double> products = new TreeMap<>();
        double length = 0;
        for (String word : story) {
            double rarity = rarity(word);
            length += rarity * rarity;
            for (long id : holders.getOrDefault(word, List.of())) {
                products.merge(id, rarity * rarity * topics.get(id).weight(word), Double::sum);
            }
        }
        Topic best = null;
        double bestCosine = config.likeness();
        for (Map.Entry<Long, Double> product : products.entrySet()) {
            Topic topic = topics.get(product.getKey());
            double cosine = product.getValue() / Math.sqrt(length * squaredLength(topic));
            if (cosine >= bestCosine) {
                bestCosine = cosine;
                best = topic;
            }
        }
        return best;
    }

    private double squaredLength(Topic topic) {
        double sum = 0;
        for (String word : topic.words()) {
            double weight = topic.weight(word) * rarity(word);
            sum += weight * weight;
        }
        return sum;
    }

    private void bury(Consumer<NarrativeEvent> events) {
        List<Topic> silent =
                topics.values().stream()
                        .filter(topic -> latestMillis - topic.lastMillis > config.idleMillis())
                        .toList();
        silent.forEach(topic -> forget(topic, events));
    }

    private void forget(Topic topic, Consumer<NarrativeEvent> events) {
        if (topic.born) {
            events.accept(event(NarrativeEvent.Kind.DIED, topic, latestMillis, false));
        }
        topics.remove(topic.id);
        topic.words().forEach(word -> release(word, topic));
    }

    private void release(String word, Topic topic) {
        List<Long> of = holders.get(word);
        of.remove(Long.valueOf(topic.id));
        if (of.isEmpty()) {
            holders.remove(word);
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(config.halfLifeMillis());
        out.writeLong(config.birthWindowMillis());
        out.writeInt(config.birthStories());
        out.writeLong(config.idleMillis());
        out.writeLong(config.warmUpMillis());
        out.writeDouble(config.likeness());
        out.writeLong(headlines);
        out.writeLong(nextTopic);
        out.writeLong(firstMillis);
        out.writeLong(latestMillis);
        out.writeInt(headlinesWith.size());
        for (Map.Entry<String, Integer> entry : headlinesWith.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue());
        }
        out.writeInt(topics.size());
        for (Topic topic : topics.values()) {
            topic.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "narrative tracker");
        config =
                new NarrativeConfig(
                        in.readLong(),
                        in.readLong(),
                        in.readInt(),
                        in.readLong(),
                        in.readLong(),
                        in.readDouble());
        headlines = in.readLong();
        nextTopic = in.readLong();
        firstMillis = in.readLong();
        latestMillis = in.readLong();
        headlinesWith.clear();
        int words = in.readInt();
        for (int i = 0; i < words; i++) {
            headlinesWith.put(in.readUTF(), in.readInt());
        }
        topics.clear();
        holders.clear();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            Topic topic = Topic.readFrom(in);
            topics.put(topic.id, topic);
            for (String word : topic.words()) {
                holders.computeIfAbsent(word, key -> new ArrayList<>()).add(topic.id);
            }
        }
    }
}
