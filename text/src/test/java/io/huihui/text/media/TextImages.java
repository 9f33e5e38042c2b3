package io.huihui.text.media;

import javax.imageio.ImageIO;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Images with text, for tests. */
final class TextImages {

    private static final int WIDTH = 600;
    private static final int LINE = 40;

    private TextImages() {}

    static byte[] png(Color paper, Color ink, String... lines) {
        BufferedImage image = paper(paper, Math.max(3, lines.length + 1) * LINE);
        Graphics2D graphics = pen(image, ink);
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 100, LINE * (i + 1));
        }
        return encode(image);
    }

    static byte[] withUpwardLabel(String upward, String level) {
        BufferedImage image = paper(Color.WHITE, 300);
        Graphics2D graphics = pen(image, Color.BLACK);
        graphics.drawString(level, 150, 60);
        graphics.rotate(-Math.PI / 2, 30, 250);
        graphics.drawString(upward, 30, 250);
        return encode(image);
    }

    /** Much text: takes long to read. */
    static byte[] crowded(int lines) {
        BufferedImage image = paper(Color.WHITE, lines * 20);
        Graphics2D graphics = pen(image, Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 14));
        for (int i = 1; i < lines; i++) {
            graphics.drawString(
                    "The quick brown fox " + i + " jumps over the lazy dog", 10, i * 20);
        }
        return encode(image);
    }

    private static BufferedImage paper(Color color, int height) {
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, WIDTH, height);
        return image;
    }

    private static Graphics2D pen(BufferedImage image, Color ink) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(ink);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        return graphics;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
