package io.huihui.simulator.news;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.Clock;
import io.huihui.simulator.Feed;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.price.Window;
import io.huihui.simulator.price.Windows;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.truth.MediaTruth;
import io.huihui.simulator.truth.NewsShock;
import io.huihui.simulator.truth.StoryTruth;
import io.huihui.simulator.truth.TruthSink;

import java.util.List;

/** Stories and media of one symbol and session; some stories shock the price. */
public final class Newsroom {

    private static final String[] SOURCES = {"simulated-wire", "simulated-press", "simulated-blog"};

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Images and recordings per story. */
    private static final double MEDIA_SHARE = 0.15;

    /** Share of stories whose tone follows the drift planned for the next 15 minutes. */
    private static final double INFORMATIVE_SHARE = 0.35;

    private static final long LOOK_AHEAD = 15 * Clock.MINUTE_MILLIS;

    /** Share of stories that neither praise nor blame. */
    private static final double NEUTRAL_SHARE = 0.4;

    /** Shares of stories sent twice, rewritten by another source, and stamped by a fast clock. */
    private static final double REPEAT_SHARE = 0.03;

    private static final double REWRITE_SHARE = 0.05;
    private static final double SKEW_SHARE = 0.01;
    private static final int LONGEST_SKEW = 5_000;
    private static final int LONGEST_DELAY = 60_000;

    /** Size of a shock, log return: from, and up to this much more. */
    private static final double SMALLEST_SHOCK = 0.004;

    private static final double SHOCK_SPREAD = 0.008;

    /** Half of a shock comes at once, half within three minutes, as do its stories. */
    private static final double AT_ONCE = 0.5;

    private static final long SHOCK_MILLIS = 3 * Clock.MINUTE_MILLIS;
    private static final int FEWEST_STORIES = 6;
    private static final int MORE_STORIES = 9;

    /** A shock of more than this strength means stress, a lesser one a fast trend. */
    private static final double STRESS_STRENGTH = 0.6;

    private final LatentMarket market;
    private final TopicCalendar topics;
    private final double storiesPerHour;
    private final Feed feed;
    private final TruthSink truth;
    private final Draws draws;
    private final Draws mediaDraws;
    private final Windows shocks;
    private final String prefix;
    private int stories;
    private int media;
    private Topic shockTopic = Topic.EARNINGS;

    public Newsroom(
            LatentMarket market,
            TopicCalendar topics,
            double storiesPerHour,
            double shocksPerSession,
            long day,
            Feed feed,
            TruthSink truth,
            Draws draws,
            Draws mediaDraws) {
        this.market = market;
        this.topics = topics;
        this.storiesPerHour = storiesPerHour;
        this.feed = feed;
        this.truth = truth;
        this.draws = draws;
        this.mediaDraws = mediaDraws;
        this.prefix = market.symbol() + "-" + day + "-";
        this.shocks =
                Windows.plan(
                        draws.split(),
                        shocksPerSession,
                        SHOCK_MILLIS,
                        SHOCK_MILLIS,
                        market.openMillis(),
                        market.closeMillis());
    }

    /** Starts a second: stories come out, shocks strike. */
    public void tick(long nowMillis) {
        strike(shocks.starting(nowMillis));
        Window shock = shocks.active();
        if (shock != null) {
            double perSecond = stories(shock) * 1_000.0 / SHOCK_MILLIS;
            boolean first = nowMillis == shock.startMillis();
            int count = first ? 1 : draws.poisson(perSecond);
            for (int i = 0; i < count; i++) {
                publish(nowMillis, shockTopic, shock.direction(), true);
            }
        }
        double perSecond = storiesPerHour / SECONDS_PER_HOUR * topics.loudness(nowMillis);
        int count = draws.poisson(perSecond);
        for (int i = 0; i < count; i++) {
            publish(nowMillis, topics.pick(nowMillis, draws), tone(nowMillis), false);
        }
        if (mediaDraws.chance(MEDIA_SHARE * storiesPerHour / SECONDS_PER_HOUR)) {
            show(nowMillis);
        }
    }

