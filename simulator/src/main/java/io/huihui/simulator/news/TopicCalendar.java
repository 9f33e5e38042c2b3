package io.huihui.simulator.news;

import io.huihui.simulator.Clock;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.truth.TopicLife;
import io.huihui.simulator.truth.TruthSink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which topics make news when, for all symbols of a session: some all day, others born and dying
 * during it. A newborn topic is loud.
 */
public final class TopicCalendar {

    /** Topics that are there at the open. */
    private static final int STANDING = 4;

    /** Expected births per session. */
    private static final double BIRTHS = 3;

    private static final long SHORTEST_LIFE = 60 * Clock.MINUTE_MILLIS;
    private static final long LONGEST_LIFE = 240 * Clock.MINUTE_MILLIS;

    /** How long a topic counts as newborn, and how much louder it is. */
    private static final long NEWBORN = 20 * Clock.MINUTE_MILLIS;

    private static final double LOUDNESS = 6;

    private record Life(Topic topic, long bornMillis, long diesMillis, boolean standing) {}

    private final List<Life> lives = new ArrayList<>();
    private final List<TopicLife> truth = new ArrayList<>();
    private int told;

    public TopicCalendar(long openMillis, long closeMillis, Draws draws) {
        List<Topic> unused = new ArrayList<>(List.of(Topic.values()));
        for (int i = 0; i < STANDING; i++) {
            lives.add(new Life(take(unused, draws), openMillis, closeMillis, true));
        }
        int births = Math.min(unused.size(), draws.poisson(BIRTHS));
        for (int i = 0; i < births; i++) {
            long born = openMillis + (long) (draws.uniform() * (closeMillis - openMillis));
            long life = SHORTEST_LIFE + (long) (draws.uniform() * (LONGEST_LIFE - SHORTEST_LIFE));
            Topic topic = take(unused, draws);
            lives.add(new Life(topic, born, Math.min(closeMillis, born + life), false));
        }
        for (Life life : lives) {
            truth.add(new TopicLife(life.topic().name(), life.bornMillis(), true));
            if (life.diesMillis() < closeMillis) {
                truth.add(new TopicLife(life.topic().name(), life.diesMillis(), false));
            }
        }
        truth.sort(Comparator.comparingLong(TopicLife::eventTimeMillis));
    }

    private static Topic take(List<Topic> unused, Draws draws) {
        return unused.remove(draws.below(unused.size()));
    }

    /** Writes the births and deaths up to now that were not yet written. */
    public void tell(long nowMillis, TruthSink sink) {
        while (told < truth.size() && truth.get(told).eventTimeMillis() <= nowMillis) {
            sink.truth(truth.get(told++));
        }
    }

    /** Returns how loud all topics together are, 1 = the standing ones. */
    double loudness(long nowMillis) {
        double sum = 0;
        for (Life life : lives) {
            sum += weight(life, nowMillis);
        }
        return sum / STANDING;
    }

    /** Draws the topic of a story. */
    Topic pick(long nowMillis, Draws draws) {
        double point = draws.uniform() * loudness(nowMillis) * STANDING;
        Topic topic = lives.get(0).topic();
        for (Life life : lives) {
            double weight = weight(life, nowMillis);
            if (weight > 0) {
                topic = life.topic();
                point -= weight;
                if (point < 0) {
                    return topic;
                }
            }
        }
        return topic;
    }

    private static double weight(Life life, long nowMillis) {
        if (nowMillis < life.bornMillis() || nowMillis >= life.diesMillis()) {
            return 0;
        }
        return !life.standing() && nowMillis < life.bornMillis() + NEWBORN ? LOUDNESS : 1;
    }
}
