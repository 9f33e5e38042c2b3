package io.huihui.simulator.media;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import org.junit.jupiter.api.Test;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ChartPainterTest {

    @Test
    void sameDrawsSameChart() {
        Chart first = ChartPainter.paint("Fed holds rates", draws(1));
        Chart second = ChartPainter.paint("Fed holds rates", draws(1));

        assertThat(second.image()).isEqualTo(first.image());
        assertThat(second.texts()).isEqualTo(first.texts());
    }

    @Test
    void titleComesFirstAndEveryTextIsListed() {
        Chart chart = ChartPainter.paint("Fed holds rates", draws(2));

        // Title, five prices, six times, two labels, two notes, source.
        assertThat(chart.texts()).hasSize(17).startsWith("Fed holds rates");
        assertThat(chart.texts()).anyMatch(text -> text.startsWith("Source: "));
    }

    @Test
    void chartsAreImagesThatDiffer() throws Exception {
        Set<Integer> papers = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            Chart chart = ChartPainter.paint("Fed holds rates", draws(seed));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.image()));

            assertThat(image.getWidth()).isEqualTo(960);
            assertThat(image.getHeight()).isEqualTo(540);
            papers.add(image.getRGB(2, 2));
        }
        assertThat(papers).as("papers light and dark").hasSizeGreaterThan(5);
    }

    private static Draws draws(long seed) {
        return Draws.of(seed, Stream.CHARTS, "", 0);
    }
}
