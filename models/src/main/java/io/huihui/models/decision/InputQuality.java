package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.Quality;

/** How far one group of inputs could be trusted when an opinion was formed. */
public record InputQuality(String input, Quality quality) {

    public InputQuality {
        Require.text("input", input);
        Require.present("quality", quality);
    }
}
