/** Text as numbers: words, hashed features, vectors of meaning, classifiers over them. */
package io.huihui.models.text;
