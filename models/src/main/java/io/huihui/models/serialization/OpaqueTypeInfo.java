package io.huihui.models.serialization;

import org.apache.flink.api.common.typeinfo.TypeInformation;

import java.util.Objects;

/**
 * Type information of a type that Flink sees as one thing: it has no fields to select, is no key,
 * and brings its own serializer. Two are equal when they are of the same class and type.
 */
public abstract class OpaqueTypeInfo<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    protected OpaqueTypeInfo(Class<T> type) {
        this.type = Objects.requireNonNull(type);
    }

    @Override
    public final boolean isBasicType() {
        return false;
    }

    @Override
    public final boolean isTupleType() {
        return false;
    }

    @Override
    public final int getArity() {
        return 1;
    }

    @Override
    public final int getTotalFields() {
        return 1;
    }

    @Override
    public final Class<T> getTypeClass() {
        return type;
    }

    @Override
    public final boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueTypeInfo<?> info
                && info.getClass() == getClass()
                && info.type == type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public final boolean canEqual(Object other) {
        return other != null && other.getClass() == getClass();
    }
}
