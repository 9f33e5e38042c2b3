/** Situations of the past like the present one, and what came of them. */
package io.huihui.models.memory;
