package io.huihui.connectors.postgres;

import java.io.Serializable;
import java.util.List;

/** How a table reads the parts of a record; serializable, as they travel with the job. */
public final class Getters {

    private Getters() {}

    /** Reads text; null where it is missing. */
    @FunctionalInterface
    public interface Text<T> extends Serializable {
        String of(T row);
    }

    /** Reads a list of texts, none of them null. */
    @FunctionalInterface
    public interface Texts<T> extends Serializable {
        List<String> of(T row);
    }

    /** Reads the parts of a whole that have a row each, maybe none. */
    @FunctionalInterface
    public interface Parts<T, P> extends Serializable {
        List<P> of(T whole);
    }

    /** Reads a whole number. */
    @FunctionalInterface
    public interface Whole<T> extends Serializable {
        long of(T row);
    }

    /** Reads a whole number; null where it is missing. */
    @FunctionalInterface
    public interface WholeOrMissing<T> extends Serializable {
        Long of(T row);
    }

    /** Reads a finite number. */
    @FunctionalInterface
    public interface Real<T> extends Serializable {
        double of(T row);
    }

    /** Reads a finite number; null where it is missing. */
    @FunctionalInterface
    public interface RealOrMissing<T> extends Serializable {
        Double of(T row);
    }

    /** Reads numbers; NaN where one is missing. */
    @FunctionalInterface
    public interface Reals<T> extends Serializable {
        double[] of(T row);
    }

    /** Reads yes or no. */
    @FunctionalInterface
    public interface Flag<T> extends Serializable {
        boolean of(T row);
    }
}
