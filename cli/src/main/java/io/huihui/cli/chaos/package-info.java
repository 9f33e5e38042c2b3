/** Faults by plan against a running market, and the count of what came of it. */
package io.huihui.cli.chaos;
