/** Engines that read images and recordings: Tesseract, PocketSphinx, and any other by command. */
package io.huihui.text.media;
