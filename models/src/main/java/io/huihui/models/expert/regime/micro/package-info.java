/**
 * Sub-states inside a condition: found by clustering, kept under the same names from fit to fit.
 */
package io.huihui.models.expert.regime.micro;
