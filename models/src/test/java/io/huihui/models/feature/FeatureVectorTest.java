package io.huihui.models.feature;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.serialization.FeatureVectorSerializer;

import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeatureVectorTest {

    @Test
    void startsWithEverythingAbsent() {
        FeatureVector empty = new FeatureVector.Builder().build();

        for (Feature feature : Feature.values()) {
            assertThat(empty.get(feature)).isNull();
            assertThat(empty.quality(feature)).isEqualTo(Quality.ABSENT);
        }
    }

    @Test
    void refusesInventedNumbers() {
        FeatureVector.Builder builder = new FeatureVector.Builder();

        assertThatThrownBy(() -> builder.set(Feature.MID, Double.NaN))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> builder.missing(Feature.MID, Quality.OK))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("why it is missing");
    }

    @Test
    void comesBackEqualFromItsBytes() throws IOException {
        FeatureVector vector =
                new FeatureVector.Builder()
                        .set(Feature.MID, 101.5)
                        .missing(Feature.GIB_Z, Quality.WARMUP)
                        .set(Feature.BOOK_IMBALANCE, -0.25, Quality.PARTIAL)
                        .build();

        DataOutputSerializer out = new DataOutputSerializer(64);
        FeatureVectorSerializer.INSTANCE.serialize(vector, out);

        assertThat(
                        FeatureVectorSerializer.INSTANCE.deserialize(
                                new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(vector);
    }

    @Test
    void vectorOfAnEarlierReleaseLacksWhatCameLater() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeShort(1);
        out.writeDouble(7.5);
        out.writeByte(Quality.OK.ordinal());

        FeatureVector vector =
                FeatureVector.readFrom(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(vector.get(Feature.values()[0])).isEqualTo(7.5);
        assertThat(vector.get(Feature.values()[1])).isNull();
        assertThat(vector.quality(Feature.values()[1])).isEqualTo(Quality.ABSENT);
    }

    @Test
    void vectorOfALaterReleaseIsRefusedWithASentence() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeShort(Feature.count() + 1);

        assertThatThrownBy(
                        () ->
                                FeatureVector.readFrom(
                                        new DataInputDeserializer(out.getCopyOfBuffer())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("newer one");
    }
}
