package io.huihui.text.media;

import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.TranscriptionConfig;

import java.nio.file.Path;
import java.util.List;

/** Opens the engine for a kind of media. */
interface Engines {

    /**
     * Returns a new reader; may take long at the first call.
     *
     * @throws io.huihui.models.media.EngineMissingException when there is none on this machine
     */
    MediaReader open(MediaKind kind);

    /** Returns the engines that a configuration names, fetched programs being kept in a cache. */
    static Engines of(TranscriptionConfig config, Path cache) {
        return kind -> {
            List<String> command =
                    switch (kind) {
                        case IMAGE -> config.imageCommand();
                        case AUDIO -> config.speechCommand();
                    };
            if (!command.isEmpty()) {
                return CommandReader.open(command);
            }
            return switch (kind) {
                case IMAGE -> TesseractReader.open();
                case AUDIO ->
                        PocketSphinxReader.of(
                                SpeechPrograms.recogniser(cache), MarketLanguage.bundled());
            };
        };
    }
}
