package io.huihui.agents;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** Somebody who writes a text when told what to write; may be slow, fail, or write nonsense. */
@FunctionalInterface
public interface LanguageModel {

    /**
     * Returns the text; blocks.
     *
     * @throws RuntimeException when there is none
     */
    String write(String rules, String task);

    /** Returns the model behind an endpoint as OpenAI, vLLM or Ollama ({@code /v1}) offer it. */
    static LanguageModel of(LanguageModelSettings settings) {
        OpenAiChatModel model =
                OpenAiChatModel.builder()
                        .baseUrl(settings.url())
                        .apiKey(settings.key())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .timeout(settings.deadline())
                        .maxRetries(0)
                        .build();
        return (rules, task) ->
                model.chat(SystemMessage.from(rules), UserMessage.from(task)).aiMessage().text();
    }
}
