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

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.util.List;

/**
 * Turns what a command throws into a sentence and an exit code: 2 for what the user can mend, 1 for
 * the rest. A stack trace only with {@code --stack-trace}.
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

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        boolean known = SENTENCES.contains(failure.getClass());
        command.getErr()
                .println("huihui: " + (known ? failure.getMessage() : "failed: " + failure));
        if (arguments.hasMatchedOption("--stack-trace")
                || Boolean.getBoolean("huihui.stack-trace")) {
            failure.printStackTrace(command.getErr());
        } else if (!known) {
            command.getErr()
                    .println("huihui: more with HUIHUI_JAVA_OPTIONS=-Dhuihui.stack-trace=true");
        }
        command.getErr().flush();
        return known ? UNUSABLE : FAILED;
    }
}
