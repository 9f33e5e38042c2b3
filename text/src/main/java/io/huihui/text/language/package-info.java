/** The language model: word pieces in, vectors of meaning out. */
package io.huihui.text.language;
