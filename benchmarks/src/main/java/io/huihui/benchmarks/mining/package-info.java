/** Pattern mining beside the straightforward way, and on planted patterns. */
package io.huihui.benchmarks.mining;
