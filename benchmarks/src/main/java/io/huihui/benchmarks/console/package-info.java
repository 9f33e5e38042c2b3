/**
 * Speed of the console: its drawings in a browser, each beside a library made for it, and the way
 * of a record from Kafka to the sockets of those who look.
 */
package io.huihui.benchmarks.console;
