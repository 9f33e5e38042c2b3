package io.huihui.connectors.codec;

import io.huihui.models.OrNull;
import io.huihui.models.event.BookSide;
import io.huihui.models.feature.FeatureVector;

import org.apache.avro.Schema;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Builds the shape of a record from its components; this decides what the schemas look like. */
final class Shapes {

    /** One namespace for all: a record keeps its name on the wire when its Java package changes. */
    static final String NAMESPACE = "io.huihui";

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /**
     * One for a class, whoever asks: a shape never changes, and making one makes a class for each
     * component. Kept with the record class, so it goes where that goes.
     */
    private static final ClassValue<Shape<?>> KNOWN =
            new ClassValue<>() {
                @Override
                protected Shape<?> computeValue(Class<?> recordClass) {
                    return new Shapes().named(recordClass);
                }
            };

    private final Map<Class<?>, Shape<?>> named = new LinkedHashMap<>();

    private Shapes() {}

    /** Returns the shape of a record class, which any thread may use. */
    @SuppressWarnings("unchecked") // made from this very class
    static <R> Shape<R> of(Class<R> recordClass) {
        return (Shape<R>) KNOWN.get(recordClass);
    }

    private Shape<?> component(RecordComponent component) {
        Shape<?> shape = shape(component.getGenericType(), component);
        boolean boxed = Number.class.isAssignableFrom(component.getType());
        return boxed || component.isAnnotationPresent(OrNull.class)
                ? new NullableShape<>(shape)
                : shape;
    }

    private Shape<?> shape(Type type, RecordComponent owner) {
        if (type == double.class || type == Double.class) {
            return ScalarShapes.DOUBLE;
        }
        if (type == long.class || type == Long.class) {
            return ScalarShapes.LONG;
        }
        if (type == int.class || type == Integer.class) {
            return ScalarShapes.INT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return ScalarShapes.BOOLEAN;
        }
        if (type == String.class) {
            return ScalarShapes.TEXT;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListShape<>(shape(list.getActualTypeArguments()[0], owner));
        }
        if (type instanceof Class<?> named) {
            return named(named);
        }
        throw unusable(type, owner.getDeclaringRecord() + "." + owner.getName());
    }

    private Shape<?> named(Class<?> type) {
        Shape<?> known = named.get(type);
        if (known == null) {
            known = build(type);
            named.put(type, known);
        }
        return known;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The compiler cannot tie E to a Class<?>.
    private Shape<?> build(Class<?> type) {
        if (type == BookSide.class) {
            return new BookSideShape();
        }
        if (type == FeatureVector.class) {
            return new FeatureVectorShape();
        }
        if (type.isEnum()) {
            return new EnumShape(type);
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return sealed(type);
        }
        throw unusable(type, "a topic");
    }

    private <R> Shape<R> record(Class<R> type) {
        List<RecordShape.Component<R, ?>> components = new ArrayList<>();
        List<Schema.Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Shape<?> shape = component(component);
            components.add(component(component, shape));
            fields.add(
                    shape instanceof NullableShape
                            ? new Schema.Field(
                                    component.getName(),
                                    shape.schema(),
                                    null,
                                    Schema.Field.NULL_DEFAULT_VALUE)
                            : new Schema.Field(component.getName(), shape.schema()));
        }
        Schema schema = Schema.createRecord(type.getSimpleName(), null, NAMESPACE, false, fields);
        return new RecordShape<>(schema, components, constructor(type));
    }

    private <T> Shape<T> sealed(Class<T> type) {
        List<SealedShape.Branch<T, ?>> branches = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            branches.add(branch(permitted.asSubclass(type)));
        }
        return new SealedShape<>(branches);
    }

    @SuppressWarnings("unchecked") // The shape was built from this very class.
    private <T, R extends T> SealedShape.Branch<T, R> branch(Class<R> type) {
        return new SealedShape.Branch<>(type, (Shape<R>) named(type));
    }

    private static <R, C> RecordShape.Component<R, C> component(
            RecordComponent component, Shape<C> shape) {
        return new RecordShape.Component<>(component.getName(), accessor(component), shape);
    }

    /**
     * Returns the accessor as the compiler would write it where its name stands. A method handle
     * that is no constant is not inlined and costs several times as much, which was a thirtieth of
     * the main job's processor time.
     */
    @SuppressWarnings("unchecked") // safe: the shape was chosen by the very component
    private static <R, C> Function<R, C> accessor(RecordComponent component) {
        try {
            MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
            return (Function<R, C>)
                    LambdaMetafactory.metafactory(
                                    LOOKUP,
                                    "apply",
                                    MethodType.methodType(Function.class),
                                    MethodType.methodType(Object.class, Object.class),
                                    accessor,
                                    accessor.type().wrap())
                            .getTarget()
                            .invoke();
        } catch (Throwable hidden) {
            throw new IllegalStateException("need a public record: " + component, hidden);
        }
    }

    private static MethodHandle constructor(Class<?> type) {
        Class<?>[] parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return LOOKUP.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("need a public record: " + type, hidden);
        }
    }

    private static IllegalStateException unusable(Type type, String where) {
        return new IllegalStateException(
                "need a number, truth value, text, enum, record or list of such for "
                        + where
                        + ", was "
                        + type.getTypeName());
    }
}
