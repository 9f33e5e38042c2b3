package io.huihui.agents;

import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.types.SimpleType;
import org.apache.flink.statefun.sdk.java.types.Type;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The seconds of one symbol whose conflicts were answered last, oldest first: the job sends some
 * again after it was restored.
 *
 * @param secondEndMillis at most {@link #MOST}
 */
record Answered(List<Long> secondEndMillis) {

    /** Conflicts that a job can send again: those since its last checkpoint, and many more. */
    static final int MOST = 256;

    static final Answered NONE = new Answered(List.of());

    static final Type<Answered> TYPE =
            SimpleType.simpleImmutableTypeFrom(
                    TypeName.typeNameOf("huihui", "answered"), Answered::write, Answered::read);

    Answered {
        secondEndMillis = List.copyOf(secondEndMillis);
    }

    boolean has(long second) {
        return secondEndMillis.contains(second);
    }

    /** Returns these and one more, without the oldest if there are too many. */
    Answered and(long second) {
        List<Long> seconds = new ArrayList<>(secondEndMillis);
        seconds.add(second);
        return new Answered(seconds.subList(Math.max(0, seconds.size() - MOST), seconds.size()));
    }

    private static byte[] write(Answered answered) {
        ByteBuffer bytes = ByteBuffer.allocate(answered.secondEndMillis.size() * Long.BYTES);
        answered.secondEndMillis.forEach(bytes::putLong);
        return bytes.array();
    }

    private static Answered read(byte[] bytes) {
        List<Long> seconds = new ArrayList<>();
        for (ByteBuffer from = ByteBuffer.wrap(bytes); from.hasRemaining(); ) {
            seconds.add(from.getLong());
        }
        return new Answered(seconds);
    }
}
