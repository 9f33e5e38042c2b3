package io.huihui.text.media;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * An image made ready for reading: gray, dark on light, large enough, contrast stretched.
 *
 * @param pixels rows from the top, one unsigned byte each, 0 black
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record GrayImage(byte[] pixels, int width, int height) {

    /** A screen of 8K; what is larger is refused before it is unpacked. */
    private static final long MOST_PIXELS = 34_000_000L;

    /** Tesseract's letters should be about 30 pixels high; a chart's are 11 to 16. */
    private static final double SCALE = 2.5;

    /** Wider images are scaled less: time grows with the area. */
    private static final int WIDEST = 3_200;

    /** Share of pixels at each end of the histogram that may saturate. */
    private static final double SATURATED = 0.005;

    private static final int LEVELS = 256;

    /** Returns the image in the bytes; throws a sentence when there is none that can be read. */
    static GrayImage of(byte[] content) throws IOException {
        BufferedImage image = decode(content);
        double scale = Math.max(1, Math.min(SCALE, (double) WIDEST / image.getWidth()));
        GrayImage gray = scaled(image, scale);
        stretch(gray.pixels);
        return gray;
    }

    /** Returns the image in gray and otherwise as it comes. */
    static GrayImage plain(byte[] content) throws IOException {
        return scaled(decode(content), 1);
    }

    private static GrayImage scaled(BufferedImage image, double scale) {
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = gray.createGraphics();
        graphics.setColor(Color.WHITE); // Shines through where the image is transparent.
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        return new GrayImage(pixels, width, height);
    }

    private static BufferedImage decode(byte[] content) throws IOException {
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("need a PNG, JPEG, GIF or BMP image, was something else");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long size = (long) reader.getWidth(0) * reader.getHeight(0);
                if (size > MOST_PIXELS) {
                    throw new IOException(
                            "need an image of at most "
                                    + MOST_PIXELS
                                    + " pixels, was "
                                    + reader.getWidth(0)
                                    + " x "
                                    + reader.getHeight(0));
                }
                return reader.read(0);
            } catch (RuntimeException broken) {
                // Some readers throw what they please on a file that is cut off.
                throw new IOException("the image cannot be read: " + broken, broken);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Makes the background light and spreads the levels over the whole range. */
    private static void stretch(byte[] pixels) {
        int[] counts = new int[LEVELS];
        for (byte pixel : pixels) {
            counts[pixel & 0xFF]++;
        }
        int low = quantile(counts, pixels.length, SATURATED);
        int high = quantile(counts, pixels.length, 1 - SATURATED);
        boolean dark = quantile(counts, pixels.length, 0.5) < (low + high) / 2;
        double span = Math.max(1, high - low);
        byte[] table = new byte[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double share = Math.min(1, Math.max(0, (level - low) / span));
            table[level] = (byte) Math.round((LEVELS - 1) * (dark ? 1 - share : share));
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = table[pixels[i] & 0xFF];
        }
    }

    private static int quantile(int[] counts, int total, double share) {
        long below = 0;
        for (int level = 0; level < LEVELS; level++) {
            below += counts[level];
            if (below > share * total) {
                return level;
            }
        }
        return LEVELS - 1;
    }

    /** Returns the image turned by a quarter, so that text which ran upwards runs to the right. */
    GrayImage turnedRight() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + height - 1 - y] = pixels[y * width + x];
            }
        }
        return new GrayImage(turned, /* width= */ height, /* height= */ width);
    }

    /** Returns the image with white where the rectangles are. */
    GrayImage without(List<Rectangle> places, int margin) {
        byte[] left = pixels.clone();
        Rectangle all = new Rectangle(width, height);
        for (Rectangle place : places) {
            Rectangle wide = new Rectangle(place);
            wide.grow(margin, margin);
            Rectangle cut = wide.intersection(all);
            for (int y = cut.y; y < cut.y + cut.height; y++) {
                int row = y * width + cut.x;
                Arrays.fill(left, row, row + cut.width, (byte) (LEVELS - 1));
            }
        }
        return new GrayImage(left, width, height);
    }

    /** Returns the leftmost columns. */
    GrayImage left(int columns) {
        byte[] part = new byte[columns * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, part, y * columns, columns);
        }
        return new GrayImage(part, columns, height);
    }
}
