package io.huihui.agents;

import io.huihui.models.serialization.BinaryState;

import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.types.SimpleType;
import org.apache.flink.statefun.sdk.java.types.Type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.Supplier;

/** Types of states that write themselves. */
final class StateTypes {

    private StateTypes() {}

    /** Returns the type of a state under a name that is never used for another. */
    static <S extends BinaryState> Type<S> of(String name, Supplier<S> maker) {
        return SimpleType.simpleImmutableTypeFrom(
                TypeName.typeNameOf("huihui", name),
                StateTypes::write,
                bytes -> read(bytes, maker.get()));
    }

    private static byte[] write(BinaryState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static <S extends BinaryState> S read(byte[] bytes, S state) throws IOException {
        state.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
        return state;
    }
}
