/** Patterns that come again in a symbol's history, held against what shuffled history shows. */
package io.huihui.models.mining;
