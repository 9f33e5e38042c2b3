package io.huihui.connectors.codec;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Messages as bad senders send them, the same for the same seed: every kind of damage to every
 * market topic, with good neighbours in between. Damage to values goes through Avro's own writer,
 * because our constructors would not make such a record.
 */
public final class MutatedRecords {

    private static final int HUGE_TEXT = 20_000;

    /** What is wrong with a message. */
    public enum Damage {
        TRUNCATED(false),
        TRAILING_BYTES(false),
        WRONG_MARKER(false),
        UNKNOWN_SCHEMA(false),
        OTHER_TOPIC(false),
        EMPTY(false),
        NOT_A_NUMBER(false),
        CROSSED_OR_NEGATIVE(false),
        TIME_IN_SECONDS(false),
        TIME_IN_MICROSECONDS(false),
        HUGE_TEXT(false),
        LYING_LENGTH(false),
        MALFORMED_TEXT(false),
        /** A symbol nobody has heard of is a good record. */
        UNKNOWN_SYMBOL(true),
        /** The same message again is a good record; consumers drop it by its id. */
        DUPLICATE(true),
        NONE(true);

        private final boolean decodable;

        Damage(boolean decodable) {
            this.decodable = decodable;
        }

        public boolean isDecodable() {
            return decodable;
        }
    }

    /**
     * One message.
     *
     * @param topic where it is sent
     * @param original the record it was made from; equal to what decodes when nothing is wrong
     */
    @SuppressWarnings("ArrayRecordComponent") // Messages are never compared.
    public record Message(
            Topic<? extends MarketEvent> topic,
            MarketEvent original,
            Damage damage,
            byte[] bytes) {}

    private final SplittableRandom random;

    private MutatedRecords(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns {@code count} messages: each kind of damage in turn, a good one after each. */
    public static List<Message> corpus(int count, long seed) {
        MutatedRecords maker = new MutatedRecords(seed);
        Damage[] damages = Damage.values();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Damage damage = i % 2 == 0 ? damages[i / 2 % damages.length] : Damage.NONE;
            Topic<? extends MarketEvent> topic =
                    Topics.MARKET.get(i / 2 / damages.length % Topics.MARKET.size());
            messages.add(maker.message(topic, damage, messages));
        }
        return messages;
    }

    private <T extends MarketEvent> Message message(
            Topic<T> topic, Damage damage, List<Message> before) {
        if (damage == Damage.DUPLICATE) {
            Message last = before.get(before.size() - 1);
            return new Message(last.topic, last.original, damage, last.bytes);
        }
        T record = SampleRecords.of(topic, random.nextLong());
        byte[] good = topic.newCodec().encode(record);
        byte[] bytes =
                switch (damage) {
                    case TRUNCATED -> Arrays.copyOf(good, random.nextInt(good.length));
                    case TRAILING_BYTES -> Arrays.copyOf(good, good.length + 1 + random.nextInt(9));
                    case WRONG_MARKER -> flipped(good, 0);
                    case UNKNOWN_SCHEMA -> flipped(good, 2 + random.nextInt(8));
                    case OTHER_TOPIC -> ofAnotherTopic(topic);
                    case EMPTY -> new byte[0];
                    case NOT_A_NUMBER -> withNumber(topic, good, Double.NaN);
                    case CROSSED_OR_NEGATIVE -> withNumber(topic, good, -1.0);
                    case TIME_IN_SECONDS ->
                            withTime(topic, good, record.eventTimeMillis() / 1_000_000);
                    case TIME_IN_MICROSECONDS ->
                            withTime(topic, good, record.eventTimeMillis() * 1_000);
                    case HUGE_TEXT -> withSymbol(topic, good, "X".repeat(HUGE_TEXT));
                    case LYING_LENGTH -> lyingLength(good);
                    case MALFORMED_TEXT -> malformedText(good);
                    case UNKNOWN_SYMBOL -> withSymbol(topic, good, "ZZ" + random.nextInt(1000));
                    case DUPLICATE, NONE -> good;
                };
        return new Message(topic, record, damage, bytes);
    }

    private static byte[] flipped(byte[] good, int place) {
        byte[] bytes = good.clone();
        bytes[place] ^= 0x55;
        return bytes;
    }

    private byte[] ofAnotherTopic(Topic<?> topic) {
        return topic == Topics.BARS
                ? Topics.TRADES.newCodec().encode(SampleRecords.of(Topics.TRADES, 1))
                : Topics.BARS.newCodec().encode(SampleRecords.of(Topics.BARS, 1));
    }

    /** The first text claims two gigabytes. */
    private static byte[] lyingLength(byte[] good) {
        byte[] bytes = Arrays.copyOf(good, good.length + 4);
        Arrays.fill(bytes, SingleObject.HEADER_BYTES, SingleObject.HEADER_BYTES + 4, (byte) 0xFE);
        bytes[SingleObject.HEADER_BYTES + 4] = 0x0F;
        return bytes;
    }

    /** The first character of the symbol is a byte that no UTF-8 begins with. */
    private static byte[] malformedText(byte[] good) {
        byte[] bytes = good.clone();
        bytes[SingleObject.HEADER_BYTES + 1] = (byte) 0xFF;
        return bytes;
    }

    private byte[] withNumber(Topic<?> topic, byte[] good, double value) {
        return changed(
                topic,
                good,
                record -> {
                    switch (topic.shortName()) {
                        case "trades", "option-trades" -> record.put("price", value);
                        case "depth" -> setFirstLevel(record, value);
                        case "chains" -> record.put("underlyingPrice", value);
                        case "underlyings" -> record.put("price", value);
                        case "bars" -> record.put("low", value);
                        default -> record.put(random.nextBoolean() ? "bid" : "ask", value);
                    }
                });
    }

    private static void setFirstLevel(GenericData.Record depth, double value) {
        GenericData.Record bids = (GenericData.Record) depth.get("bids");
        bids.put("prices", List.of(value));
        bids.put("sizes", List.of(1.0));
    }

    private static byte[] withTime(Topic<?> topic, byte[] good, long time) {
        return changed(topic, good, record -> record.put("eventTimeMillis", time));
    }

    private static byte[] withSymbol(Topic<?> topic, byte[] good, String symbol) {
        return changed(
                topic,
                good,
                record -> {
                    if (record.getSchema().getField("contract") != null) {
                        ((GenericData.Record) record.get("contract")).put("underlying", symbol);
                        return;
                    }
                    record.put("symbol", symbol);
                    if (record.getSchema().getField("rows") != null) {
                        record.put("rows", List.of());
                    }
                });
    }

    private interface Change {
        void apply(GenericData.Record record);
    }

    private static byte[] changed(Topic<?> topic, byte[] good, Change change) {
        Schema schema = topic.schemas().latest();
        try {
            GenericData.Record record =
                    new BinaryMessageDecoder<GenericData.Record>(GenericData.get(), schema)
                            .decode(good);
            change.apply(record);
            ByteBuffer encoded =
                    new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema)
                            .encode(record);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the whole corpus as text to compare two runs by. */
    static String digest(List<Message> messages) {
        StringBuilder digest = new StringBuilder();
        for (Message message : messages) {
            digest.append(message.damage).append(Arrays.hashCode(message.bytes)).append('\n');
        }
        return digest.toString();
    }
}
