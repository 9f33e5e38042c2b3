package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.StoreUnavailableException;

import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TransientException;

import java.io.IOException;

/** What a failure of the server means for the writer: try again, ask the operator, or stop. */
final class Neo4jFailures {

    private static final String NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound";

    /** The batch ran into its time limit; a busy server may manage it later. */
    private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

    private Neo4jFailures() {}

    /**
     * Returns the exception for a failure that passes or that is the batch's own fault.
     *
     * @param what is written, e.g. {@code directives}
     * @throws InvalidTargetException when only an operator can help
     */
    static IOException translate(Neo4jException failure, Neo4jConfig config, String what) {
        String server = "Neo4j at " + config.uri();
        String words = "\"" + failure.getMessage() + "\" (" + failure.code() + ")";
        if (failure instanceof SecurityException && !(failure instanceof RetryableException)) {
            throw new InvalidTargetException(
                    "need "
                            + server
                            + " to let user "
                            + config.user()
                            + " write, was "
                            + words
                            + "; check user, password and role",
                    failure);
        }
        if (NO_DATABASE.equals(failure.code())) {
            throw new InvalidTargetException(
                    "need database "
                            + config.database()
                            + " on "
                            + server
                            + ", was "
                            + words
                            + "; create it first",
                    failure);
        }
        String sentence = "need " + server + " to take " + what + ", was " + words;
        if (passes(failure)) {
            return new StoreUnavailableException(sentence, failure);
        }
        return new IOException(
                sentence + "; these records cannot be stored as they are: report it", failure);
    }

    private static boolean passes(Neo4jException failure) {
        return failure instanceof RetryableException
                || failure instanceof TransientException
                || String.valueOf(failure.code()).startsWith(TIMED_OUT);
    }
}
