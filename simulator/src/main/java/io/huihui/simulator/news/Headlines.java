package io.huihui.simulator.news;

import io.huihui.simulator.random.Draws;

import java.util.ArrayList;
import java.util.List;

/** The sentences of the simulated press, for charts and recordings outside of a market. */
public final class Headlines {

    private Headlines() {}

    /** Returns one of all headlines, with its tone unknown to the reader. */
    public static String draw(String symbol, Draws draws) {
        Topic topic = topic(draws);
        return headline(topic, draws.below(3) - 1, symbol, draws);
    }

    /** Returns one of the headlines of a tone: +1 good, -1 bad, 0 neither. */
    public static String draw(String symbol, int polarity, Draws draws) {
        return headline(topic(draws), polarity, symbol, draws);
    }

    private static Topic topic(Draws draws) {
        Topic[] topics = Topic.values();
        return topics[draws.below(topics.length)];
    }

    private static String headline(Topic topic, int polarity, String symbol, Draws draws) {
        List<String> templates = topic.headlines(polarity);
        return templates.get(draws.below(templates.size())).replace("%s", symbol);
    }

    /** Returns every headline template; {@code %s} stands for the symbol. */
    public static List<String> templates() {
        List<String> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (int polarity = -1; polarity <= 1; polarity++) {
                all.addAll(topic.headlines(polarity));
            }
        }
        return all;
    }
}
