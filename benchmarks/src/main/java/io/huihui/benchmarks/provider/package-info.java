/** Asking providers: how many calls the gateway's cache saves, and how fast it answers. */
package io.huihui.benchmarks.provider;
