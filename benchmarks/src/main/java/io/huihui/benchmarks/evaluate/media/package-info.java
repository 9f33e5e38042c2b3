/** How well text is read from images and recordings. */
package io.huihui.benchmarks.evaluate.media;
