package io.huihui.agents;

import io.huihui.models.feature.SnapshotId;
import io.huihui.models.strategy.StrategySample;

import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.types.SimpleType;
import org.apache.flink.statefun.sdk.java.types.Type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Minutes on their way from one function to another. */
final class Samples {

    static final Type<StrategySample> TYPE =
            SimpleType.simpleImmutableTypeFrom(
                    TypeName.typeNameOf("huihui", "strategy-sample"),
                    Samples::write,
                    Samples::read);

    private Samples() {}

    private static byte[] write(StrategySample sample) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(sample.snapshot().symbol());
        out.writeLong(sample.snapshot().secondEndMillis());
        out.writeDouble(sample.mid());
        out.writeDouble(sample.impliedVol());
        out.writeByte(sample.inputs().size());
        for (double input : sample.inputs()) {
            out.writeDouble(input);
        }
        return bytes.toByteArray();
    }

    private static StrategySample read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        SnapshotId snapshot = new SnapshotId(in.readUTF(), in.readLong());
        double mid = in.readDouble();
        double impliedVol = in.readDouble();
        List<Double> inputs = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            inputs.add(in.readDouble());
        }
        return new StrategySample(snapshot, mid, impliedVol, inputs);
    }
}
