package io.huihui.simulator.media;

import io.huihui.simulator.random.Draws;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What cameras, screens and mail do to an image. */
final class ImageDirt {

    private ImageDirt() {}

    /** Changes the brightness of each pixel by a normal variate. */
    static void addNoise(BufferedImage image, double deviation, Draws draws) {
        if (deviation == 0) {
            return;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int shift = (int) Math.round(deviation * draws.gaussian());
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x,
                        y,
                        clamp((rgb >> 16 & 0xFF) + shift) << 16
                                | clamp((rgb >> 8 & 0xFF) + shift) << 8
                                | clamp((rgb & 0xFF) + shift));
            }
        }
    }

    private static int clamp(int level) {
        return Math.max(0, Math.min(255, level));
    }

    /** Returns the image as PNG, or as JPEG of a quality above 0. */
    static byte[] encode(BufferedImage image, float jpegQuality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (jpegQuality == 0) {
                ImageIO.write(image, "png", bytes);
            } else {
                jpeg(image, jpegQuality, bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private static void jpeg(BufferedImage image, float quality, ByteArrayOutputStream bytes)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
