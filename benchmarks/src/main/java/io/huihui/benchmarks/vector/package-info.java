/** Memories of vectors beside those of other libraries. */
package io.huihui.benchmarks.vector;
