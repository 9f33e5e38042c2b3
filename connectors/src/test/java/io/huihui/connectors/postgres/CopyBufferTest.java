package io.huihui.connectors.postgres;

import io.huihui.models.InvalidRecordException;

import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CopyBufferTest {

    /**
     * What PostgreSQL 15.18 itself writes for COPY (SELECT true, 7::int4, -2::int8, 1.5::float8,
     * 'a\u00e9', timestamptz '2026-11-23 14:30:00.123Z', ARRAY[1.5,NULL]::float8[],
     * ARRAY['a','']::text[], ARRAY[]::text[], NULL::text) TO STDOUT (FORMAT binary).
     */
    private static final String WRITTEN_BY_POSTGRES =
            "5047434f50590aff0d0a000000000000000000"
                    + "000a"
                    + "0000000101"
                    + "0000000400000007"
                    + "00000008fffffffffffffffe"
                    + "000000083ff8000000000000"
                    + "0000000361c3a9"
                    + "00000008000303f1328b4a78"
                    + "000000240000000100000001000002bd0000000200000001"
                    + "000000083ff8000000000000ffffffff"
                    + "0000001d000000010000000000000019000000020000000100000001"
                    + "61"
                    + "00000000"
                    + "0000000c000000000000000000000019"
                    + "ffffffff"
                    + "ffff";

    private record Row(Double number, String text) {}

    private static final PostgresTable<Row> ALL_TYPES =
            PostgresTable.<Row>named("all_types")
                    .flag("a", row -> true)
                    .integer("b", row -> 7)
                    .bigint("c", row -> -2)
                    .realOrMissing("d", Row::number)
                    .text("e", row -> "a\u00e9")
                    .time("f", row -> Instant.parse("2026-11-23T14:30:00.123Z").toEpochMilli())
                    .reals("g", row -> new double[] {1.5, Double.NaN})
                    .texts("h", row -> List.of("a", ""))
                    .texts("i", row -> List.of())
                    .textOrMissing("j", Row::text)
                    .key("a")
                    .build();

    private final CopyBuffer buffer = new CopyBuffer();

    @Test
    void writesTheBytesThatPostgresWrites() {
        ALL_TYPES.encode(new Row(1.5, null), buffer);

        assertThat(HexFormat.of().formatHex(buffer.toBytes())).isEqualTo(WRITTEN_BY_POSTGRES);
    }

    @Test
    void anEmptyBufferIsHeaderAndTrailer() {
        assertThat(buffer.toBytes())
                .startsWith("PGCOPY\n".getBytes(StandardCharsets.US_ASCII))
                .hasSize(21)
                .endsWith(0xFF, 0xFF);
    }

    @Test
    void rowsThatTravelledAreTheRowsThatWereEncoded() throws IOException {
        RowEncoder<Row> encoder = new RowEncoder<>(ALL_TYPES);
        CopyBuffer arrived = new CopyBuffer();
        for (Row row : List.of(new Row(1.5, null), new Row(null, "text"))) {
            ALL_TYPES.encode(row, buffer);
            DataOutputSerializer sent = new DataOutputSerializer(16);
            for (EncodedRows rows : encoded(encoder, row)) {
                EncodedRowsSerializer.INSTANCE.serialize(rows, sent);
            }
            EncodedRows read =
                    EncodedRowsSerializer.INSTANCE.deserialize(
                            new DataInputDeserializer(sent.getCopyOfBuffer()));
            assertThat(read.table()).isEqualTo(ALL_TYPES.name());
            assertThat(read.rows()).isEqualTo(1);
            arrived.append(read.bytes());
        }

        assertThat(arrived.toBytes()).isEqualTo(buffer.toBytes());
    }

    @Test
    void aRecordMayHaveNoRowsOrSeveral() {
        RowEncoder<List<Row>> encoder = new RowEncoder<>(ALL_TYPES.filledBy(rows -> rows));

        assertThat(encoded(encoder, List.of())).isEmpty();
        assertThat(encoded(encoder, List.of(new Row(1.5, null), new Row(2.5, null))))
                .extracting(EncodedRows::rows)
                .containsExactly(2);
    }

    private static <T> List<EncodedRows> encoded(RowEncoder<T> encoder, T record) {
        List<EncodedRows> rows = new ArrayList<>();
        encoder.encode(record, rows::add);
        return rows;
    }

    @Test
    void startsAgainAfterClear() {
        byte[] empty = buffer.toBytes();
        ALL_TYPES.encode(new Row(1.5, "text"), buffer);

        buffer.clear();

        assertThat(buffer.toBytes()).isEqualTo(empty);
    }

    @Test
    void growsBeyondItsFirstSize() {
        String large = "x".repeat(1 << 20);

        ALL_TYPES.encode(new Row(null, large), buffer);

        byte[] bytes = buffer.toBytes();
        int end = bytes.length - 2;
        assertThat(new String(bytes, end - large.length(), large.length(), StandardCharsets.UTF_8))
                .isEqualTo(large);
    }

    @Test
    void refusesNaNAndLeavesTheBufferAsItWas() {
        ALL_TYPES.encode(new Row(1.5, "good"), buffer);
        byte[] before = buffer.toBytes();

        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ALL_TYPES.encode(new Row(bad, "bad"), buffer))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("need finite d");
        }

        assertThat(buffer.toBytes()).isEqualTo(before);
    }

    @Test
    void refusesAWholeNumberBeyondItsColumn() {
        PostgresTable<Row> table =
                PostgresTable.<Row>named("narrow").integer("a", row -> 1L << 40).key("a").build();
        byte[] before = buffer.toBytes();

        assertThatThrownBy(() -> table.encode(new Row(null, null), buffer))
                .isInstanceOf(ArithmeticException.class);
        assertThat(buffer.toBytes()).isEqualTo(before);
    }

    @Test
    void storesTextWithTheCharacterThatPostgresCannotHold() {
        buffer.addText("a\0b");

        byte[] bytes = buffer.toBytes();
        assertThat(Arrays.copyOfRange(bytes, 23, bytes.length - 2))
                .isEqualTo("a\uFFFDb".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesNamesThatAreNotPlain() {
        assertThatThrownBy(() -> PostgresTable.<Row>named("t; DROP TABLE x"))
                .hasMessageContaining("lower-case letters");
        assertThatThrownBy(() -> PostgresTable.<Row>named("t").flag("a\"b", row -> true))
                .hasMessageContaining("lower-case letters");
        assertThatThrownBy(
                        () -> PostgresTable.<Row>named("t").flag("a", row -> true).key("b").build())
                .hasMessageContaining("need a key made of columns of t");
    }
}
