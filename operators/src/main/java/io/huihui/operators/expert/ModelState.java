package io.huihui.operators.expert;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.serialization.BinaryStateSerializer;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;

import java.io.Serializable;

/**
 * Where an operator keeps a kind of model: each kind has a state of its own, so that a savepoint
 * taken with one kind can be gone on from with another.
 */
public record ModelState<M extends ExpertModel>(String name, Class<M> type)
        implements Serializable {

    private static final String SUFFIX = "-model";

    /** Returns the state of the rule-based model of an operator; its name since 0.1.0. */
    public static <M extends ExpertModel> ModelState<M> baseline(String uid, Class<M> type) {
        return new ModelState<>(uid + SUFFIX, type);
    }

    /** Returns the state of the trained model of an operator. */
    public static <M extends ExpertModel> ModelState<M> trained(String uid, Class<M> type) {
        return new ModelState<>(uid + "-trained" + SUFFIX, type);
    }

    /** Key: symbol. One model, bounded by itself. */
    public ValueStateDescriptor<M> descriptor() {
        return new ValueStateDescriptor<>(name, new BinaryStateTypeInfo<>(type));
    }

    TypeSerializer<M> serializer() {
        return new BinaryStateSerializer<>(type);
    }
}
