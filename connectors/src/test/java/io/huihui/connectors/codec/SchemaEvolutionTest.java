package io.huihui.connectors.codec;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Old bytes with the new schema, new bytes with the old schema. */
class SchemaEvolutionTest {

    private static final SchemaHistory BOTH =
            SchemaHistory.of(
                    "planted",
                    List.of(
                            Shapes.of(io.huihui.connectors.codec.evolution.v1.Planted.class)
                                    .schema(),
                            Shapes.of(io.huihui.connectors.codec.evolution.v2.Planted.class)
                                    .schema()));

    private final RecordCodec<io.huihui.connectors.codec.evolution.v1.Planted> before =
            MappedCodec.of(io.huihui.connectors.codec.evolution.v1.Planted.class, BOTH);
    private final RecordCodec<io.huihui.connectors.codec.evolution.v2.Planted> after =
            MappedCodec.of(io.huihui.connectors.codec.evolution.v2.Planted.class, BOTH);

    @Test
    void oldBytesAreReadWithTheNewSchema() throws UndecodableException {
        byte[] old =
                before.encode(
                        new io.huihui.connectors.codec.evolution.v1.Planted(
                                "SPY",
                                42,
                                io.huihui.connectors.codec.evolution.v1.Planted.Mood.WILD,
                                List.of(1.5, 2.5),
                                7));

        assertThat(after.decode(old))
                .isEqualTo(
                        new io.huihui.connectors.codec.evolution.v2.Planted(
                                42,
                                "SPY",
                                null,
                                io.huihui.connectors.codec.evolution.v2.Planted.Mood.WILD,
                                List.of(1.5, 2.5),
                                null,
                                7));
    }

    @Test
    void newBytesAreReadWithTheOldSchema() throws UndecodableException {
        byte[] fresh =
                after.encode(
                        new io.huihui.connectors.codec.evolution.v2.Planted(
                                42,
                                "SPY",
                                "a note",
                                io.huihui.connectors.codec.evolution.v2.Planted.Mood.FRANTIC,
                                List.of(),
                                0.5,
                                7));

        assertThat(before.decode(fresh))
                .isEqualTo(
                        new io.huihui.connectors.codec.evolution.v1.Planted(
                                "SPY",
                                42,
                                io.huihui.connectors.codec.evolution.v1.Planted.Mood.UNKNOWN,
                                List.of(),
                                7));
    }

    @Test
    void whatCannotBeResolvedIsRefusedWithASentence() {
        byte[] withoutGone =
                after.encode(
                        new io.huihui.connectors.codec.evolution.v2.Planted(
                                42,
                                "SPY",
                                null,
                                io.huihui.connectors.codec.evolution.v2.Planted.Mood.CALM,
                                List.of(),
                                null,
                                null));

        assertThatThrownBy(() -> before.decode(withoutGone))
                .isInstanceOf(UndecodableException.class)
                .hasMessageStartingWith("need a Planted that resolves");
    }

    /** A reader meets snapshots of a job that had fewer features, and of one that has more. */
    @Test
    void featuresComeAndGoByName() throws UndecodableException {
        Schema now = Shapes.of(FeatureSnapshot.class).schema();
        Schema fewer = without(now, FeatureNames.of(Feature.MID));
        SchemaHistory history = SchemaHistory.of("features", List.of(fewer, now));
        MappedCodec<FeatureSnapshot> codec = MappedCodec.of(FeatureSnapshot.class, history);
        FeatureSnapshot snapshot =
                new FeatureSnapshot(
                        new SnapshotId("SPY", 1_000),
                        0,
                        new FeatureVector.Builder()
                                .set(Feature.DAY_VWAP, 2.5)
                                .missing(Feature.DAY_VOLUME, Quality.WARMUP)
                                .build());
        byte[] bytes = codec.encode(snapshot);
        // MID is missing in the snapshot, one byte at the start of the vector: leave it out.
        byte[] old = withoutByte(bytes, SingleObject.HEADER_BYTES + 4 + 2 + 1);
        System.arraycopy(
                SingleObject.header(SingleObject.fingerprint(fewer)),
                0,
                old,
                0,
                SingleObject.HEADER_BYTES);

        FeatureSnapshot read = codec.decode(old);

        assertThat(read).isEqualTo(snapshot);
        assertThat(read.features().quality(Feature.MID)).isEqualTo(Quality.ABSENT);
    }

    private static Schema without(Schema snapshot, String feature) {
        Schema vector = snapshot.getField("features").schema();
        List<Schema.Field> kept = new ArrayList<>();
        for (Schema.Field field : vector.getFields()) {
            if (!field.name().equals(feature)) {
                kept.add(new Schema.Field(field, field.schema()));
            }
        }
        Schema fewer =
                Schema.createRecord(vector.getName(), null, vector.getNamespace(), false, kept);
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : snapshot.getFields()) {
            fields.add(
                    new Schema.Field(
                            field, field.name().equals("features") ? fewer : field.schema()));
        }
        return Schema.createRecord(
                snapshot.getName(), null, snapshot.getNamespace(), false, fields);
    }

    private static byte[] withoutByte(byte[] bytes, int place) {
        byte[] rest = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, rest, 0, place);
        System.arraycopy(bytes, place + 1, rest, place, rest.length - place);
        return rest;
    }
}
