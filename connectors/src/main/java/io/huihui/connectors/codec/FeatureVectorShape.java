package io.huihui.connectors.codec;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All features of a snapshot: one named nullable field each, then a flag for each whose quality is
 * not OK. Named fields resolve by name, so features may be added, removed and reordered. A feature
 * the writer did not know reads as missing and ABSENT; one the reader does not know is left out.
 */
final class FeatureVectorShape extends Shape<FeatureVector> {

    /** What a reader takes for the name of a feature it does not know. */
    private static final String UNKNOWN_FEATURE = "UNKNOWN_FEATURE";

    private static final NullableShape<Double> VALUE = new NullableShape<>(ScalarShapes.DOUBLE);
    private static final Feature[] FEATURES = Feature.values();
    private static final Quality[] QUALITIES = Quality.values();
    private static final EnumShape<Quality> QUALITY = new EnumShape<>(Quality.class);
    private static final String[] FIELD_NAMES =
            Arrays.stream(FEATURES).map(FeatureNames::of).toArray(String[]::new);

    FeatureVectorShape() {
        super(schemaOf());
    }

    private static Schema schemaOf() {
        List<Schema.Field> fields = new ArrayList<>();
        for (String name : FIELD_NAMES) {
            fields.add(
                    new Schema.Field(name, VALUE.schema(), null, Schema.Field.NULL_DEFAULT_VALUE));
        }
        List<String> names = new ArrayList<>(List.of(UNKNOWN_FEATURE));
        Arrays.stream(FEATURES).map(Feature::name).forEach(names::add);
        Schema feature =
                Schema.createEnum("Feature", null, Shapes.NAMESPACE, names, UNKNOWN_FEATURE);
        Schema flag =
                Schema.createRecord(
                        "FeatureFlag",
                        "Quality of one feature that is not OK.",
                        Shapes.NAMESPACE,
                        false,
                        List.of(
                                new Schema.Field("feature", feature),
                                new Schema.Field("quality", QUALITY.schema())));
        fields.add(new Schema.Field("flags", Schema.createArray(flag)));
        return Schema.createRecord("FeatureVector", null, Shapes.NAMESPACE, false, fields);
    }

    @Override
    void write(FeatureVector features, Encoder out) throws IOException {
        for (Feature feature : FEATURES) {
            VALUE.write(features.get(feature), out);
        }
        out.writeArrayStart();
        out.setItemCount(flags(features));
        for (Feature feature : FEATURES) {
            if (isFlagged(features, feature)) {
                out.startItem();
                out.writeEnum(feature.ordinal() + 1);
                QUALITY.write(features.quality(feature), out);
            }
        }
        out.writeArrayEnd();
    }

    private static int flags(FeatureVector features) {
        int flags = 0;
        for (Feature feature : FEATURES) {
            flags += isFlagged(features, feature) ? 1 : 0;
        }
        return flags;
    }

    private static boolean isFlagged(FeatureVector features, Feature feature) {
        return features.quality(feature) != Quality.OK;
    }

    @Override
    FeatureVector read(ResolvingDecoder in) throws IOException {
        double[] values = new double[FEATURES.length];
        Quality[] qualities = new Quality[FEATURES.length];
        Arrays.fill(values, Double.NaN);
        for (Schema.Field field : in.readFieldOrder()) {
            if (field.pos() < FEATURES.length) {
                Double value = VALUE.read(in);
                values[field.pos()] = value == null ? Double.NaN : value;
            } else {
                readFlags(in, qualities);
            }
        }
        FeatureVector.Builder builder = new FeatureVector.Builder();
        for (Feature feature : FEATURES) {
            fill(builder, feature, values[feature.ordinal()], qualities[feature.ordinal()]);
        }
        return builder.build();
    }

    private static void readFlags(ResolvingDecoder in, Quality[] qualities) throws IOException {
        for (long block = in.readArrayStart(); block != 0; block = in.arrayNext()) {
            for (long i = 0; i < block; i++) {
                readFlag(in, qualities);
            }
        }
    }

    private static void readFlag(ResolvingDecoder in, Quality[] qualities) throws IOException {
        int feature = 0;
        int quality = 0;
        for (Schema.Field field : in.readFieldOrder()) {
            if (field.pos() == 0) {
                feature = in.readEnum();
            } else {
                quality = in.readEnum();
            }
        }
        if (feature > 0) {
            qualities[feature - 1] = QUALITIES[quality];
        }
    }

    private static void fill(
            FeatureVector.Builder builder, Feature feature, double value, Quality flag) {
        if (!Double.isNaN(value)) {
            builder.set(feature, value, flag == null ? Quality.OK : flag);
        } else if (flag != null) {
            builder.missing(feature, flag);
        }
    }

    @Override
    void writeJson(FeatureVector features, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Feature feature : FEATURES) {
            out.writeFieldName(FIELD_NAMES[feature.ordinal()]);
            VALUE.writeJson(features.get(feature), out);
        }
        out.writeObjectFieldStart("flags");
        for (Feature feature : FEATURES) {
            if (isFlagged(features, feature)) {
                out.writeStringField(
                        FIELD_NAMES[feature.ordinal()], features.quality(feature).name());
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
