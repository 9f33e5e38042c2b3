package io.huihui.models.graph;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Links and nodes as bytes; kinds by their names, so that a kind more changes nothing. */
final class GraphBytes {

    private GraphBytes() {}

    static void write(DataOutput out, Link link) throws IOException {
        out.writeUTF(link.kind().name());
        text(out, link.from().id());
        text(out, link.to().id());
        out.writeLong(link.validFromMillis());
        out.writeBoolean(link.validToMillis() != null);
        if (link.validToMillis() != null) {
            out.writeLong(link.validToMillis());
        }
    }

    static Link readLink(DataInput in) throws IOException {
        LinkKind kind = LinkKind.valueOf(in.readUTF());
        NodeId from = new NodeId(kind.from(), text(in));
        NodeId to = new NodeId(kind.to(), text(in));
        long validFromMillis = in.readLong();
        return new Link(kind, from, to, validFromMillis, in.readBoolean() ? in.readLong() : null);
    }

    /** Writes nodes that tell something. */
    static void write(DataOutput out, Collection<Node> nodes) throws IOException {
        out.writeInt(nodes.size());
        for (Node node : nodes) {
            out.writeUTF(node.id().kind().name());
            text(out, node.id().id());
            text(out, node.says());
            out.writeBoolean(node.detail() != null);
            if (node.detail() != null) {
                text(out, node.detail());
            }
            out.writeBoolean(node.value() != null);
            if (node.value() != null) {
                out.writeDouble(node.value());
            }
        }
    }

    static List<Node> readNodes(DataInput in) throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            NodeId id = new NodeId(NodeKind.valueOf(in.readUTF()), text(in));
            String says = text(in);
            String detail = in.readBoolean() ? text(in) : null;
            Double value = in.readBoolean() ? in.readDouble() : null;
            nodes.add(new Node(id, says, detail, value));
        }
        return nodes;
    }

    private static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
