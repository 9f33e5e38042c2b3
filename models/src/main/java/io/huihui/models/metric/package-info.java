/**
 * The metrics of one symbol in incremental form: one class per family, each with its own state and
 * bytes. {@link io.huihui.models.metric.SymbolFeatures} puts them together. Definitions are in
 * {@code docs/features.md}.
 */
package io.huihui.models.metric;
