package io.huihui.simulator.price;

/**
 * A planned episode.
 *
 * @param direction +1 or -1
 * @param strength 0..1, read by each plant in its own way
 */
public record Window(long startMillis, long endMillis, int direction, double strength) {

    public long lengthMillis() {
        return endMillis - startMillis;
    }
}
