package io.huihui.text.language;

import io.huihui.models.Require;
import io.huihui.models.learner.DenseLayer;
import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.LayerScale;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph of a BERT encoder as exported from PyTorch and quantised to 8 bits: its weights by
 * layer, and the graph of its lower layers alone.
 */
final class OnnxGraph {

    private final ModelProto model;
    private final Map<String, TensorProto> tensors = new HashMap<>();
    private final Map<String, NodeProto> nodes = new HashMap<>();

    private OnnxGraph(ModelProto model) {
        this.model = model;
        model.getGraph().getInitializerList().forEach(each -> tensors.put(each.getName(), each));
        model.getGraph().getNodeList().forEach(each -> nodes.put(each.getName(), each));
    }

    static OnnxGraph parse(byte[] bytes) {
        try {
            return new OnnxGraph(ModelProto.parseFrom(bytes));
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("need an ONNX graph, was damaged", damaged);
        }
    }

    /** Returns how many layers there are. */
    int layers() {
        int layers = 0;
        while (nodes.containsKey(end(layers))) {
            layers++;
        }
        return layers;
    }

    private static String end(int layer) {
        return "/encoder/layer." + layer + "/output/LayerNorm/Add_1";
    }

    /**
     * Returns a graph that ends with what the layers below the cut say; ONNX Runtime drops the
     * rest.
     */
    byte[] below(int cut) {
        Require.that(
                cut > 0 && cut < layers(),
                "a cut between layers 1 and " + (layers() - 1),
                () -> "below " + cut);
        GraphProto graph = model.getGraph();
        ValueInfoProto last =
                graph.getOutput(0).toBuilder()
                        .setName(nodes.get(end(cut - 1)).getOutput(0))
                        .build();
        return model.toBuilder()
                .setGraph(graph.toBuilder().clearOutput().addOutput(last))
                .build()
                .toByteArray();
    }

    /** Returns the weights of the layers above a cut. */
    List<EncoderLayer> layersFrom(int cut) {
        List<EncoderLayer> layers = new ArrayList<>();
        for (int layer = cut; layer < layers(); layer++) {
            layers.add(layer(layer));
        }
        return layers;
    }

    private EncoderLayer layer(int layer) {
        return new EncoderLayer(
                dense(layer, "attention/self/query"),
                dense(layer, "attention/self/key"),
                dense(layer, "attention/self/value"),
                dense(layer, "attention/output/dense"),
                scale(layer, "attention/output"),
                dense(layer, "intermediate/dense"),
                dense(layer, "output/dense"),
                scale(layer, "output"));
    }

    private DenseLayer dense(int layer, String place) {
        NodeProto product = nodes.get("/encoder/layer." + layer + "/" + place + "/MatMul_quant");
        String quantised = product.getInput(1);
        String name = quantised.substring(0, quantised.lastIndexOf("_quantized"));
        TensorProto whole = tensors.get(quantised);
        float[] scales = floats(name + "_scale");
        boolean centred =
                tensors.get(name + "_zero_point").getInt32DataList().stream().allMatch(z -> z == 0);
        Require.that(centred, "8-bit weights around zero", () -> name + " around something else");
        int inputs = (int) whole.getDims(0);
        int outputs = (int) whole.getDims(1);
        ByteString bytes = whole.getRawData();
        float[] weights = new float[inputs * outputs];
        for (int in = 0; in < inputs; in++) {
            for (int out = 0; out < outputs; out++) {
                weights[out * inputs + in] =
                        bytes.byteAt(in * outputs + out) * scales[scales.length == 1 ? 0 : out];
            }
        }
        return new DenseLayer(inputs, weights, floats(parameter(layer, place, ".bias")));
    }

    private LayerScale scale(int layer, String place) {
        return new LayerScale(
                floats(parameter(layer, place, ".LayerNorm.weight")),
                floats(parameter(layer, place, ".LayerNorm.bias")));
    }

    private static String parameter(int layer, String place, String what) {
        return "encoder.layer." + layer + "." + place.replace('/', '.') + what;
    }

    private float[] floats(String name) {
        TensorProto tensor = tensors.get(name);
        float[] values = new float[(int) tensor.getDims(0)];
        if (tensor.getFloatDataCount() > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
        } else {
            FloatBuffer raw =
                    tensor.getRawData()
                            .asReadOnlyByteBuffer()
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer();
            raw.get(values);
        }
        return values;
    }
}
