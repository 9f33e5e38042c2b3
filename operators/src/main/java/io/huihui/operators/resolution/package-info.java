/** Conflicts that agents settle outside the job, and what happens when they do not. */
package io.huihui.operators.resolution;
