package io.huihui.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The agents on this machine: their functions in one process, the runtime in another. */
public final class LocalAgents implements AutoCloseable {

    /** Variables that say where a language model is. */
    private static final String LANGUAGE_MODEL = "HUIHUI_LLM_";

    private final AgentFunctions functions;
    private final AgentRuntime runtime;

    private LocalAgents(AgentFunctions functions, AgentRuntime runtime) {
        this.functions = functions;
        this.runtime = runtime;
    }

    /** Starts both in folders of their own, with the language model of our environment. */
    public static LocalAgents start(Path folder, String bootstrapServers) {
        return start(folder, bootstrapServers, System.getenv());
    }

    static LocalAgents start(
            Path folder, String bootstrapServers, Map<String, String> environment) {
        Map<String, String> passed = new TreeMap<>(environment);
        passed.keySet().removeIf(name -> !name.startsWith(LANGUAGE_MODEL));
        AgentFunctions functions = AgentFunctions.start(folder.resolve("functions"), passed);
        try {
            // After the functions: the first call to each blocks a task of the runtime.
            return new LocalAgents(
                    functions,
                    AgentRuntime.start(
                            folder.resolve("runtime"), bootstrapServers, functions.port()));
        } catch (RuntimeException e) {
            functions.close();
            throw e;
        }
    }

    /** Returns where the runtime tells of its job and checkpoints. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + runtime.port());
    }

    public AgentFunctions functions() {
        return functions;
    }

    public AgentRuntime runtime() {
        return runtime;
    }

    @Override
    public void close() {
        runtime.close();
        functions.close();
    }
}
