package io.huihui.simulator.media;

import io.huihui.models.Require;
import io.huihui.simulator.random.Draws;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Paints a price chart as research houses send them: title, axes with labels, notes, source. */
public final class ChartPainter {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    /** Room around the plot: left for prices, below for times, above for the title. */
    private static final int LEFT = 110;

    private static final int RIGHT = 40;
    private static final int TOP = 95;
    private static final int BOTTOM = 105;

    private static final int POINTS = 79;
    private static final int PRICE_TICKS = 5;
    private static final int TIME_TICKS = 6;

    /** Notes stand this far from the line they speak of. */
    private static final int NOTE_GAP = 14;

    private final ChartStyle style;
    private final Graphics2D graphics;
    private final List<String> texts = new ArrayList<>();

    private ChartPainter(ChartStyle style, Graphics2D graphics) {
        this.style = style;
        this.graphics = graphics;
    }

    /**
     * Returns a chart under a title; the rest is drawn from {@code draws}, so the same draws give
     * the same chart on a machine with the same fonts.
     */
    public static Chart paint(String title, Draws draws) {
        Require.text("title", title);
        ChartStyle style = ChartStyle.draw(draws);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(style.paper());
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        ChartPainter painter = new ChartPainter(style, graphics);
        painter.paintAll(title, draws);
        graphics.dispose();
        ImageDirt.addNoise(image, style.noise(), draws);
        return new Chart(ImageDirt.encode(image, style.jpegQuality()), painter.texts);
    }

    private void paintAll(String title, Draws draws) {
        double[] prices = path(draws);
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < prices.length; i++) {
            lowest = prices[i] < prices[lowest] ? i : lowest;
            highest = prices[i] > prices[highest] ? i : highest;
        }
        ChartTexts words = ChartTexts.draw(draws, prices[lowest], prices[highest]);
        Scale scale = Scale.around(prices[lowest], prices[highest]);
        title(title);
        axes(scale, words);
        line(prices, scale);
        note(words.low(), lowest, scale.y(prices[lowest]) + NOTE_GAP + style.labelPixels());
        note(words.high(), highest, scale.y(prices[highest]) - NOTE_GAP);
        graphics.setColor(style.faintInk());
        write(words.source(), LEFT / 2, HEIGHT - 14);
    }

    private static double[] path(Draws draws) {
        double[] prices = new double[POINTS];
        double price = draws.uniform(40, 700);
        double step = price * draws.uniform(0.001, 0.004);
        for (int i = 0; i < POINTS; i++) {
            price += step * draws.gaussian();
            prices[i] = price;
        }
        return prices;
    }

    private void title(String title) {
        int size = style.titlePixels();
        Font font;
        do {
            font = new Font(style.family(), style.weight(), size--);
        } while (graphics.getFontMetrics(font).stringWidth(title) > WIDTH - LEFT);
        graphics.setFont(font);
        graphics.setColor(style.ink());
        write(title, LEFT / 2, 42);
        graphics.setFont(new Font(style.family(), Font.PLAIN, style.labelPixels()));
    }

    private void axes(Scale scale, ChartTexts words) {
        FontMetrics metrics = graphics.getFontMetrics();
        for (int i = 0; i < PRICE_TICKS; i++) {
            double price = scale.low + (scale.high - scale.low) * i / (PRICE_TICKS - 1);
            int y = scale.y(price);
            rule(LEFT, y, WIDTH - RIGHT, y);
            String text = ChartTexts.price(price);
            graphics.setColor(style.faintInk());
            write(text, LEFT - 10 - metrics.stringWidth(text), y + metrics.getAscent() / 2 - 1);
        }
        for (int i = 0; i < TIME_TICKS; i++) {
            int x = LEFT + (WIDTH - LEFT - RIGHT) * i / (TIME_TICKS - 1);
            rule(x, TOP, x, HEIGHT - BOTTOM);
            String text = String.format(java.util.Locale.ROOT, "%02d:30", 10 + i);
            graphics.setColor(style.faintInk());
            write(text, x - metrics.stringWidth(text) / 2, HEIGHT - BOTTOM + 24);
        }
        int middle = (LEFT + WIDTH - RIGHT) / 2;
        write(words.time(), middle - metrics.stringWidth(words.time()) / 2, HEIGHT - BOTTOM + 54);
        if (style.turnedLabel()) {
            int y = (TOP + HEIGHT - BOTTOM + metrics.stringWidth(words.unit())) / 2;
            graphics.rotate(-Math.PI / 2, 24, y);
            write(words.unit(), 24, y);
            graphics.rotate(Math.PI / 2, 24, y);
        } else {
            write(words.unit(), LEFT / 2, TOP - 16);
        }
        graphics.setColor(style.faintInk());
        graphics.drawRect(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    }

    private void rule(int fromX, int fromY, int toX, int toY) {
        if (style.grid()) {
            graphics.setColor(style.gridColor());
            graphics.drawLine(fromX, fromY, toX, toY);
        }
    }

    private void line(double[] prices, Scale scale) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < prices.length; i++) {
            if (i == 0) {
                path.moveTo(x(i), scale.y(prices[i]));
            } else {
                path.lineTo(x(i), scale.y(prices[i]));
            }
        }
        graphics.setColor(style.line());
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(path);
    }

    /** Writes beside the line, on a patch of paper so that it can be read. */
    private void note(String text, int point, int baseline) {
        FontMetrics metrics = graphics.getFontMetrics();
        int width = metrics.stringWidth(text);
        int x = Math.max(LEFT + 8, Math.min(WIDTH - RIGHT - width - 8, x(point) - width / 2));
        graphics.setColor(style.paper());
        graphics.fillRect(
                x - 4, baseline - metrics.getAscent() - 2, width + 8, metrics.getHeight() + 4);
        graphics.setColor(style.ink());
        write(text, x, baseline);
    }

    private void write(String text, int x, int baseline) {
        graphics.drawString(text, x, baseline);
        texts.add(text);
    }

    private static int x(int point) {
        return LEFT + (WIDTH - LEFT - RIGHT) * point / (POINTS - 1);
    }

    /** From prices to rows, with room for the notes. */
    private record Scale(double low, double high) {

        static Scale around(double lowest, double highest) {
            double room = 0.25 * (highest - lowest);
            return new Scale(lowest - room, highest + room);
        }

        int y(double price) {
            return (int)
                    Math.round(
                            HEIGHT
                                    - BOTTOM
                                    - (price - low) / (high - low) * (HEIGHT - TOP - BOTTOM));
        }
    }
}
