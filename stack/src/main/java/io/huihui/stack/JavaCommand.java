package io.huihui.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words that start a JVM with the class path of a server module. */
final class JavaCommand {

    private final List<String> words = new ArrayList<>();
    private final String classPath;

    private JavaCommand(Jdk jdk, String module) {
        words.add(jdk.java());
        classPath = ProjectRoot.classPath(module);
    }

    static JavaCommand of(Jdk jdk, String module) {
        return new JavaCommand(jdk, module);
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
        Collections.addAll(command, "-cp", classPath, mainClass);
        Collections.addAll(command, arguments);
        return command;
    }
}
