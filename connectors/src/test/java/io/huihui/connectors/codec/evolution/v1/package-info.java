/** Version 1 of a planted record. */
package io.huihui.connectors.codec.evolution.v1;
