package io.huihui.connectors.kafka;

import io.huihui.models.Require;

import java.io.Serializable;
import java.util.List;

/**
 * How topics are read.
 *
 * @param groupId consumer group, under which progress can be watched
 * @param startFrom where to begin without a checkpoint
 * @param bounded true to stop at what was the end when the job started
 * @param outOfOrdernessMillis how much later than a younger record of its partition a record may
 *     come and still be on time
 * @param idlenessMillis a partition silent for this long no longer holds the watermark back;
 *     silence counts while the reader is not further than this behind Kafka
 * @param futureAllowanceMillis an event time further than this ahead of the time at which Kafka
 *     took the record is refused; 0 = no check (needed only for a simulated future)
 * @param symbols only these are taken; empty = all
 */
public record KafkaSourceConfig(
        String groupId,
        StartFrom startFrom,
        boolean bounded,
        long outOfOrdernessMillis,
        long idlenessMillis,
        long futureAllowanceMillis,
        List<String> symbols)
        implements Serializable {

    /** Merged feeds of one data centre differ by less. */
    private static final long DEFAULT_OUT_OF_ORDERNESS_MILLIS = 200;

    /** Long against a pause between ticks, short against the second of a snapshot. */
    private static final long DEFAULT_IDLENESS_MILLIS = 1_000;

    /** Clocks of honest senders differ by less; a unit slip is off by decades. */
    private static final long DEFAULT_FUTURE_ALLOWANCE_MILLIS = 10 * 60_000L;

    public KafkaSourceConfig {
        Require.text("groupId", groupId);
        Require.present("startFrom", startFrom);
        Require.notNegative("outOfOrdernessMillis", outOfOrdernessMillis);
        Require.that(idlenessMillis > 0, "idlenessMillis > 0", "idlenessMillis=" + idlenessMillis);
        Require.notNegative("futureAllowanceMillis", futureAllowanceMillis);
        symbols = List.copyOf(Require.present("symbols", symbols));
    }

    public static KafkaSourceConfig defaults() {
        return new KafkaSourceConfig(
                "huihui",
                StartFrom.COMMITTED,
                false,
                DEFAULT_OUT_OF_ORDERNESS_MILLIS,
                DEFAULT_IDLENESS_MILLIS,
                DEFAULT_FUTURE_ALLOWANCE_MILLIS,
                List.of());
    }

    /** Returns the same, reading what is there from its beginning to its end. */
    public KafkaSourceConfig wholeAndBounded() {
        return new KafkaSourceConfig(
                groupId,
                StartFrom.EARLIEST,
                true,
                outOfOrdernessMillis,
                idlenessMillis,
                futureAllowanceMillis,
                symbols);
    }

    /** Returns the same under another consumer group. */
    public KafkaSourceConfig ofGroup(String other) {
        return new KafkaSourceConfig(
                other,
                startFrom,
                bounded,
                outOfOrdernessMillis,
                idlenessMillis,
                futureAllowanceMillis,
                symbols);
    }
}
