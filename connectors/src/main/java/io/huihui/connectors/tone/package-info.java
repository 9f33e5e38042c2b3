/** Files of trained classifiers of tone. */
package io.huihui.connectors.tone;
