package io.huihui.console.live;

import io.huihui.console.market.Update;

import java.util.List;

/**
 * What came within a turn for all clients that want the same, put together once.
 *
 * @param wanted what they want
 * @param updates one of each topic, key and slot
 * @param body the same as text, between commas; null where it is longer than a frame may be
 */
record Batch(Wanted wanted, List<Update> updates, String body) {

    static Batch of(Wanted wanted, List<Update> updates) {
        TextFrame text = new TextFrame();
        int taken = 0;
        while (taken < updates.size() && text.add(updates.get(taken), wanted)) {
            taken++;
        }
        return new Batch(
                wanted, List.copyOf(updates), taken == updates.size() ? text.body() : null);
    }
}