    private void strike(Window shock) {
        if (shock == null) {
            return;
        }
        shockTopic = topics.pick(shock.startMillis(), draws);
        double size = SMALLEST_SHOCK + SHOCK_SPREAD * shock.strength();
        double jump = shock.direction() * size;
        market.path().push(AT_ONCE * jump);
        market.drift().add(shock.startMillis(), shock.endMillis(), (1 - AT_ONCE) * jump);
        truth.truth(
                new NewsShock(
                        market.symbol(),
                        shock.startMillis(),
                        shockTopic.name(),
                        shock.direction(),
                        jump,
                        stories(shock)));
        MarketState target =
                shock.strength() > STRESS_STRENGTH ? MarketState.STRESS : MarketState.HIGH_TREND;
        market.force(shock.startMillis(), target, shock.direction(), SwitchCause.NEWS);
    }

    private static int stories(Window shock) {
        return FEWEST_STORIES + (int) Math.round(MORE_STORIES * shock.strength());
    }

    private int tone(long nowMillis) {
        double coming = market.drift().between(nowMillis, nowMillis + LOOK_AHEAD);
        if (coming != 0 && draws.chance(INFORMATIVE_SHARE)) {
            return coming > 0 ? 1 : -1;
        }
        return draws.chance(NEUTRAL_SHARE) ? 0 : draws.sign();
    }

    private void publish(long nowMillis, Topic topic, int polarity, boolean shock) {
        String headline = headline(topic, polarity, draws);
        NewsItem item = story(nowMillis, SOURCES[draws.below(SOURCES.length)], headline);
        send(item, topic, polarity, shock);
        if (draws.chance(REPEAT_SHARE)) {
            feed.news(item, item.receivedTimeMillis() + 1 + draws.below(LONGEST_DELAY));
        }
        if (draws.chance(REWRITE_SHARE)) {
            String source = SOURCES[draws.below(SOURCES.length)];
            send(story(nowMillis, source, "UPDATE 1-" + headline), topic, polarity, shock);
        }
    }

    private void send(NewsItem item, Topic topic, int polarity, boolean shock) {
        truth.truth(
                new StoryTruth(
                        market.symbol(),
                        item.receivedTimeMillis(),
                        item.id(),
                        topic.name(),
                        polarity,
                        shock));
        feed.news(item, item.receivedTimeMillis() + 1);
    }

    private NewsItem story(long nowMillis, String source, String headline) {
        boolean skewed = draws.chance(SKEW_SHARE);
        long published =
                skewed
                        ? nowMillis + 1 + draws.below(LONGEST_SKEW)
                        : nowMillis - draws.below(LONGEST_DELAY);
        String body = draws.chance(NEUTRAL_SHARE) ? null : headline + ". " + sentence();
        return new NewsItem(
                prefix + stories++,
                published,
                nowMillis,
                source,
                feed.nextSequence(),
                headline,
                body,
                List.of(market.symbol()));
    }

    private String sentence() {
        String[] endings = {
            "The company did not comment.",
            "People familiar with the matter asked not to be named.",
            "Trading volume rose after the report.",
            "More details are expected later today."
        };
        return endings[draws.below(endings.length)];
    }

    private void show(long nowMillis) {
        boolean image = mediaDraws.sign() > 0;
        int polarity = tone(nowMillis);
        String text = headline(topics.pick(nowMillis, mediaDraws), polarity, mediaDraws);
        String id = prefix + "media-" + media++;
        truth.truth(new MediaTruth(id, nowMillis, text, polarity));
        feed.media(
                new MediaItem(
                        id,
                        nowMillis,
                        SOURCES[0],
                        feed.nextSequence(),
                        image ? MediaItem.MediaKind.IMAGE : MediaItem.MediaKind.AUDIO,
                        "simulated/" + (image ? "image/" : "audio/") + id,
                        null,
                        null,
                        List.of(market.symbol())),
                nowMillis + 1);
    }

    private String headline(Topic topic, int polarity, Draws from) {
        List<String> templates = topic.headlines(polarity);
        return templates.get(from.below(templates.size())).replace("%s", market.symbol());
    }
}
