/** Charts and recordings with known text. */
package io.huihui.simulator.media;
