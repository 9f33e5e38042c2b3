/** Version 2 of a planted record. */
package io.huihui.connectors.codec.evolution.v2;
