package io.huihui.models.learner;

import io.huihui.models.serialization.BinaryState;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The bytes of a state, and a state out of bytes. */
public final class StateBytes {

    private StateBytes() {}

    public static byte[] of(BinaryState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    public static <T extends BinaryState> T restore(byte[] bytes, T fresh) throws IOException {
        fresh.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
        return fresh;
    }
}
