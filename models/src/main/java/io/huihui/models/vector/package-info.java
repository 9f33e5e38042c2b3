/** Memories of vectors that are asked for the nearest ones: exact, and fast by a graph. */
package io.huihui.models.vector;
