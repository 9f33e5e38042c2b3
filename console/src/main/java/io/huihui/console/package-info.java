/** The console's server: what topics and stores say, to a web page; it writes nothing. */
package io.huihui.console;
