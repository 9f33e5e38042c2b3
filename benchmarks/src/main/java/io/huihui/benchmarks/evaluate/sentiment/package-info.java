/** How well tone, topics, images and speech are read. */
package io.huihui.benchmarks.evaluate.sentiment;
