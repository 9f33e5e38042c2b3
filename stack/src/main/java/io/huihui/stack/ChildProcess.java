package io.huihui.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One server process under a watchdog (watchdog.sh) that ends it when this process ends, even by
 * kill -9. Output goes to {@code NAME.log} in its folder.
 */
public final class ChildProcess implements AutoCloseable {

    /** Time between the polite signal and the kill. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LOG_LINES_IN_MESSAGE = 3;

    /** What servers write in front of the line that matters. */
    private static final Pattern COMPLAINT = Pattern.compile("ERROR|FATAL|Exception");

    private static final String WATCHDOG = watchdog();

    private final String name;
    private final Process watchdog;
    private final Path pidFile;
    private final Path log;

    private ChildProcess(String name, Process watchdog, Path pidFile, Path log) {
        this.name = name;
        this.watchdog = watchdog;
        this.pidFile = pidFile;
        this.log = log;
    }

    /**
     * How to start a server.
     *
     * @param name in file names and messages, e.g. {@code kafka}
     * @param stopSignal what asks it to end in good order: TERM, or INT for Postgres
     */
    record Command(
            String name,
            Path folder,
            List<String> words,
            Map<String, String> environment,
            String stopSignal) {

        static Command of(String name, Path folder, List<String> words) {
            return new Command(name, folder, words, Map.of(), "TERM");
        }
    }

    /** Starts the command; an earlier one of that name in the folder is waited for first. */
    static ChildProcess start(Command command) {
        Path pidFile = command.folder().resolve(command.name() + ".pid");
        Path log = command.folder().resolve(command.name() + ".log");
        awaitEndOf(pidFile);
        List<String> words = new ArrayList<>(ownSession());
        words.addAll(List.of("sh", "-c", WATCHDOG, "watchdog", pidFile.toString()));
        words.addAll(List.of(command.stopSignal(), String.valueOf(GRACE.toSeconds())));
        words.addAll(command.words());
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(command.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            return new ChildProcess(command.name(), builder.start(), pidFile, log);
        } catch (IOException e) {
            throw new StackException("cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the name under which it was started, e.g. taskmanager-2. */
    public String name() {
        return name;
    }

    /** Returns the process id of the server itself, not of its watchdog; empty before it runs. */
    public Optional<Long> pid() {
        try {
            String text = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return watchdog.isAlive();
    }

    /** Returns whether it runs and what its log complained of last, for a message of failure. */
    public String state() {
        return name + (isAlive() ? " runs; " : " has ended; ") + lastLines();
    }

    /** Ends the server as a crash would (kill -9); for tests of recovery. */
    public void crash() {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops the server in the middle of what it does, as a machine that hangs would. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen server go on. */
    public void thaw() {
        signal("CONT");
    }

    /**
     * Lets every write of the server to a file fail, by a limit of the process (RLIMIT_FSIZE);
     * Linux only.
     */
    public void refuseFileWrites() {
        limitFiles("0:");
    }

    /** Lets the server write files again. */
    public void allowFileWrites() {
        limitFiles("unlimited:");
    }

    /** The hard limit stays, else nobody but root could raise the soft one again. */
    private void limitFiles(String softLimit) {
        pid().ifPresent(pid -> run("prlimit", "--pid", pid.toString(), "--fsize=" + softLimit));
    }

    private void signal(String signal) {
        pid().ifPresent(pid -> run("kill", "-" + signal, pid.toString()));
    }

    private void run(String... words) {
        try {
            new ProcessBuilder(words).start().waitFor();
        } catch (IOException e) {
            throw new StackException("cannot run " + words[0] + " on " + name + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the probe holds; a process that ends, or a deadline that passes, is an error
     * whose sentence ends with the last lines of the log.
     */
    void await(Duration deadline, String what, BooleanSupplier probe) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            requireAlive();
            if (probe.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new StackException(
                        "need "
                                + what
                                + " within "
                                + deadline.toSeconds()
                                + " s, was not there; "
                                + lastLines());
            }
            pause();
        }
    }

    /** Refuses a process that has ended, with the last lines of its log. */
    void requireAlive() {
        if (!isAlive()) {
            throw new StackException(name + " ended while starting; " + lastLines());
        }
    }

    /** Asks the server to end, kills it after the grace time, and returns when nothing is left. */
    @Override
    public void close() {
        try {
            // The watchdog reads the end of this pipe as the request to stop.
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(GRACE.toSeconds() + 5, TimeUnit.SECONDS)) {
                crash();
                watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
            watchdog.destroyForcibly();
        } catch (InterruptedException e) {
            // The watchdog goes on with the stop by itself; its input is closed.
            Thread.currentThread().interrupt();
        }
    }

    static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for a server", e);
        }
    }

    /** A server whose parent was killed needs a moment to end and to give up its files. */
    private static void awaitEndOf(Path pidFile) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (Files.exists(pidFile) && isRunning(pidFile) && System.nanoTime() < end) {
            pause();
        }
    }

    private static boolean isRunning(Path pidFile) {
        try {
            String pid = Files.readString(pidFile).strip();
            return !pid.isEmpty()
                    && ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private String lastLines() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> written = lines.filter(line -> !line.isBlank()).toList();
            List<String> complaints =
                    written.stream().filter(line -> COMPLAINT.matcher(line).find()).toList();
            List<String> kept = complaints.isEmpty() ? written : complaints;
            int from = Math.max(0, kept.size() - LOG_LINES_IN_MESSAGE);
            return "its log "
                    + log
                    + " says: "
                    + String.join(" | ", kept.subList(from, kept.size()));
        } catch (IOException e) {
            return "see " + log;
        }
    }

    /** A session of its own keeps the terminal's Ctrl-C away, so that servers end in our order. */
    private static List<String> ownSession() {
        return Files.isExecutable(Path.of("/usr/bin/setsid"))
                ? List.of("/usr/bin/setsid")
                : List.of();
    }

    private static String watchdog() {
        try (InputStream script = ChildProcess.class.getResourceAsStream("watchdog.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackException("watchdog.sh is missing from the class path", e);
        }
    }
}
