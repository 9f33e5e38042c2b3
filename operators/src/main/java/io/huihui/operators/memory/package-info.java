/** Past situations like the present one. */
package io.huihui.operators.memory;
