package io.huihui.cli;

import io.huihui.benchmarks.MissingInputException;
import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.StoreUnavailableException;
import io.huihui.connectors.kafka.KafkaUnavailableException;
import io.huihui.connectors.recording.UnusableRecordingException;
import io.huihui.connectors.tape.TapeFormatException;
import io.huihui.jobs.config.InvalidConfigException;
import io.huihui.models.InvalidRecordException;
import io.huihui.stack.StackException;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns what a command throws into a sentence and an exit code: 2 for what the user can mend, 1 for
 * the rest. The stack trace goes to the log, and to the screen with {@code
 * HUIHUI_JAVA_OPTIONS=-Dhuihui.stack-trace=true}.
 */
final class ExitCodes implements IExecutionExceptionHandler {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int UNUSABLE = 2;

    /** Exceptions whose message is written for the user. */
    private static final List<Class<? extends Exception>> SENTENCES =
            List.of(
                    UserError.class,
                    StackException.class,
                    InvalidConfigException.class,
                    InvalidRecordException.class,
                    InvalidTargetException.class,
                    StoreUnavailableException.class,
                    KafkaUnavailableException.class,
                    TapeFormatException.class,
                    UnusableRecordingException.class,
                    MissingInputException.class);

    private static final Logger LOG = LogManager.getLogger(ExitCodes.class);

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        LOG.error("{} failed", command.getCommandName(), failure);
        Optional<Throwable> known =
                causes(failure).filter(cause -> isSentence(cause, failure)).findFirst();
        PrintWriter err = command.getErr();
        if (known.isPresent()) {
            err.println("huihui: " + known.get().getMessage());
        } else {
            err.println("huihui: failed: " + words(failure) + "; more in " + log());
        }
        if (Boolean.getBoolean("huihui.stack-trace")) {
            failure.printStackTrace(err);
        }
        err.flush();
        return known.isPresent() ? UNUSABLE : FAILED;
    }

    /**
     * A job wraps what stopped it. An invalid record inside of one is a defect; only where the
     * command itself met it, an argument was wrong.
     */
    private static boolean isSentence(Throwable cause, Exception failure) {
        return SENTENCES.contains(cause.getClass())
                && (cause == failure || !(cause instanceof InvalidRecordException));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** Returns the first line of what happened, not of where it was noticed. */
    private static String words(Throwable failure) {
        Throwable root = causes(failure).reduce((above, below) -> below).orElse(failure);
        return root.toString().lines().findFirst().orElse("");
    }

    /** Where log4j2.properties says. */
    private static Path log() {
        return Path.of(System.getProperty("huihui.root", "."), "target", "huihui.log")
                .toAbsolutePath()
                .normalize();
    }
}
