/** Recordings of real markets, in the formats in which they are to be had, made into tapes. */
package io.huihui.connectors.recording;
