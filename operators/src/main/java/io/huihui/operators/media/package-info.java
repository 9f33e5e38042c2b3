/** Reading images and recordings, beside the stream that moves. */
package io.huihui.operators.media;
