package io.huihui.connectors.codec;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MutatedRecordsTest {

    private static final int COUNT = 12_000;
    private static final long SEED = 20_261_123L;

    @Test
    void everyBadMessageIsRefusedWithASentenceAndEveryGoodOneComesOut() {
        Map<String, RecordCodec<?>> codecs = new LinkedHashMap<>();
        for (Topic<?> topic : Topics.MARKET) {
            codecs.put(topic.name(), topic.newCodec());
        }
        Map<MutatedRecords.Damage, Integer> seen = new EnumMap<>(MutatedRecords.Damage.class);
        for (MutatedRecords.Message message : MutatedRecords.corpus(COUNT, SEED)) {
            seen.merge(message.damage(), 1, Integer::sum);
            check(message, codecs.get(message.topic().name()));
        }

        assertThat(seen.keySet()).containsExactlyInAnyOrder(MutatedRecords.Damage.values());
        assertThat(seen.get(MutatedRecords.Damage.TRUNCATED)).isGreaterThan(300);
    }

    private static void check(MutatedRecords.Message message, RecordCodec<?> codec) {
        try {
            var decoded = codec.decode(message.bytes());

            assertThat(message.damage().isDecodable()).as("%s decoded", message).isTrue();
            if (message.damage() != MutatedRecords.Damage.UNKNOWN_SYMBOL) {
                assertThat(decoded).isEqualTo(message.original());
            }
        } catch (UndecodableException refused) {
            assertThat(message.damage().isDecodable())
                    .as("%s refused: %s", message, refused.getMessage())
                    .isFalse();
            assertThat(refused.getMessage()).startsWith("need ").contains("was ");
            assertThat(refused.getMessage().length()).isLessThan(1_000);
        }
    }

    @Test
    void theSameSeedMakesTheSameMessages() {
        List<MutatedRecords.Message> one = MutatedRecords.corpus(500, SEED);
        List<MutatedRecords.Message> two = MutatedRecords.corpus(500, SEED);
        List<MutatedRecords.Message> other = MutatedRecords.corpus(500, SEED + 1);

        assertThat(MutatedRecords.digest(one)).isEqualTo(MutatedRecords.digest(two));
        assertThat(MutatedRecords.digest(one)).isNotEqualTo(MutatedRecords.digest(other));
    }
}
