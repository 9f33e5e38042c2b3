package io.huihui.connectors.postgres;

import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.VectorDevice;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors in a temporary table of a Postgres session, compared there by pgvector with every one of
 * their owner. The table goes with the session, so nothing is left of a job that is gone, and two
 * jobs never mix. Needs the extension {@code vector} and the right to make temporary tables.
 *
 * <p>Its methods throw {@link IllegalStateException} when the server fails or refuses.
 */
public final class PostgresVectors implements VectorDevice {

    /** Nobody waits for longer than a fraction of it. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(2);

    private static final String EXTENSION_SCHEMA =
            "SELECT pg_catalog.quote_ident(n.nspname) FROM pg_catalog.pg_extension e"
                    + " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace"
                    + " WHERE e.extname = 'vector'";

    private final PostgresConfig config;
    private final Connection connection;
    private final String put;
    private final String nearest;

    /**
     * Opens a session and makes its table.
     *
     * @throws IllegalStateException when there is no server, no extension, or no right to use it
     */
    public PostgresVectors(PostgresConfig config) {
        this.config = config.withStatementTimeout(STATEMENT_TIMEOUT);
        try {
            connection = PostgresConnections.open(this.config);
        } catch (SQLException failure) {
            throw failed(failure);
        }
        try {
            connection.setAutoCommit(true);
            String type = prepare();
            put =
                    "INSERT INTO pg_temp.vectors SELECT ?, place, coordinates::"
                            + type
                            + " FROM unnest(?, ?) AS row (place, coordinates)"
                            + " ON CONFLICT (owner, place)"
                            + " DO UPDATE SET coordinates = excluded.coordinates";
            // In a query of its own: it is read once, where a plan kept for any query reads it anew
            // for every row.
            nearest =
                    "SELECT place, coordinates OPERATOR("
                            + type.replaceFirst("vector$", "<->")
                            + ") (SELECT ?::"
                            + type
                            + ") AS distance FROM pg_temp.vectors WHERE owner = ?"
                            + " ORDER BY distance LIMIT ?";
        } catch (SQLException failure) {
            close();
            throw failed(failure);
        } catch (IllegalStateException none) {
            close();
            throw none;
        }
    }

    /** Makes the table and returns the name of the type of vectors. */
    private String prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = " + STATEMENT_TIMEOUT.toMillis());
            String type;
            try (ResultSet schema = statement.executeQuery(EXTENSION_SCHEMA)) {
                if (!schema.next()) {
                    throw new IllegalStateException(
                            "need the extension vector in the database of "
                                    + config.address()
                                    + ", was none; CREATE EXTENSION vector, or set memory.engine"
                                    + " to EXACT, which gives the same answers");
                }
                type = schema.getString(1) + ".vector";
            }
            statement.execute(
                    "CREATE TEMPORARY TABLE vectors (owner text, place integer, coordinates "
                            + type
                            + " NOT NULL, PRIMARY KEY (owner, place))");
            return type;
        }
    }

    @Override
    public void begin(String owner, int places, int dimension) {
        forget(owner);
    }

    @Override
    public void put(String owner, int firstPlace, float[] coordinates, float[] squares) {
        int dimension = coordinates.length / squares.length;
        List<Integer> places = new ArrayList<>();
        List<String> vectors = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int i = 0; i < squares.length; i++) {
            if (Float.isInfinite(squares[i])) {
                empty.add(firstPlace + i);
            } else {
                places.add(firstPlace + i);
                vectors.add(text(coordinates, i * dimension, dimension));
            }
        }
        try {
            delete(owner, empty);
            try (PreparedStatement statement = connection.prepareStatement(put)) {
                statement.setString(1, owner);
                statement.setArray(2, array("integer", places));
                statement.setArray(3, array("text", vectors));
                statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void delete(String owner, List<Integer> places) throws SQLException {
        if (!places.isEmpty()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "DELETE FROM pg_temp.vectors WHERE owner = ? AND place = ANY (?)")) {
                statement.setString(1, owner);
                statement.setArray(2, array("integer", places));
                statement.executeUpdate();
            }
        }
    }

    private Array array(String type, List<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    /** Returns a vector as pgvector reads it, with every digit. */
    private static String text(float[] coordinates, int from, int count) {
        return Arrays.toString(Arrays.copyOfRange(coordinates, from, from + count));
    }

    @Override
    public Candidates nearest(String owner, float[] query, int most) {
        int[] places = new int[most];
        float[] squares = new float[most];
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(nearest)) {
            statement.setString(1, text(query, 0, query.length));
            statement.setString(2, owner);
            statement.setInt(3, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    double distance = rows.getDouble(2);
                    places[count] = rows.getInt(1);
                    squares[count] = (float) (distance * distance);
                    count++;
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
        return new Candidates(Arrays.copyOf(places, count), Arrays.copyOf(squares, count));
    }

    @Override
    public void forget(String owner) {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM pg_temp.vectors WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private IllegalStateException failed(SQLException failure) {
        return new IllegalStateException(
                "need Postgres at "
                        + config.address()
                        + " to compare vectors, was "
                        + PostgresFailures.words(failure),
                failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }
}
