package io.huihui.text.media;

import io.huihui.models.media.EngineMissingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DebianPackagesTest {

    @TempDir Path cache;

    @Test
    void aFolderThatIsThereIsTakenAsItIs() throws Exception {
        Files.createDirectories(cache.resolve("tool/usr/bin"));

        assertThat(DebianPackages.fetch("tool", List.of("no-such-package"), cache))
                .isEqualTo(cache.resolve("tool"));
    }

    @Test
    void whatCannotBeFetchedIsOneSentenceAndLeavesNoFolder() throws Exception {
        Path apt = cache.resolve("fake-apt");
        Files.writeString(apt, "#!/bin/sh\necho E: no network >&2\nexit 100\n");
        assertThat(apt.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(
                        () -> DebianPackages.fetch("tool", List.of("flite"), cache, apt.toString()))
                .isInstanceOf(EngineMissingException.class)
                .hasMessageContaining("need the Debian packages flite")
                .hasMessageContaining("apt-get said `E: no network`")
                .hasMessageContaining("install them");
        assertThat(cache.resolve("tool")).doesNotExist();
    }

    @Test
    void aSystemWithoutTheProgramSaysSo() {
        assertThatThrownBy(
                        () -> DebianPackages.fetch("tool", List.of("flite"), cache, "no-such-apt"))
                .isInstanceOf(EngineMissingException.class)
                .hasMessageContaining("no-such-apt");
        assertThat(cache.resolve("tool")).doesNotExist();
    }
}
