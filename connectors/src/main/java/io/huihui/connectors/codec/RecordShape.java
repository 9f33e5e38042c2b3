package io.huihui.connectors.codec;

import io.huihui.models.InvalidRecordException;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Function;

/** A record: its components in order, each with its own shape. */
final class RecordShape<R> extends Shape<R> {

    private final List<Component<R, ?>> components;
    private final MethodHandle constructor;

    /**
     * @param constructor takes one {@code Object[]} of the components in order, returns the record
     */
    RecordShape(Schema schema, List<Component<R, ?>> components, MethodHandle constructor) {
        super(schema);
        this.components = List.copyOf(components);
        this.constructor = constructor;
    }

    /** One component: its name, how to get it from the record, and its shape. */
    static final class Component<R, C> {
        private final String name;
        private final Function<R, C> accessor;
        private final Shape<C> shape;

        Component(String name, Function<R, C> accessor, Shape<C> shape) {
            this.name = name;
            this.accessor = accessor;
            this.shape = shape;
        }

        void write(R record, Encoder out) throws IOException {
            C value = accessor.apply(record);
            if (value == null && !(shape instanceof NullableShape)) {
                throw new InvalidRecordException(
                        "need "
                                + name
                                + " to be present, was null; mark the component @OrNull if it may"
                                + " be missing");
            }
            shape.write(value, out);
        }

        void writeJson(R record, JsonGenerator out) throws IOException {
            out.writeFieldName(name);
            shape.writeJson(accessor.apply(record), out);
        }
    }

    @Override
    void write(R record, Encoder out) throws IOException {
        for (Component<R, ?> component : components) {
            component.write(record, out);
        }
    }

    /** Safe: the constructor handle is the record's own. */
    @Override
    @SuppressWarnings("unchecked")
    R read(ResolvingDecoder in) throws IOException {
        Object[] values = new Object[components.size()];
        for (Schema.Field field : in.readFieldOrder()) {
            values[field.pos()] = components.get(field.pos()).shape.read(in);
        }
        try {
            return (R) constructor.invokeExact(values);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException("constructor of " + schema().getName(), impossible);
        }
    }

    @Override
    void writeJson(R record, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Component<R, ?> component : components) {
            component.writeJson(record, out);
        }
        out.writeEndObject();
    }
}
