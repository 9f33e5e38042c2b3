package io.huihui.stack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildProcessTest {

    @TempDir Path folder;

    @Test
    void shouldEndChildAndWatchdogOnClose() throws IOException {
        ChildProcess child = sleeper(folder);
        long pid = pidOf(folder);

        child.close();

        assertThat(isRunning(pid)).isFalse();
        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void shouldLeaveNoChildBehindWhenTheParentIsKilled() throws Exception {
        Process parent =
                new ProcessBuilder(
                                Jdk.current().java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parent.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        long pid = pidOf(folder);
        assertThat(isRunning(pid)).isTrue();

        parent.destroyForcibly().waitFor();

        for (int i = 0; i < 100 && isRunning(pid); i++) {
            ChildProcess.pause();
        }
        assertThat(isRunning(pid)).isFalse();
    }

    @Test
    void shouldSayWhyAServerEnded() {
        try (ChildProcess child =
                ChildProcess.start(
                        ChildProcess.Command.of(
                                "grump",
                                folder,
                                List.of("sh", "-c", "echo no disk left; exit 3")))) {
            assertThatThrownBy(() -> child.await(Duration.ofSeconds(10), "a grump", () -> false))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("grump ended while starting")
                    .hasMessageContaining("no disk left");
        }
    }

    /** Starts a child and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            ChildProcess child = sleeper(Path.of(args[0]));
            while (child.isAlive()) {
                Thread.sleep(1000);
            }
        }
    }

    private static ChildProcess sleeper(Path folder) {
        return ChildProcess.start(
                ChildProcess.Command.of("sleeper", folder, List.of("sleep", "600")));
    }

    private static long pidOf(Path folder) throws IOException {
        Path file = folder.resolve("sleeper.pid");
        for (int i = 0; i < 300; i++) {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!text.isEmpty()) {
                return Long.parseLong(text);
            }
            ChildProcess.pause();
        }
        throw new AssertionError("no process id in " + file);
    }

    private static boolean isRunning(long pid) {
        return Optional.of(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }
}
