/** The sentiment expert on a stream. */
package io.huihui.operators.sentiment;
