package io.huihui.console.live;

import io.huihui.connectors.codec.FeatureNames;
import io.huihui.console.contract.LiveTopic;
import io.huihui.console.contract.LiveTopics;
import io.huihui.console.market.UpdateKey;
import io.huihui.console.view.Subscription;
import io.huihui.models.Require;

import java.util.Set;

/**
 * What a client wants.
 *
 * @param topics short names
 * @param symbols empty for all
 * @param features of each snapshot; empty for all
 */
record Wanted(Set<String> topics, Set<String> symbols, Set<String> features) {

    /** Name of the compass among the topics. */
    static final String COMPASS = "compass";

    static final int MOST_SYMBOLS = 512;

    /** Before a client has said what it wants. */
    static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of());

    Wanted {
        topics = Set.copyOf(topics);
        symbols = Set.copyOf(symbols);
        features = Set.copyOf(features);
        Require.that(
                symbols.size() <= MOST_SYMBOLS,
                "at most " + MOST_SYMBOLS + " symbols; none means all",
                symbols.size() + " symbols");
    }

    /** Returns what a subscription asks for, or refuses it with a sentence. */
    static Wanted of(Subscription subscription) {
        for (String topic : subscription.topics()) {
            Require.that(
                    topic.equals(COMPASS) || LiveTopics.named(topic).isPresent(),
                    "topics of " + LiveTopics.names() + " or " + COMPASS,
                    topic);
        }
        for (String feature : subscription.features()) {
            Require.that(
                    FeatureNames.named(feature).isPresent(),
                    "names of features as in FeatureVector, e.g. mid or gibZ",
                    feature);
        }
        return new Wanted(
                Set.copyOf(subscription.topics()),
                Set.copyOf(subscription.symbols()),
                Set.copyOf(subscription.features()));
    }

    boolean has(UpdateKey key) {
        return topics.contains(key.topic())
                && (symbols.isEmpty()
                        || key.key().equals(LiveTopic.MARKET)
                        || symbols.contains(key.key()));
    }

    boolean compass() {
        return topics.contains(COMPASS);
    }
}
