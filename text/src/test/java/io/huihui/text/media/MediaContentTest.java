package io.huihui.text.media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediaContentTest {

    @TempDir Path folder;

    @Test
    void readsWhatLiesInTheFolder() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/b.png"), "image");

        assertThat(new MediaContent(folder).read("a/b.png")).asString().isEqualTo("image");
    }

    @Test
    void readsNothingOutsideOfTheFolder() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret"), "key");
        Files.createSymbolicLink(inside.resolve("link"), folder.resolve("secret"));
        MediaContent content = new MediaContent(inside);

        for (String reference :
                new String[] {"../secret", "/etc/hostname", "link", "a/../../secret"}) {
            assertThatThrownBy(() -> content.read(reference))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("need a path within");
        }
    }

    @Test
    void whatIsAbsentIsOneSentence() {
        assertThatThrownBy(() -> new MediaContent(folder).read("c.png"))
                .hasMessage("need the media c.png in " + folder + ", was absent");
    }
}
