package io.huihui.network;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/** What managers of the engine hold. */
final class Held {

    private Held() {}

    /**
     * Returns how much a manager and those below it hold: arrays, and managers of calls that were
     * not closed. The engine counts the arrays only, so its own maps are asked.
     */
    static int by(NDManager manager) {
        int held = 0;
        for (String name : List.of("resources", "tempResources")) {
            try {
                Field field = BaseNDManager.class.getDeclaredField(name);
                field.setAccessible(true);
                for (Object each : ((Map<?, ?>) field.get(manager)).values()) {
                    held += 1 + (each instanceof NDManager below ? by(below) : 0);
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(name, e);
            }
        }
        return held;
    }
}
