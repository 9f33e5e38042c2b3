/** Text out of images and recordings: what an engine answers, and what is handed on. */
package io.huihui.models.media;
