package io.huihui.agents;

import io.huihui.models.Require;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoint of a language model, from environment variables.
 *
 * @param url {@value #URL}: of an OpenAI-compatible service, e.g. {@code http://127.0.0.1:11434/v1}
 *     of Ollama
 * @param model {@value #MODEL}: its name there
 * @param key {@value #KEY}: what the service asks for; a local one takes anything
 * @param deadline {@value #DEADLINE}: milliseconds after which the template's words are taken
 */
public record LanguageModelSettings(String url, String model, String key, Duration deadline) {

    static final String PREFIX = "HUIHUI_LLM_";
    static final String URL = PREFIX + "URL";
    static final String MODEL = PREFIX + "MODEL";
    static final String KEY = PREFIX + "KEY";
    static final String DEADLINE = PREFIX + "DEADLINE_MILLIS";

    /** Far below what the runtime lets a call last, and below what the job waits for an answer. */
    private static final String DEFAULT_DEADLINE_MILLIS = "8000";

    private static final long LONGEST_DEADLINE_MILLIS = 15_000;

    /** What local services are sent that ask for no key. */
    private static final String NO_KEY = "none";

    public LanguageModelSettings {
        Require.text("url", url);
        Require.text("model", model);
        Require.text("key", key);
        Require.that(
                !deadline.isNegative()
                        && !deadline.isZero()
                        && deadline.toMillis() <= LONGEST_DEADLINE_MILLIS,
                DEADLINE + " of 1 to " + LONGEST_DEADLINE_MILLIS,
                String.valueOf(deadline.toMillis()));
    }

    /**
     * Returns the settings; empty when no address is given.
     *
     * @throws IllegalArgumentException when a variable is unknown, missing or no number
     */
    static Optional<LanguageModelSettings> from(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            Require.that(
                    !name.startsWith(PREFIX) || Set.of(URL, MODEL, KEY, DEADLINE).contains(name),
                    "one of " + URL + ", " + MODEL + ", " + KEY + " and " + DEADLINE,
                    name);
        }
        String url = environment.get(URL);
        if (url == null) {
            return Optional.empty();
        }
        Require.that(environment.containsKey(MODEL), MODEL + " beside " + URL, "nothing");
        String millis = environment.getOrDefault(DEADLINE, DEFAULT_DEADLINE_MILLIS);
        Require.that(millis.matches("\\d{1,9}"), DEADLINE + " as a whole number", millis);
        return Optional.of(
                new LanguageModelSettings(
                        url,
                        environment.get(MODEL),
                        environment.getOrDefault(KEY, NO_KEY),
                        Duration.ofMillis(Long.parseLong(millis))));
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return model + " at " + url;
    }
}
