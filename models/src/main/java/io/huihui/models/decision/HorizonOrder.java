package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.List;

/** The rule for lists of theses: one per horizon, in the order of {@link Horizon}. */
final class HorizonOrder {

    private HorizonOrder() {}

    static void check(List<Thesis> theses) {
        Horizon[] horizons = Horizon.values();
        Require.that(
                theses.size() == horizons.length,
                horizons.length + " theses, one per horizon",
                () -> theses.size() + " theses");
        for (Horizon horizon : horizons) {
            Require.that(
                    theses.get(horizon.ordinal()).horizon() == horizon,
                    "theses in the order of horizons",
                    () ->
                            theses.get(horizon.ordinal()).horizon()
                                    + " at place "
                                    + horizon.ordinal());
        }
    }

    static List<Thesis> uniform() {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(Thesis.uniform(horizon));
        }
        return theses;
    }
}
