package io.huihui.models.expert.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.text.Simhash;
import io.huihui.models.text.TextHash;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * What an expert keeps of a story.
 *
 * @param tone expected tone, -1..1; NaN when it could not be read
 * @param echo whether another source had told it before
 */
record Story(
        long timeMillis,
        long source,
        long sequence,
        long fingerprint,
        double trust,
        double tone,
        boolean echo) {

    /** Total, so that it does not matter in which order stories came. */
    static final Comparator<Story> BY_TIME =
            Comparator.comparingLong(Story::timeMillis)
                    .thenComparingLong(Story::source)
                    .thenComparingLong(Story::sequence)
                    .thenComparingLong(Story::fingerprint);

    static Story of(NewsMention mention) {
        NewsItem item = mention.item();
        return new Story(
                item.receivedTimeMillis(),
                TextHash.of(item.source()),
                item.sequence(),
                Simhash.of(item.headline()),
                SourceTrust.of(item.source()),
                mention.tone() == null ? Double.NaN : mention.tone().score(),
                false);
    }

    Story asEcho() {
        return new Story(timeMillis, source, sequence, fingerprint, trust, tone, true);
    }

    boolean isRead() {
        return !Double.isNaN(tone);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(timeMillis);
        out.writeLong(source);
        out.writeLong(sequence);
        out.writeLong(fingerprint);
        out.writeDouble(trust);
        out.writeDouble(tone);
        out.writeBoolean(echo);
    }

    static Story readFrom(DataInput in) throws IOException {
        return new Story(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean());
    }
}
