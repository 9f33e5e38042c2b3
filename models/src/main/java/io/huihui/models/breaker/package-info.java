/** When what keeps failing is left alone, and when it is tried again: the one rule for all. */
package io.huihui.models.breaker;
