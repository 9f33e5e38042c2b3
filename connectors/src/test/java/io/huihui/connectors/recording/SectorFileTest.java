package io.huihui.connectors.recording;

import io.huihui.models.graph.SectorMembership;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SectorFileTest {

    /** 2026-01-02 00:00 in New York. */
    private static final long SECOND_OF_JANUARY = 1_767_330_000_000L;

    private static final long DAY = 86_400_000;

    @TempDir Path folder;

    @Test
    void readsMembershipsWithAndWithoutAnEnd() throws IOException {
        Path file =
                write(
                        """
                        symbol,sector,from,until
                        AAPL,Technology,2026-01-02,
                        XOM,"Oil, gas",2026-01-02,2026-01-03
                        """);

        assertThat(SectorFile.read(file))
                .containsExactly(
                        new SectorMembership("AAPL", "Technology", SECOND_OF_JANUARY, null),
                        new SectorMembership(
                                "XOM", "Oil, gas", SECOND_OF_JANUARY, SECOND_OF_JANUARY + DAY));
    }

    @Test
    void saysWhichLineIsWrong() throws IOException {
        Path turned = write("symbol,sector,from,until\nXOM,Energy,2026-01-03,2026-01-02\n");
        assertThatThrownBy(() -> SectorFile.read(turned))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessageContaining("0 < fromMillis < untilMillis")
                .hasMessageContaining("in line 2 of");

        Path without = write("symbol,from\n");
        assertThatThrownBy(() -> SectorFile.read(without))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessageContaining("need a column sector");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("sectors.csv"), text);
    }
}
