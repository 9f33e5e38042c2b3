/** Speed of the console: its drawings in a browser, each beside a library made for it. */
package io.huihui.benchmarks.console;
