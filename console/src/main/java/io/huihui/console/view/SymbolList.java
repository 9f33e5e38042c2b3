package io.huihui.console.view;

import java.util.List;

/** The symbols that the console has heard of, in alphabetical order. */
public record SymbolList(List<SymbolRow> symbols) {

    public SymbolList {
        symbols = List.copyOf(symbols);
    }
}
