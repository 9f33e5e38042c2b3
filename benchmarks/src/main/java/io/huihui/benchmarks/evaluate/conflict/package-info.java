/** Whether conflicts are settled the same whoever finds the words, and can be settled again. */
package io.huihui.benchmarks.evaluate.conflict;
