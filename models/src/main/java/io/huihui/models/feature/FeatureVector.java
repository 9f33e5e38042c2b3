package io.huihui.models.feature;

import io.huihui.models.Require;
import io.huihui.models.serialization.FeatureVectorTypeInfoFactory;

import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One value and one quality per {@link Feature}, immutable. A missing value is null; it is never
 * replaced by a number.
 */
@TypeInfo(FeatureVectorTypeInfoFactory.class)
public final class FeatureVector {

    private static final Quality[] QUALITIES = Quality.values();

    private final double[] values;
    private final byte[] qualities;

    private FeatureVector(double[] values, byte[] qualities) {
        this.values = values;
        this.qualities = qualities;
    }

    /** Returns the value, or null when it is missing. */
    public Double get(Feature feature) {
        double value = values[feature.ordinal()];
        return Double.isNaN(value) ? null : value;
    }

    /** Returns the value, or NaN when it is missing: for arithmetic that carries NaN through. */
    public double orNaN(Feature feature) {
        return values[feature.ordinal()];
    }

    public boolean has(Feature feature) {
        return !Double.isNaN(values[feature.ordinal()]);
    }

    public Quality quality(Feature feature) {
        return QUALITIES[qualities[feature.ordinal()]];
    }

    /** Writes how many features there are, then values and qualities in their order. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeShort(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
        out.write(qualities);
    }

    /**
     * Returns the vector that {@link #writeTo} wrote. Features are only ever added at the end, so a
     * shorter vector is one of an earlier release: what it lacks is absent.
     */
    public static FeatureVector readFrom(DataInput in) throws IOException {
        int stored = in.readUnsignedShort();
        if (stored > Feature.count()) {
            throw new IOException(
                    "need a vector of at most "
                            + Feature.count()
                            + " features, was "
                            + stored
                            + "; read it with the release that wrote it, or a newer one");
        }
        Builder builder = new Builder();
        for (int i = 0; i < stored; i++) {
            builder.values[i] = in.readDouble();
        }
        in.readFully(builder.qualities, 0, stored);
        return new FeatureVector(builder.values, builder.qualities);
    }

    /**
     * Collects values for one snapshot; every feature starts as missing and {@link Quality#ABSENT}.
     */
    public static final class Builder {

        private final double[] values = new double[Feature.count()];
        private final byte[] qualities = new byte[Feature.count()];

        public Builder() {
            reset();
        }

        /** Forgets everything. */
        public Builder reset() {
            Arrays.fill(values, Double.NaN);
            Arrays.fill(qualities, (byte) Quality.ABSENT.ordinal());
            return this;
        }

        /** Starts from the values and qualities of a vector. */
        public Builder from(FeatureVector vector) {
            System.arraycopy(vector.values, 0, values, 0, values.length);
            System.arraycopy(vector.qualities, 0, qualities, 0, qualities.length);
            return this;
        }

        /** Takes over every value and quality of a vector but what is absent there. */
        public Builder merge(FeatureVector vector) {
            byte absent = (byte) Quality.ABSENT.ordinal();
            for (int i = 0; i < values.length; i++) {
                if (vector.qualities[i] != absent) {
                    values[i] = vector.values[i];
                    qualities[i] = vector.qualities[i];
                }
            }
            return this;
        }

        /** Returns the value set so far, NaN when missing. */
        public double valueOrNaN(Feature feature) {
            return values[feature.ordinal()];
        }

        /** Sets a finite value of quality OK. */
        public Builder set(Feature feature, double value) {
            return set(feature, value, Quality.OK);
        }

        /**
         * Sets a finite value.
         *
         * @throws io.huihui.models.InvalidRecordException when the value is not finite
         */
        public Builder set(Feature feature, double value, Quality quality) {
            values[feature.ordinal()] = Require.finite(feature.name(), value);
            qualities[feature.ordinal()] = (byte) quality.ordinal();
            return this;
        }

        /** Says that the value is missing, and why. */
        public Builder missing(Feature feature, Quality quality) {
            Require.that(quality != Quality.OK, "a quality that says why it is missing", "OK");
            values[feature.ordinal()] = Double.NaN;
            qualities[feature.ordinal()] = (byte) quality.ordinal();
            return this;
        }

        /**
         * Sets the value where it is finite; else says that it is missing with the given quality.
         */
        public Builder setOrMissing(Feature feature, double value, Quality whenMissing) {
            return Double.isFinite(value) ? set(feature, value) : missing(feature, whenMissing);
        }

        public FeatureVector build() {
            return new FeatureVector(values.clone(), qualities.clone());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector
                && Arrays.equals(values, vector.values)
                && Arrays.equals(qualities, vector.qualities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(qualities);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FeatureVector[");
        for (Feature feature : Feature.values()) {
            if (has(feature)) {
                text.append(feature).append('=').append(get(feature)).append(' ');
            }
        }
        return text.append(']').toString();
    }
}
