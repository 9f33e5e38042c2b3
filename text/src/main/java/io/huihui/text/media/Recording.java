package io.huihui.text.media;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Speech as engines want it: 16,000 samples a second, one channel, 16 bits, low byte first.
 *
 * @param samples without a header
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Recording(byte[] samples) {

    private static final int RATE = 16_000;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int BITS = 16;
    private static final double BYTES_PER_SECOND = RATE * BYTES_PER_SAMPLE;

    /** Half an hour; a longer call has to be cut. */
    private static final int MOST_BYTES = 30 * 60 * RATE * BYTES_PER_SAMPLE;

    /** Less than this, a tenth of a second, holds no word. */
    private static final int FEWEST_BYTES = RATE * BYTES_PER_SAMPLE / 10;

    /** Returns the samples of a WAV file; throws a sentence when there are none. */
    static Recording of(byte[] content) throws IOException {
        try (AudioInputStream stream =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(content))) {
            AudioFormat format = stream.getFormat();
            boolean right =
                    format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                            && format.getSampleRate() == RATE
                            && format.getChannels() == 1
                            && format.getSampleSizeInBits() == BITS
                            && !format.isBigEndian();
            if (!right) {
                throw new IOException(
                        "need a WAV file of 16000 samples a second, mono, 16 bits, was " + format);
            }
            byte[] samples = stream.readNBytes(MOST_BYTES + 1);
            if (samples.length > MOST_BYTES || samples.length < FEWEST_BYTES) {
                throw new IOException(
                        "need a recording of a tenth of a second to half an hour, was "
                                + samples.length / BYTES_PER_SECOND
                                + " s or more");
            }
            return new Recording(samples);
        } catch (UnsupportedAudioFileException unknown) {
            throw new IOException(
                    "need a WAV file, was something else: " + unknown.getMessage(), unknown);
        } catch (RuntimeException broken) {
            // The readers of the platform throw what they please on a header that lies.
            throw new IOException("the recording cannot be read: " + broken, broken);
        }
    }

    double seconds() {
        return samples.length / BYTES_PER_SECOND;
    }
}
