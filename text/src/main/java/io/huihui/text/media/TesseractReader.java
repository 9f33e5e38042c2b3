package io.huihui.text.media;

import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.FileReader;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads text in images by Tesseract, whose native code and English model come as artifacts. Words
 * the engine itself doubts are left out, so that a chart's lines do not become letters.
 *
 * <p>Reference: Smith, "An overview of the Tesseract OCR engine", ICDAR 2007.
 */
public final class TesseractReader implements MediaReader {

    private static final String MODEL = "/tessdata/eng.traineddata";

    /** Share of 1 below which a word is taken for a part of the drawing. */
    private static final double LEAST_WORD_CONFIDENCE = 0.30;

    /** Of text that runs upwards; a turned drawing looks more like letters than a level one. */
    private static final double LEAST_TURNED_CONFIDENCE = 0.60;

    /** Share of the width that is searched for text running upwards. */
    private static final double EDGE = 0.12;

    private static final double PERCENT = 100;

    /** What the scaled image is said to have; Tesseract guesses, and warns, when it is not told. */
    private static final String DOTS_PER_INCH = "200";

    /** What is done for a chart. */
    public enum Preparation {
        /**
         * Scaled, stretched, made dark on light; text anywhere, also upwards along the left edge.
         */
        CHART,
        /** The engine's own ways, for comparison. */
        NONE
    }

    private final TessBaseAPI engine;
    private final Preparation preparation;

    private TesseractReader(TessBaseAPI engine, Preparation preparation) {
        this.engine = engine;
        this.preparation = preparation;
    }

    /** Returns a reader of charts. */
    public static TesseractReader open() {
        return open(Preparation.CHART);
    }

    /**
     * Returns a reader, loading the native code at the first call.
     *
     * @throws EngineMissingException when this machine has no native code for it, or the model is
     *     absent
     */
    public static TesseractReader open(Preparation preparation) {
        byte[] model = model();
        try {
            TessBaseAPI engine = new TessBaseAPI();
            int status;
            try (BytePointer data = new BytePointer(model);
                    BytePointer language = new BytePointer("eng")) {
                status =
                        engine.Init(
                                data,
                                model.length,
                                language,
                                tesseract.OEM_LSTM_ONLY,
                                (BytePointer) null,
                                0,
                                null,
                                null,
                                false,
                                (FileReader) null);
            }
            if (status != 0) {
                throw new EngineMissingException(
                        "need a model that Tesseract accepts, was " + MODEL + " which it refused");
            }
            boolean chart = preparation == Preparation.CHART;
            engine.SetPageSegMode(chart ? tesseract.PSM_SPARSE_TEXT : tesseract.PSM_AUTO);
            engine.SetVariable("user_defined_dpi", DOTS_PER_INCH);
            return new TesseractReader(engine, preparation);
        } catch (LinkageError noNativeCode) {
            throw new EngineMissingException(
                    "need Tesseract's native code for this machine, was "
                            + noNativeCode.getMessage()
                            + "; there is some for Linux on x86_64 and arm64",
                    noNativeCode);
        }
    }

    private static byte[] model() {
        try (InputStream stream = TesseractReader.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw new EngineMissingException(
                        "need "
                                + MODEL
                                + " on the class path, was absent; add the artifact"
                                + " net.sourceforge.tess4j:tess4j");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + MODEL + " failed", unreadable);
        }
    }

    @Override
    public String engine() {
        try (BytePointer version = TessBaseAPI.Version()) {
            return "tesseract/" + version.getString();
        }
    }

    @Override
    public Reading read(byte[] content, long deadlineMillis) {
        GrayImage image;
        try {
            image =
                    preparation == Preparation.CHART
                            ? GrayImage.of(content)
                            : GrayImage.plain(content);
        } catch (IOException unreadable) {
            return Reading.failed(ReadingFailure.UNREADABLE, unreadable.getMessage());
        }
        Page page = new Page(image);
        boolean inTime =
                recognise(image, LEAST_WORD_CONFIDENCE, deadlineMillis, page)
                        && recogniseTurned(page, deadlineMillis);
        if (!inTime) {
            return Reading.failed(
                    ReadingFailure.DEADLINE,
                    "need an answer within " + deadlineMillis + " ms, was still reading");
        }
        if (page.isEmpty()) {
            return Reading.failed(ReadingFailure.NO_TEXT, "need text in the image, was none");
        }
        return page.reading();
    }

    /** Labels of price axes often run upwards, along the left edge; level text is gone by then. */
    private boolean recogniseTurned(Page page, long deadlineMillis) {
        if (preparation == Preparation.NONE) {
            return true;
        }
        int columns = (int) (EDGE * page.image().width());
        GrayImage edge = page.withoutWords().left(columns).turnedRight();
        return recognise(edge, LEAST_TURNED_CONFIDENCE, deadlineMillis, page);
    }

    /** Adds the words of an image to the page; false when the time was up. */
    private boolean recognise(GrayImage image, double least, long deadlineMillis, Page page) {
        engine.SetImage(image.pixels(), image.width(), image.height(), 1, image.width());
        try (ETEXT_DESC monitor = new ETEXT_DESC()) {
            monitor.set_deadline_msecs((int) Math.min(Integer.MAX_VALUE, deadlineMillis));
            int status = engine.Recognize(monitor);
            if (status != 0 || monitor.deadline_exceeded()) {
                return false;
            }
            collect(least, page);
            return true;
        } finally {
            engine.Clear();
        }
    }

    private void collect(double least, Page page) {
        try (ResultIterator words = engine.GetIterator()) {
            if (words == null) {
                return;
            }
            do {
                try (BytePointer utf8 = words.GetUTF8Text(tesseract.RIL_WORD)) {
                    double sure = words.Confidence(tesseract.RIL_WORD) / PERCENT;
                    if (utf8 != null && sure >= least) {
                        String word = utf8.getString(StandardCharsets.UTF_8).strip();
                        page.add(word, sure, place(words));
                    }
                }
                if (words.IsAtFinalElement(tesseract.RIL_TEXTLINE, tesseract.RIL_WORD)) {
                    page.endLine();
                }
            } while (words.Next(tesseract.RIL_WORD));
        }
    }

    private static Rectangle place(ResultIterator words) {
        int[] left = new int[1];
        int[] top = new int[1];
        int[] right = new int[1];
        int[] bottom = new int[1];
        words.BoundingBox(tesseract.RIL_WORD, left, top, right, bottom);
        return new Rectangle(left[0], top[0], right[0] - left[0], bottom[0] - top[0]);
    }

    @Override
    public void close() {
        engine.End();
        engine.close();
    }
}
