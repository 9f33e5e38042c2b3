package io.huihui.models.expert.sentiment.narrative;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** One topic: its words with decaying counts, and when stories came. Bounded. */
final class Topic {

    /** Words beyond this many are its rarest and say nothing of it. */
    private static final int MOST_WORDS = 64;

    final long id;
    final long firstMillis;
    long lastMillis;
    boolean born;
    int stories;

    /** Decayed number of stories as of {@code lastMillis}. */
    double mass;

    private final TreeMap<String, Double> words = new TreeMap<>();

    Topic(long id, long firstMillis) {
        this.id = id;
        this.firstMillis = firstMillis;
        this.lastMillis = firstMillis;
    }

    double weight(String word) {
        return words.getOrDefault(word, 0.0);
    }

    Iterable<String> words() {
        return words.keySet();
    }

    /** Takes a story; returns the words that had to go for it. */
    List<String> add(long timeMillis, List<String> story, double halfLifeMillis) {
        long elapsed = Math.max(0, timeMillis - lastMillis);
        double keep = Math.pow(0.5, elapsed / halfLifeMillis);
        words.replaceAll((word, weight) -> weight * keep);
        story.forEach(word -> words.merge(word, 1.0, Double::sum));
        mass = mass * keep + 1;
        lastMillis = Math.max(lastMillis, timeMillis);
        stories++;
        List<String> gone = new ArrayList<>();
        while (words.size() > MOST_WORDS) {
            String rarest = words.firstKey();
            for (Map.Entry<String, Double> entry : words.entrySet()) {
                rarest = entry.getValue() < words.get(rarest) ? entry.getKey() : rarest;
            }
            words.remove(rarest);
            gone.add(rarest);
        }
        return gone;
    }

    /** Returns the words that mark this topic most, by weight here x rarity overall. */
    List<String> keywords(int count, ToDoubleFunction<String> rarity) {
        List<String> all = new ArrayList<>(words.keySet());
        all.sort(
                Comparator.comparingDouble(
                                (String word) -> -words.get(word) * rarity.applyAsDouble(word))
                        .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(id);
        out.writeLong(firstMillis);
        out.writeLong(lastMillis);
        out.writeBoolean(born);
        out.writeInt(stories);
        out.writeDouble(mass);
        out.writeInt(words.size());
        for (Map.Entry<String, Double> entry : words.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue());
        }
    }

    static Topic readFrom(DataInput in) throws IOException {
        Topic topic = new Topic(in.readLong(), in.readLong());
        topic.lastMillis = in.readLong();
        topic.born = in.readBoolean();
        topic.stories = in.readInt();
        topic.mass = in.readDouble();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            topic.words.put(in.readUTF(), in.readDouble());
        }
        return topic;
    }
}
