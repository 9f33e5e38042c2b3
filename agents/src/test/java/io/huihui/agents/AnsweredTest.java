package io.huihui.agents;

import org.apache.flink.statefun.sdk.java.types.TypeSerializer;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AnsweredTest {

    @Test
    void keepsTheNewestOnly() {
        Answered answered = Answered.NONE;
        for (long second = 1; second <= Answered.MOST + 1; second++) {
            answered = answered.and(second);
        }

        assertThat(answered.secondEndMillis()).hasSize(Answered.MOST);
        assertThat(answered.has(1)).isFalse();
        assertThat(answered.has(2)).isTrue();
        assertThat(answered.has(Answered.MOST + 1)).isTrue();
    }

    @Test
    void comesBackFromItsBytes() {
        Answered answered = new Answered(List.of(1L, Long.MAX_VALUE, 1_767_623_400_000L));
        TypeSerializer<Answered> serializer = Answered.TYPE.typeSerializer();

        assertThat(serializer.deserialize(serializer.serialize(answered))).isEqualTo(answered);
        assertThat(serializer.deserialize(serializer.serialize(Answered.NONE)))
                .isEqualTo(Answered.NONE);
    }
}
