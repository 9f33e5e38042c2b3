/**
 * The command line {@code ./huihui}: one class per command, {@link io.huihui.cli.Main} lists them.
 */
package io.huihui.cli;
