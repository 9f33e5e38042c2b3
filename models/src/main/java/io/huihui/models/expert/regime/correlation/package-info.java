/** How symbols move together, from prices that tick at different times. */
package io.huihui.models.expert.regime.correlation;
