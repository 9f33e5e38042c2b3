package io.huihui.connectors.postgres;

/** The column types in use, by the names and numbers of the server's catalogue (pg_type). */
enum PostgresType {
    BOOLEAN("bool", 16),
    INTEGER("int4", 23),
    BIGINT("int8", 20),
    DOUBLE("float8", 701),
    TEXT("text", 25),
    TIME("timestamptz", 1184),
    DOUBLE_ARRAY("_float8", 1022),
    TEXT_ARRAY("_text", 1009);

    private final String catalogueName;
    private final int oid;

    PostgresType(String catalogueName, int oid) {
        this.catalogueName = catalogueName;
        this.oid = oid;
    }

    String catalogueName() {
        return catalogueName;
    }

    int oid() {
        return oid;
    }
}
