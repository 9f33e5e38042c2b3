package io.huihui.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words that start a JVM with the class path of a server module. The class path goes by a file
 * ({@code java @file}): ONNX Runtime 1.29, which a job may load, reads the command line of its
 * process and is broken by one of some thousand characters; and a short one can be read.
 */
final class JavaCommand {

    /** Flags for every server's JVM, parted by blanks. */
    private static final String MORE = System.getenv("HUIHUI_SERVER_JAVA_OPTIONS");

    private final List<String> words = new ArrayList<>();
    private final Path option;

    private JavaCommand(Jdk jdk, Path option) {
        words.add(jdk.java());
        if (MORE != null && !MORE.isBlank()) {
            Collections.addAll(words, MORE.strip().split("\\s+"));
        }
        this.option = option;
    }

    /**
     * Returns the beginning of a command.
     *
     * @param folder takes the file with the class path
     */
    static JavaCommand of(Jdk jdk, String module, DataFolder folder) {
        String option = option(ProjectRoot.classPath(module));
        return new JavaCommand(jdk, folder.write(module + ".class-path", option));
    }

    /** Returns a class path as java reads it from a file: a backslash is written twice. */
    static String option(String classPath) {
        return "-cp \"" + classPath.replace("\\", "\\\\") + "\"\n";
    }

    JavaCommand flags(String... flags) {
        Collections.addAll(words, flags);
        return this;
    }

    JavaCommand property(String name, String value) {
        words.add("-D" + name + "=" + value);
        return this;
    }

    /** Returns the words of the whole command. */
    List<String> main(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(words);
        Collections.addAll(command, "@" + option, mainClass);
        Collections.addAll(command, arguments);
        return command;
    }
}
